import type { Locator, Page } from '@playwright/test'
import { promoteScenario, type Command } from '@/domain/commands'
import { transitionBalance } from '@/domain/capacity'
import { applyPatches } from '@/domain/history/patch'
import { formatDate, formatNumber, formatQuarter, phaseLabels, statusGroupLabels } from '@/domain/labels'
import type { IsoDate, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { conflictsOf, downstreamDelay, shiftedProject, shiftProject } from '@/domain/planning'
import { addMonths } from '@/domain/time/day'
import { lastDayOfQuarter, quarterOf } from '@/domain/time/quarter'
import { delaysByProject, delayWords } from '@/features/planning/timeline/delayWords'
import { bandOf, rangeAt, showNumber, showRange } from '@/features/whatIf/model/figures'
import { type App, expect, test } from './support'
import { newProject, openPlanning, openProject, tabTo, typeInto } from './support/planning'
import {
  choose,
  expectOnScreen,
  inNode,
  laterProject,
  lowerInflow,
  newScenario,
  press,
  saved,
  today,
} from './support/whatIf'

const NEW = 'Woonhof De Lijn'
const PLACES = 6
const WAITS = 'Kamers met Kansen Aalten'
const QUARTER = { months: 3 } as const
const FIGURES = ['gap', 'shelterOpen', 'realised', 'committed', 'planned', 'ambition'] as const
const LONG = 120_000

function named(data: ProgrammeData, name: string): Project {
  const found = [...data.projects.values()].find((project) => project.name === name)
  if (found === undefined) throw new Error(`no project ${name}`)
  return found
}

const typed = (date: IsoDate): string => date.split('-').reverse().join('-')

function outcome(data: ProgrammeData, command: Command, on: IsoDate): ProgrammeData {
  const change = command(data, {
    today: on,
    newId: () => {
      throw new Error('nothing new is made here')
    },
  })
  if (!change.ok) throw new Error(change.error.message)
  return applyPatches(data, change.value.patches)
}

/** Plans a project of so many places, decided on one day and in use on another; both tracks at once. */
async function planProject(window: Page, decision: IsoDate, inUse: IsoDate): Promise<void> {
  const panel = await newProject(window)
  await typeInto(window, panel.getByLabel('Naam'), NEW)
  await choose(window, panel.getByLabel('Gemeente', { exact: false }), 'Mont')
  await typeInto(window, panel.getByLabel(`${phaseLabels.decision}: begin gepland`), typed(decision))
  await typeInto(window, panel.getByLabel(`${phaseLabels.inUse}: begin gepland`), typed(inUse))
  await typeInto(window, panel.getByRole('textbox', { name: 'Datum', exact: true }), typed(inUse))
  await typeInto(window, panel.getByRole('textbox', { name: 'Plekken', exact: true }), String(PLACES))
  await press(window, panel.getByRole('button', { name: 'Plekken beschikbaar maken' }))
  await window.keyboard.press('Control+Enter')
  await expect(panel.getByText('Alles bewaard.')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

/** The other project gets to wait for the decision of the new one. */
async function letWait(window: Page): Promise<void> {
  const panel = await openProject(window, WAITS)
  await press(window, panel.getByRole('button', { name: 'Afhankelijkheid toevoegen' }))
  const card = panel.getByRole('group', { name: 'Wacht op een project' })
  await choose(window, card.getByLabel('Wacht op project'), NEW)
  await window.keyboard.press('Control+Enter')
  await expect(panel.getByText('Alles bewaard.')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await window.keyboard.press('/')
  await window.keyboard.press('Control+A')
  await window.keyboard.press('Delete')
  await window.keyboard.press('Enter')
}

async function goToRow(window: Page, timeline: Locator, name: string): Promise<void> {
  await tabTo(window, timeline)
  await window.keyboard.press('Home')
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await expect(timeline).toHaveAttribute('aria-activedescendant', /./)
    const id = (await timeline.getAttribute('aria-activedescendant')) ?? ''
    const said = await window.locator(`[id="${id}"]`).getAttribute('aria-label')
    if (said?.startsWith(`${name},`) === true) return
    await window.keyboard.press('ArrowDown')
  }
  throw new Error(`row not reached: ${name}`)
}

/** Walks with the arrows to the cell of a municipality at the end of a quarter. */
async function goToCell(window: Page, municipality: string, on: IsoDate): Promise<void> {
  const grid = window.getByTestId('balance-grid')
  await grid.waitFor()
  const at = async (role: 'rowheader' | 'columnheader', name: string): Promise<number[]> => {
    const place = await grid.getByRole(role, { name, exact: true }).getAttribute('data-cell')
    return (place ?? '').split(':').map(Number)
  }
  const [row = 0] = await at('rowheader', municipality)
  const [, column = 0] = await at('columnheader', formatQuarter(quarterOf(on)))
  await tabTo(window, grid.locator('[tabindex="0"]'))
  await window.keyboard.press('Control+ArrowDown')
  await window.keyboard.press('Home')
  for (let steps = 0; steps < column; steps += 1) await window.keyboard.press('ArrowRight')
  const cell = grid.locator(`[data-cell="${String(row)}:${String(column)}"]`)
  for (let steps = 0; steps < 40; steps += 1) {
    if (await cell.evaluate((element) => element === document.activeElement)) return
    await window.keyboard.press('ArrowUp')
  }
  throw new Error(`cell not reached: ${municipality}, ${on}`)
}

/** Every figure of the cell on screen is what the domain makes of the plan. */
async function expectBalance(window: Page, data: ProgrammeData, place: string, on: IsoDate): Promise<void> {
  await goToCell(window, place, on)
  const row = transitionBalance(data, on, 'municipality').rows.find(({ name }) => name === place)
  const strip = window.getByTestId('cell-strip')
  await expect(strip).toContainText(place)
  await expect(strip).toContainText(formatQuarter(quarterOf(on)))
  for (const figure of FIGURES) {
    const value = row?.[figure] ?? null
    const item = strip.locator('dl > div').filter({ hasText: statusGroupLabels[figure] })
    await expect(item.locator('dd'), figure).toHaveText(value === null ? '–' : formatNumber(value))
  }
}

const gapOf = (data: ProgrammeData, place: string, on: IsoDate): number =>
  transitionBalance(data, on, 'municipality').rows.find(({ name }) => name === place)?.gap ?? Number.NaN

/** Two scenarios, run and side by side: every number is that of the domain. */
async function compareTwo(app: App, day: IsoDate): Promise<ProgrammeData> {
  const { window } = app
  const status = window.getByTestId('run-status')
  await window.keyboard.press('Control+9')
  await window.getByTestId('what-if-ready').waitFor()
  await newScenario(window, 'Minder instroom')
  await lowerInflow(window)
  await newScenario(window, 'De Lijn nog later')
  await laterProject(window, NEW, '6')
  await expect(status).toHaveAttribute('data-status', 'done', { timeout: LONG })

  const data = await saved(app, 'scenarios.palet')
  await expectOnScreen(window, inNode(data, 'De Lijn nog later', day))
  await tabTo(window, window.getByRole('tab', { name: 'Uitkomst' }))
  await window.keyboard.press('ArrowRight')
  await press(window, window.getByRole('button', { name: /^Scenario's:/ }))
  const other = window.getByLabel('Minder instroom')
  if (!(await other.isChecked())) await choose(window, other, ' ')
  await window.keyboard.press('Escape')
  await expect(status).toHaveAttribute('data-status', 'done', { timeout: LONG })
  const table = window.getByTestId('compare-table')
  const headers = await table.getByRole('columnheader').allInnerTexts()
  for (const name of ['Minder instroom', 'De Lijn nog later']) {
    const result = inNode(data, name, day)
    const waiting = rangeAt(bandOf(result, 'waiting'), result.dates.length - 1)
    const column = headers.findIndex((text) => text.startsWith(name))
    expect(column, name).toBeGreaterThan(0)
    const cell = table
      .locator('tr[data-figure="waiting"]')
      .getByRole('cell')
      .nth(column - 1)
    await expect(cell).toContainText(showNumber(waiting.middle, 0))
    await expect(cell).toContainText(showRange(waiting, 0))
  }
  return data
}

test('by keyboard alone: plan, a quarter later, gap and delay, two scenarios, compare, promote, undo', async ({
  app,
}) => {
  test.setTimeout(240_000)
  const { window } = app
  await app.resize(1366, 768)
  await openPlanning(window)
  const day = await today(window)

  // A project whose decision comes a month before the other one, that will wait for it, begins to look around.
  const start = await saved(app, 'start.palet')
  const holds = named(start, WAITS).phases.find(({ phase }) => phase === 'exploration')?.planned ?? ''
  const decision = addMonths(holds, -1)
  const inUse = addMonths(decision, 12)
  await planProject(window, decision, inUse)
  await letWait(window)
  const planned = await saved(app, 'planned.palet')
  const project = named(planned, NEW)
  const waits = named(planned, WAITS)
  expect(project.homes.reduce((sum, step) => sum + step.places, 0)).toBe(PLACES)
  expect(conflictsOf(waits, planned.projects)).toEqual([])

  // A quarter later on the timeline: who gets late by it is told, and comes along.
  const shifted = shiftedProject(project, QUARTER, day)
  if (!shifted.ok) throw new Error(shifted.error.message)
  const delays = delaysByProject(planned, downstreamDelay(planned, shifted.value, day))
  expect(delays.map(({ name }) => name)).toContain(WAITS)
  await tabTo(window, window.getByRole('radio', { name: 'Tabel' }))
  await window.keyboard.press('ArrowRight')
  const timeline = window.getByTestId('project-timeline')
  await goToRow(window, timeline, NEW)
  await window.keyboard.press('F2')
  await window.keyboard.press('PageDown')
  const said = window.getByTestId('timeline-said')
  await expect(said).toContainText(`${formatDate(addMonths(decision, 3))} (was ${formatDate(decision)})`)
  await expect(said).toContainText(delayWords(delays))
  await window.keyboard.press('Enter')
  const question = window.getByRole('dialog', { name: 'Andere projecten schuiven mee op' })
  for (const { name } of delays) await expect(question.getByTestId('delays')).toContainText(name)
  await press(window, question.getByRole('button', { name: 'Mee verplaatsen' }))
  await expect(question).toBeHidden()
  const moved = await saved(app, 'moved.palet')
  const expected = outcome(planned, shiftProject(project.id, QUARTER, { followDownstream: true }), day)
  expect([...moved.projects]).toEqual([...expected.projects])

  // The gap of the quarter in which the places would have come is wider by them; a quarter on it is as it was.
  const place = planned.municipalities.get(project.municipalityId)?.name ?? ''
  const before = lastDayOfQuarter(quarterOf(inUse))
  const after = lastDayOfQuarter(quarterOf(addMonths(inUse, 3)))
  expect(gapOf(moved, place, before)).toBe(gapOf(planned, place, before) + PLACES)
  expect(gapOf(moved, place, after)).toBe(gapOf(planned, place, after))
  await window.keyboard.press('Control+8')
  await expectBalance(window, moved, place, before)
  await expectBalance(window, moved, place, after)
  // The project stands behind the cell.
  await window.keyboard.press('Enter')
  await expect(window.getByTestId('cell-panel')).toContainText(NEW)
  await window.keyboard.press('Escape')

  const scenarios = await compareTwo(app, day)
  const later = [...scenarios.scenarios.values()].find(({ name }) => name === 'De Lijn nog later')
  const list = window.getByRole('navigation', { name: 'Scenario' })
  await press(window, list.getByRole('button', { name: 'De Lijn nog later' }))
  await press(window, window.getByTestId('promote'))
  const sure = window.getByRole('dialog', { name: 'De Lijn nog later overnemen in het plan' })
  await expect(sure.getByTestId('promote-list')).toContainText(NEW)
  await press(window, sure.getByRole('button', { name: 'In het plan overnemen' }))
  await expect(window.getByText('Scenario "De Lijn nog later" overgenomen in het plan.')).toBeVisible()
  const promoted = await saved(app, 'promoted.palet')
  const asDomain = outcome(scenarios, promoteScenario(later?.id ?? ''), day)
  expect([...promoted.projects]).toEqual([...asDomain.projects])
  expect([...promoted.scenarios.keys()]).toEqual([...asDomain.scenarios.keys()])

  await window.keyboard.press('Control+Z')
  await expect(list.getByRole('button', { name: 'De Lijn nog later' })).toBeVisible()
  const undone = await saved(app, 'undone.palet')
  expect([...undone.projects]).toEqual([...scenarios.projects])
  await window.keyboard.press('Control+8')
  await expectBalance(window, undone, place, before)
})
