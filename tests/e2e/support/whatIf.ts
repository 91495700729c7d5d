import { expect, type Locator, type Page } from '@playwright/test'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { applyScenario } from '@/domain/scenario'
import { inputsFrom, sentences, simulate, type SimulationResult } from '@/domain/simulation'
import { parsePalet } from '@/exchange'
import { bandOf, figureOf, rangeAt, showNumber, showRange } from '@/features/whatIf/model/figures'
import type { App } from './app'
import { sealDialog } from './copies'
import { tabTo, typeInto } from './planning'

export const RUNS = 1_000
/** The seed that the window starts with. */
export const SEED = 2026

/** Notes every gap between two frames, and when bands and the last run are on screen. */
export async function watch(window: Page): Promise<void> {
  await window.evaluate(() => {
    const seen = { gaps: [] as number[], first: 0, done: 0 }
    Reflect.set(globalThis, 'seen', seen)
    let last = performance.now()
    const look = (): void => {
      const now = performance.now()
      seen.gaps.push(now - last)
      last = now
      if (seen.first === 0 && document.querySelector('[data-testid="key-outcomes"]') !== null)
        seen.first = now
      const status = document.querySelector('[data-testid="run-status"]')?.getAttribute('data-status')
      if (seen.done === 0 && status === 'done') seen.done = now
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

export interface Seen {
  readonly gaps: number[]
  readonly first: number
  readonly done: number
}

export async function seenSince(window: Page): Promise<Seen> {
  return window.evaluate(() => Reflect.get(globalThis, 'seen') as Seen)
}

export async function forgetGaps(window: Page): Promise<void> {
  await window.evaluate(() => {
    ;(Reflect.get(globalThis, 'seen') as Seen).gaps.length = 0
  })
}

export async function openWhatIf(window: Page): Promise<Locator> {
  await window.getByTestId('open-sample').press('Enter')
  await window.getByTestId('overview-ready').waitFor()
  await window.keyboard.press('Control+9')
  await window.getByTestId('what-if-ready').waitFor()
  return window.getByTestId('run-status')
}

export async function press(window: Page, control: Locator): Promise<void> {
  await tabTo(window, control)
  await window.keyboard.press('Enter')
}

/** By keyboard: name it and make it. */
export async function newScenario(window: Page, name: string): Promise<void> {
  await press(window, window.getByTestId('new-scenario'))
  const dialog = window.getByRole('dialog', { name: 'Nieuw scenario' })
  await typeInto(window, dialog.getByLabel('Naam'), name)
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(window.getByRole('heading', { level: 2, name })).toBeVisible()
}

/** By keyboard: the menu, and in it the kind by its first letters. */
export async function addChange(window: Page, kind: string): Promise<Locator> {
  await press(window, window.getByTestId('add-change'))
  const item = window.getByRole('menuitem', { name: kind })
  await item.waitFor()
  for (let i = 0; i < 12; i += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break
    await window.keyboard.press('ArrowDown')
  }
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: kind })
  await dialog.waitFor()
  return dialog
}

/** By keyboard, into the scenario on screen: an inflow 30% lower, between 40% and 20%. */
export async function lowerInflow(window: Page): Promise<void> {
  const inflow = await addChange(window, 'Instroom')
  await typeInto(window, inflow.getByLabel('Verandering van de instroom'), '-30')
  await typeInto(window, inflow.getByLabel('Laagst denkbaar'), '-40')
  await typeInto(window, inflow.getByLabel('Hoogst denkbaar'), '-20')
  await window.keyboard.press('Enter')
  await expect(inflow).toBeHidden()
}

/** By keyboard, into the scenario on screen: a project some months later. */
export async function laterProject(window: Page, name: string, months: string): Promise<void> {
  const delay = await addChange(window, 'Project later of eerder')
  await choose(window, delay.getByLabel('Project (verplicht)'), name)
  await typeInto(window, delay.getByLabel('Maanden later'), months)
  await window.keyboard.press('Enter')
  await expect(delay).toBeHidden()
}

export async function choose(window: Page, select: Locator, text: string): Promise<void> {
  await tabTo(window, select)
  await window.keyboard.type(text)
}

/** The plan as it is now, through a plain copy: what the test reads, with the keys all the same. */
export async function saved(app: App, name: string): Promise<ProgrammeData> {
  const { window } = app
  await app.saveDialogAnswers(name)
  await window.keyboard.press('Control+S')
  const question = sealDialog(window)
  await question.getByLabel('Zonder wachtzin bewaren').press('Space')
  await question.getByTestId('seal-copy').press('Enter')
  await expect(question).toBeHidden()
  await expect.poll(() => app.hasFile(name)).toBe(true)
  const file = parsePalet(app.readFile(name).toString('utf8'))
  if (!file.ok) throw new Error(file.error.message)
  return file.value.data
}

/** What the domain itself makes of a scenario in the file, with the seed and the number of runs of the window. */
export function inNode(data: ProgrammeData, name: string | null, today: string): SimulationResult {
  const plan = inputsFrom(data, today)
  const scenario = [...data.scenarios.values()].find((each) => each.name === name)
  if (name !== null && scenario === undefined) throw new Error(`no scenario ${name}`)
  const inputs = scenario === undefined ? plan : applyScenario(data, plan, scenario).inputs
  return simulate(inputs, { seed: SEED, runs: RUNS })
}

export async function today(window: Page): Promise<string> {
  return window.evaluate(() => {
    const two = (n: number): string => String(n).padStart(2, '0')
    const now = new Date()
    return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  })
}

/** The part of an advice card that says how it is reached: number of places and share of the runs. */
export async function adviceOf(
  window: Page,
  word: 'P50' | 'P90',
): Promise<{ readonly places: number; readonly percent: number; readonly text: string }> {
  const text = await window.locator(`[data-advice="${word}"]`).innerText()
  const [, places = '', percent = ''] = /([\d.]+) extra plek(?:ken)?\s+gehaald in (\d+)%/.exec(text) ?? []
  return { places: Number(places.replace('.', '')), percent: Number(percent), text }
}

export const METRICS = ['waiting', 'bedsTaken', 'timeToHouse', 'placesInUse', 'unmetHours'] as const

/** Sentence and key outcomes on screen are those of the result, at its last month. */
export async function expectOnScreen(window: Page, result: SimulationResult): Promise<void> {
  const last = result.dates.length - 1
  const [headline = ''] = sentences(result, result.dates[last] ?? '')
  await expect(window.getByTestId('what-if-sentence')).toContainText(headline)
  for (const metric of METRICS) {
    const kind = figureOf(metric)
    const range = rangeAt(bandOf(result, metric), last)
    const card = window.locator(`.goal-card[data-figure="${metric}"]`)
    await expect(card).toContainText(`${showNumber(range.middle, kind.decimals)} ${kind.unit}`)
    await expect(card).toContainText(showRange(range, kind.decimals))
  }
}
