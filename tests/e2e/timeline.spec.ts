import { execFileSync } from 'node:child_process'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support'
import { expectAccessibleInBoth } from './support/accessibility'
import { openPlanning, openProject, panelOf, tabTo, typeInto } from './support/planning'

const FIRST = 'Kamers met Kansen Winterswijk'
const WAITS = 'Kamers met Kansen Aalten'

/** From the table to the timeline, by keyboard. */
async function openTimeline(window: Page): Promise<Locator> {
  await tabTo(window, window.getByRole('radio', { name: 'Tabel' }))
  await window.keyboard.press('ArrowRight')
  const timeline = window.getByTestId('project-timeline')
  await expect(timeline).toBeVisible()
  return timeline
}

function rowOf(timeline: Locator, name: string): Locator {
  return timeline.getByRole('row', { name: new RegExp(`^${name},`) })
}

/** What the keyboard stands on, as it is said. */
async function active(window: Page, timeline: Locator): Promise<string> {
  // The row is drawn once the list has scrolled to it.
  await expect(timeline).toHaveAttribute('aria-activedescendant', /./)
  const id = await timeline.getAttribute('aria-activedescendant')
  return (await window.locator(`[id="${id ?? ''}"]`).getAttribute('aria-label')) ?? ''
}

/** Narrows the list to one project, and walks in its row to a bar or mark. */
async function walkTo(window: Page, timeline: Locator, words: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 30; pressed++) {
    if (words.test(await active(window, timeline))) return
    await window.keyboard.press('ArrowRight')
  }
  throw new Error(`not reached: ${String(words)}`)
}

async function goToRow(window: Page, timeline: Locator, name: string): Promise<void> {
  await timeline.focus()
  await window.keyboard.press('Home')
  for (let pressed = 0; pressed < 80; pressed++) {
    if ((await active(window, timeline)).startsWith(`${name},`)) return
    await window.keyboard.press('ArrowDown')
  }
  throw new Error(`row not reached: ${name}`)
}

test('with the keyboard: a phase a quarter later, what waits is told and comes along, and back', async ({
  app,
}) => {
  const { window } = app
  await openPlanning(window)
  const timeline = await openTimeline(window)
  const said = window.getByTestId('timeline-said')
  await goToRow(window, timeline, FIRST)
  await walkTo(window, timeline, /^in gebruik, gepland/)
  const before = await active(window, timeline)

  await window.keyboard.press('Enter')
  await expect(said).toContainText('opgepakt')
  // Escape puts it back, nothing is written.
  await window.keyboard.press('PageDown')
  await window.keyboard.press('Escape')
  await expect(said).toContainText('Teruggezet')
  expect(await active(window, timeline)).toBe(before)
  await expect(window.getByRole('button', { name: /^Ongedaan maken/ }).first()).toBeDisabled()

  // Far enough that the project that waits has to move.
  await window.keyboard.press('Enter')
  for (let quarter = 0; quarter < 4; quarter++) await window.keyboard.press('PageDown')
  await expect(said).toContainText(/\(was \d+ \w+ \d{4}\)/)
  await expect(said).toContainText(/Dit schuift 1 project mee op: Kamers met Kansen Aalten \(.* later\)\./)
  await expect(window.getByTestId('timeline-bubble')).toContainText('Dit schuift 1 project mee op')
  await window.keyboard.press('Enter')
  const question = window.getByRole('dialog', { name: 'Andere projecten schuiven mee op' })
  await expect(question.getByTestId('delays')).toContainText(WAITS)
  await tabTo(window, question.getByRole('button', { name: 'Mee verplaatsen' }))
  await window.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(rowOf(timeline, WAITS).getByTestId('conflict')).toHaveCount(0)
  await expect(timeline).toBeFocused()
  expect(await active(window, timeline)).not.toBe(before)

  // One act, so one undo.
  await window.keyboard.press('Control+Z')
  await expect.poll(() => active(window, timeline)).toBe(before)

  // Left standing, the project that waits gets its mark.
  await window.keyboard.press('Enter')
  for (let quarter = 0; quarter < 4; quarter++) await window.keyboard.press('PageDown')
  await window.keyboard.press('Enter')
  await tabTo(window, question.getByRole('button', { name: 'Laten staan' }))
  await window.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await goToRow(window, timeline, WAITS)
  await expect(rowOf(timeline, WAITS).getByTestId('conflict')).toBeVisible()
  expect(await active(window, timeline)).toContain(
    `Begint te vroeg: fase locatie of woning wacht op ${FIRST}`,
  )
})

