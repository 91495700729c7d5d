import type { Page } from '@playwright/test'
import { programmeOf } from '@/domain/model/programmeData'
import { serialisePalet } from '@/exchange'
import { nationalProgramme } from '../fixtures/nationalProgramme'
import { expect, test } from './support'
import { typeInto } from './support/planning'
import { addChange, forgetGaps, newScenario, press, seenSince, watch } from './support/whatIf'

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

test('of 338 municipalities and 13,500 projects the balance stays at hand, and a what-if runs and stops', async ({
  app,
}) => {
  test.setTimeout(400_000)
  const data = nationalProgramme({ regions: 45, projectsPerRegion: 300, seed: 1 })
  const programme = programmeOf(data)
  const count = {
    id: 'count-total',
    label: 'Mensen zonder huis',
    value: 30_000,
    referenceDate: '2026-01',
    source: 'verzonnen',
    verified: false,
  }
  const counted = { ...data, programme: new Map([[programme.id, { ...programme, facts: [count] }]]) }
  const text = serialisePalet(counted, { savedAt: '2026-11-01T12:00:00.000Z', programmeId: 'scale-balance' })
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

  const tell = async (what: string): Promise<void> => {
    const { gaps } = await seenSince(window)
    console.log(`13,500 projects, ${what}: longest frame ${Math.max(...gaps).toFixed(0)} ms`)
    await forgetGaps(window)
  }
  await watch(window)
  await window.keyboard.press('Control+9')
  const status = window.getByTestId('run-status')
  await expect(status).toHaveAttribute('data-status', 'running')
  await tell('open')
  await expect(window.getByTestId('what-if-sentence')).toBeVisible({ timeout: 200_000 })
  await tell('run to the first bands')
  await press(window, window.getByTestId('stop-run'))
  await expect(status).toHaveAttribute('data-status', 'stopped')
  await expect(status).toContainText(/^Gestopt na \d+ van 1\.000/)
  await tell('stop')
  // A change of a scenario is seen at once, also with so many projects.
  await newScenario(window, 'Minder instroom')
  const inflow = await addChange(window, 'Instroom')
  await typeInto(window, inflow.getByLabel('Verandering van de instroom'), '-30')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('list', { name: 'Wijzigingen' })).toContainText('30% lager')
  await expect(status).toHaveAttribute('data-status', 'running')
  await tell('make and change a scenario')
  await press(window, window.getByTestId('stop-run'))
  await expect(status).toHaveAttribute('data-status', 'stopped')
})
