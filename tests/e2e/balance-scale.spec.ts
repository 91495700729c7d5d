import type { Page } from '@playwright/test'
import { serialisePalet } from '@/exchange'
import { nationalProgramme } from '../fixtures/nationalProgramme'
import { expect, test } from './support'

/** Longest time between two frames while something is done: told, not judged, for a busy machine knows no limit. */
async function gapDuring(window: Page, act: () => Promise<void>): Promise<number> {
  await window.evaluate(() => {
    const seen = { longest: 0, last: performance.now(), on: true }
    Reflect.set(globalThis, 'frames', seen)
    const look = (): void => {
      const now = performance.now()
      seen.longest = Math.max(seen.longest, now - seen.last)
      seen.last = now
      if (seen.on) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await act()
  return window.evaluate(
    () =>
      new Promise<number>((done) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const seen: unknown = Reflect.get(globalThis, 'frames')
            if (typeof seen !== 'object' || seen === null) throw new Error('nobody counted frames')
            Reflect.set(seen, 'on', false)
            done(Number(Reflect.get(seen, 'longest')))
          }),
        )
      }),
  )
}

test('the balance of 338 municipalities and 13,500 projects stays at hand', async ({ app }) => {
  test.setTimeout(240_000)
  const data = nationalProgramme({ regions: 45, projectsPerRegion: 300, seed: 1 })
  const text = serialisePalet(data, { savedAt: '2026-11-01T12:00:00.000Z', programmeId: 'scale-balance' })
  app.writeFile('landelijk.palet', text)
  const { window } = app
  await app.openDialogAnswers('landelijk.palet')
  await window.getByTestId('open-file').click()
  await window.getByTestId('overview-ready').waitFor({ timeout: 120_000 })

  const grid = window.getByTestId('balance-grid')
  const gaps: Record<string, number> = {}
  const measure = async (what: string, act: () => Promise<void>): Promise<void> => {
    gaps[what] = Math.round(await gapDuring(window, act))
  }
  await measure('open', async () => {
    await window.keyboard.press('Control+8')
    await grid.waitFor()
  })
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(data.municipalities.size + 3))
  // Only what is in view exists.
  expect(await grid.getByRole('rowheader').count()).toBeLessThan(60)
  await measure('walk down', async () => {
    await grid.locator('[tabindex="0"]').focus()
    // The focus never falls out of the grid, however far from what was drawn it goes.
    for (let step = 0; step < 10; step += 1) {
      await window.keyboard.press('PageDown')
      await expect(grid.locator('[tabindex="0"]')).toBeFocused()
    }
    await window.keyboard.press('Control+ArrowUp')
    await window.keyboard.press('Control+ArrowDown')
    await expect(grid.locator('[tabindex="0"]')).toBeFocused()
  })
  await measure('projects behind the total', async () => {
    await window.keyboard.press('Enter')
    await expect(window.getByTestId('part-realised')).toBeVisible()
    await window.keyboard.press('Escape')
  })
  await measure('another figure', async () => {
    await window.getByLabel('Cijfer', { exact: true }).selectOption('Toegezegd')
    await expect(grid).toHaveAttribute('aria-label', /toegezegd/)
  })
  await measure('per year', async () => {
    await window.getByRole('radio', { name: 'Jaar', exact: true }).check()
    await expect(grid).toHaveAttribute('aria-colcount', '6')
  })
  await measure('hours of support', async () => {
    await window.getByRole('tab', { name: 'Uren begeleiding' }).click()
    await window.getByTestId('support-grid').waitFor()
  })
  await measure('freeze', async () => {
    await window.getByRole('tab', { name: 'Vastgestelde plannen' }).click()
    await window.getByTestId('freeze').click()
    await window.getByTestId('save-baseline').click()
    await expect(window.getByTestId('baseline-sentence')).toBeVisible({ timeout: 60_000 })
  })
  await measure('compare by quarter', async () => {
    await window.getByTestId('compare-in-matrix').click()
    await expect(window.getByTestId('comparison')).toContainText('Er is niets veranderd')
  })
  for (const [what, gap] of Object.entries(gaps)) console.log(`${what}: longest gap ${String(gap)} ms`)
})
