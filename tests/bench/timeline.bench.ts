import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { serialisePalet } from '@/exchange'
import { App } from '../e2e/support/app'
import { readWindowPlan } from '../e2e/support/plan'
import { nationalProgramme } from '../fixtures/nationalProgramme'
import { median, report } from './measure'

/**
 * The timeline in the real window: time between frames while scrolling and zooming at 13,500 projects, and the first
 * draw of 13,500 projects against that of 200. First draw runs from the click on "Tijdlijn" until rows are laid out.
 */
const plan = readWindowPlan()

async function openWith(regions: number, projectsPerRegion: number): Promise<App> {
  const app = new App(plan, mkdtempSync(join(plan.temporary, 'timeline-')))
  const data = nationalProgramme({ regions, projectsPerRegion, seed: 1 })
  app.writeFile(
    'proef.palet',
    serialisePalet(data, {
      savedAt: '2026-11-01T12:00:00.000Z',
      programmeId: `timeline-${String(data.projects.size)}`,
    }),
  )
  await app.launch()
  await app.enter()
  await app.resize(1366, 768)
  await app.openDialogAnswers('proef.palet')
  await app.window.getByTestId('open-file').click()
  await app.window.getByTestId('overview-ready').waitFor({ timeout: 120_000 })
  await app.window.keyboard.press('Control+4')
  await app.window.getByTestId('project-table').waitFor()
  // The loader of this file names functions by a helper that the window doesn't have.
  await app.window.evaluate('globalThis.__name = (f) => f')
  return app
}

/** Switches to the timeline several times; each time from the click until its rows are laid out. */
function firstDraws(window: Page): Promise<number[]> {
  return window.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done))
    const radio = (label: string): HTMLInputElement => {
      const found = [...document.querySelectorAll('label')].find((l) => l.textContent.trim() === label)
      const input = found?.querySelector('input')
      if (!input) throw new Error(`no choice ${label}`)
      return input
    }
    const times: number[] = []
    for (let turn = 0; turn < 12; turn += 1) {
      radio('Tabel').click()
      for (let i = 0; i < 12; i += 1) await frame()
      const from = performance.now()
      radio('Tijdlijn').click()
      while (document.querySelectorAll('.timeline__bar').length === 0) await frame()
      document.querySelector('.timeline')?.getBoundingClientRect()
      times.push(performance.now() - from)
      for (let i = 0; i < 12; i += 1) await frame()
    }
    return times
  })
}

/** Time between frames while something moves every frame. */
function frames(window: Page, what: 'rest' | 'down' | 'across' | 'zoom'): Promise<number[]> {
  return window.evaluate(async (kind) => {
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done))
    const timeline = document.querySelector<HTMLElement>('.timeline')
    if (timeline === null) throw new Error('no timeline')
    const times: number[] = []
    let last = await frame()
    for (let i = 0; i < 240; i += 1) {
      if (kind === 'down') timeline.scrollTop += 64
      if (kind === 'across') timeline.scrollLeft += i % 60 < 30 ? 40 : -40
      // A zoom every tenth frame: faster than anybody turns a wheel.
      if (kind === 'zoom' && i % 10 === 0)
        timeline.dispatchEvent(
          new KeyboardEvent('keydown', { key: i % 40 < 20 ? '+' : '-', bubbles: true, cancelable: true }),
        )
      const now = await frame()
      times.push(now - last)
      last = now
    }
    return times
  }, what)
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

function tell(name: string, values: readonly number[]): void {
  const [middle, high, most] = [median(values), percentile(values, 0.95), Math.max(...values)]
  console.log(
    `${name}\n  median ${middle.toFixed(1)} ms, 95th percentile ${high.toFixed(1)} ms, longest ${most.toFixed(1)} ms (${String(values.length)} frames)\n`,
  )
}

const small = await openWith(1, 200)
const [smallCold = Number.NaN, ...floor] = await firstDraws(small.window)
await small.close()
const large = await openWith(45, 300)
const [largeCold = Number.NaN, ...subject] = await firstDraws(large.window)
report({
  name: 'First draw of the timeline at 13,500 projects',
  floorName: 'first draw at 200 projects',
  subject,
  floor,
  aim: 2,
})
console.log(
  `  the very first time after start: ${largeCold.toFixed(0)} ms at 13,500, ${smallCold.toFixed(0)} ms at 200\n`,
)
console.log('Time between frames at 13,500 projects, window of 1366 by 768')
tell('at rest', await frames(large.window, 'rest'))
tell('scrolling down, 64 pixels a frame', await frames(large.window, 'down'))
await large.window.getByRole('radio', { name: 'Kwartalen' }).check()
tell('scrolling across by quarter, 40 pixels a frame', await frames(large.window, 'across'))
tell('scrolling down by quarter, 64 pixels a frame', await frames(large.window, 'down'))
tell('zooming in and out, every tenth frame', await frames(large.window, 'zoom'))
await large.close()