test('a phase before the one ahead of it is refused, with the domain’s own words', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  const timeline = await openTimeline(window)
  await goToRow(window, timeline, WAITS)
  await walkTo(window, timeline, /^verkenning, gepland/)
  const before = await active(window, timeline)
  await window.keyboard.press('Enter')
  for (let quarter = 0; quarter < 4; quarter++) await window.keyboard.press('PageUp')
  await window.keyboard.press('Enter')
  await expect(window.getByTestId('timeline-bubble')).toContainText(
    'De fase "verkenning" kan niet beginnen voor de fase "idee"',
  )
  await expect(window.getByTestId('timeline-said')).toContainText('Niet verplaatst.')
  await window.keyboard.press('Escape')
  expect(await active(window, timeline)).toBe(before)
})

test('with the mouse: dragging shows the new date, Escape puts back, dropping is one commit', async ({
  app,
}) => {
  const { window } = app
  await app.resize(1366, 768)
  await openPlanning(window)
  const timeline = await openTimeline(window)
  const row = rowOf(timeline, WAITS)
  const bar = row.locator('[data-handle="phase decision"]')
  const title = await bar.getAttribute('title')
  const box = await bar.boundingBox()
  if (box === null) throw new Error('no bar')
  const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 }

  await window.mouse.move(start.x, start.y)
  await window.mouse.down()
  await window.mouse.move(start.x + 60, start.y, { steps: 6 })
  await expect(window.getByTestId('timeline-bubble')).toContainText(/^1 \w+ \d{4} \(was /)
  await window.keyboard.press('Escape')
  await window.mouse.up()
  await expect(window.getByTestId('timeline-bubble')).toBeHidden()
  expect(await bar.getAttribute('title')).toBe(title)

  await window.mouse.move(start.x, start.y)
  await window.mouse.down()
  await window.mouse.move(start.x + 60, start.y, { steps: 6 })
  await window.mouse.up()
  await expect(window.getByText(/^Kamers met Kansen Aalten: .* is nu /)).toBeVisible()
  expect(await bar.getAttribute('title')).not.toBe(title)
  // A drop is no click: the panel stays closed.
  await expect(panelOf(window)).toBeHidden()
  await window.keyboard.press('Control+Z')
  await expect(bar).toHaveAttribute('title', title ?? '')

  // The handle of the row takes everything along.
  const idea = row.locator('[data-handle="phase inUse"]')
  const inUse = await idea.getAttribute('title')
  const grip = await row.locator('[data-handle="project"]').boundingBox()
  if (grip === null) throw new Error('no grip')
  await window.mouse.move(grip.x + 5, grip.y + 20)
  await window.mouse.down()
  await window.mouse.move(grip.x + 65, grip.y + 20, { steps: 6 })
  await window.mouse.up()
  await expect(idea).not.toHaveAttribute('title', inUse ?? '')
  expect(await bar.getAttribute('title')).not.toBe(title)
})

test('dependencies in the panel: added, refused when they go round, shown', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  const panel = await openProject(window, FIRST)
  await panel.getByRole('button', { name: 'Hangt af van' }).click()
  await expect(panel.getByText(`${WAITS} (locatie of woning) wacht op in gebruik`)).toBeVisible()
  await tabTo(window, panel.getByRole('button', { name: 'Afhankelijkheid toevoegen' }))
  await window.keyboard.press('Enter')
  await window.keyboard.press('Control+Enter')
  await expect(panel.getByText('Kies een project van dit programma om op te wachten.')).toBeVisible()
  await panel.getByLabel('Wacht op project').selectOption({ label: WAITS })
  await expect(panel.getByText(/Zo wachten projecten op elkaar in een kring/)).toBeVisible()
  await panel.getByLabel('Wacht op project').selectOption({ label: 'Skaeve Huse Varsseveld' })
  await typeInto(window, panel.getByLabel('Toelichting'), 'Eerst de ervaring daar')
  await expect(panel.getByText(/^Kan vanaf \d+ \w+ \d{4}\.$/)).toBeVisible()
  await window.keyboard.press('Control+Enter')
  await expect(panel.getByText('Alles bewaard.')).toBeVisible()
})

test('zoom by key and wheel; the capacity under the axis says its figures', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  const timeline = await openTimeline(window)
  await timeline.focus()
  await window.keyboard.press('+')
  await expect(window.getByRole('radio', { name: 'Kwartalen' })).toBeChecked()
  await window.keyboard.press('+')
  await expect(window.getByRole('radio', { name: 'Maanden' })).toBeChecked()
  await timeline.hover()
  await window.keyboard.down('Control')
  await window.mouse.wheel(0, 120)
  await window.keyboard.up('Control')
  await expect(window.getByRole('radio', { name: 'Kwartalen' })).toBeChecked()
  await expect(
    timeline.getByRole('row', { name: /^Plekken van deze projecten\. Op .*: \d+ plekken beschikbaar, / }),
  ).toBeVisible()
})

test('the whole timeline as a PDF on A3 and A4, lying down', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  await openTimeline(window)
  for (const [paper, size] of [
    ['A3', '1190.55 x 841.89'],
    ['A4', '841.89 x 595.28'],
  ] as const) {
    const name = `tijdlijn-${paper}.pdf`
    await app.saveDialogAnswers(name)
    await window.getByTestId('timeline-pdf').click()
    await window.getByRole('menuitem', { name: `Op ${paper}, liggend` }).click()
    await expect(window.getByText(`Tijdlijn bewaard als ${name}.`)).toBeVisible({ timeout: 30_000 })
    const info = execFileSync('pdfinfo', [app.path(name)], { encoding: 'utf8' })
    expect(info).toContain(size)
    const text = execFileSync('pdftotext', ['-layout', app.path(name), '-'], { encoding: 'utf8' })
    expect(text).toContain(WAITS)
    expect(text).toMatch(/pagina 1 van \d/)
    expect(text).toContain('Wat op elkaar wacht')
    expect(text).toContain('begint te vroeg')
  }
})

test('no accessibility faults, nothing cut off at 1366 by 768', async ({ app }) => {
  const { window } = app
  await app.resize(1366, 768)
  await openPlanning(window)
  const timeline = await openTimeline(window)
  await goToRow(window, timeline, FIRST)
  await walkTo(window, timeline, /^in gebruik, gepland/)
  await expectAccessibleInBoth(app, 'timeline with a bar chosen')
  await window.keyboard.press('Enter')
  for (let quarter = 0; quarter < 4; quarter++) await window.keyboard.press('PageDown')
  await expectAccessibleInBoth(app, 'timeline while moving')
  await window.keyboard.press('Enter')
  await window.getByRole('dialog').waitFor()
  await expectAccessibleInBoth(app, 'question about what waits')
  await window.keyboard.press('Escape')
  const fits = await window.evaluate(
    () =>
      document.documentElement.scrollWidth <= innerWidth &&
      document.documentElement.scrollHeight <= innerHeight,
  )
  expect(fits).toBe(true)
  await expect(window.getByTestId('timeline-pdf')).toBeInViewport({ ratio: 1 })
})
