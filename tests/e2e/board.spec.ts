import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support'
import { expectAccessibleInBoth } from './support/accessibility'
import { openPlanning, panelOf, tabTo, typeInto } from './support/planning'

const CARD = 'Kamers met Kansen Borculo'

async function openBoard(window: Page): Promise<Locator> {
  await tabTo(window, window.getByRole('radio', { name: 'Tabel' }))
  await window.keyboard.press('ArrowLeft')
  const board = window.getByTestId('project-board')
  await expect(board).toBeVisible()
  return board
}

function cardIn(board: Locator, phase: string, name = CARD): Locator {
  return board.getByTestId(`column-${phase}`).locator('.board-card__open').filter({ hasText: name })
}

test('with the keyboard: to the next phase asks what is missing, back asks nothing, undo', async ({
  app,
}) => {
  const { window } = app
  await openPlanning(window)
  const board = await openBoard(window)
  await expect(board.getByRole('region', { name: /^Locatie of woning: 3 projecten, / })).toBeVisible()
  await tabTo(window, cardIn(board, 'agreements'))
  // Arrows walk over the board.
  await window.keyboard.press('ArrowDown')
  await expect(cardIn(board, 'agreements', 'Doorstroomwoningen Silvolde')).toBeFocused()
  await window.keyboard.press('ArrowUp')
  await window.keyboard.press('ArrowRight')
  await expect(board.getByTestId('column-location').getByRole('button').nth(1)).toBeFocused()
  await window.keyboard.press('ArrowLeft')
  await expect(cardIn(board, 'agreements')).toBeFocused()

  await window.keyboard.press('Control+ArrowRight')
  const form = window.getByRole('dialog', { name: `${CARD} verplaatsen` })
  await expect(form.getByLabel('Naar fase')).toHaveValue(/\d/)
  await expect(form.getByLabel(/^Samenwerking/)).toBeVisible()
  // What was noted before isn't asked again.
  await expect(form.getByLabel(/^Rollen/)).toHaveCount(0)
  await tabTo(window, form.getByRole('button', { name: 'Verplaatsen' }))
  await window.keyboard.press('Enter')
  await expect(form.getByText('Vul in: samenwerking.')).toBeVisible()
  await expect(form.getByText('Vul in: werkwijze.')).toBeVisible()
  await expect(form.getByLabel(/^Samenwerking/)).toBeFocused()
  await window.keyboard.type('Elke maand aan tafel')
  await typeInto(window, form.getByLabel(/^Werkwijze/), 'Samen besluiten, daarna opschalen')
  await typeInto(window, form.getByLabel('Sinds'), '01-01-2099')
  await tabTo(window, form.getByRole('button', { name: 'Verplaatsen' }))
  await window.keyboard.press('Enter')
  await expect(form.getByText(/1 januari 2099 moet nog komen/)).toBeVisible()
  const now = new Date()
  const two = (n: number): string => String(n).padStart(2, '0')
  const today = `${two(now.getDate())}-${two(now.getMonth() + 1)}-${String(now.getFullYear())}`
  await typeInto(window, form.getByLabel('Sinds'), today)
  await tabTo(window, form.getByRole('button', { name: 'Verplaatsen' }))
  await window.keyboard.press('Enter')
  await expect(form).toBeHidden()
  await expect(cardIn(board, 'location')).toBeFocused()

  // Back asks nothing.
  await window.keyboard.press('Control+ArrowLeft')
  await expect(cardIn(board, 'agreements')).toBeFocused()
  await window.keyboard.press('Control+Z')
  await expect(cardIn(board, 'location')).toBeVisible()
  await window.keyboard.press('Control+Z')
  await expect(cardIn(board, 'agreements')).toBeVisible()

  // Another phase, chosen; Escape leaves it where it was. Enter opens the project.
  await cardIn(board, 'agreements').focus()
  await window.keyboard.press('F2')
  await form.getByLabel('Naar fase').selectOption({ label: 'Idee' })
  await expect(form.getByText('Terug naar een eerdere fase: daarvoor is niets nodig.')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await expect(cardIn(board, 'agreements')).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(panelOf(window).getByRole('heading', { name: CARD })).toBeVisible()
})

test('a project that has ended comes back through its gates', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  const board = await openBoard(window)
  const form = window.getByRole('dialog', { name: `${CARD} verplaatsen` })
  await tabTo(window, cardIn(board, 'agreements'))
  await window.keyboard.press('F2')
  await form.getByLabel('Naar fase').selectOption({ label: 'Bijgesteld of beëindigd' })
  await tabTo(window, form.getByRole('button', { name: 'Verplaatsen' }))
  await window.keyboard.press('Enter')
  await expect(cardIn(board, 'ended')).toBeFocused()
  await window.keyboard.press('Control+ArrowLeft')
  await expect(form.getByText(/^Leg eerst vast wat deze fase nodig heeft\./)).toBeVisible()
  for (const label of [/^Samenwerking/, /^Werkwijze/, /^Beheerplan/, /^Mandaat/])
    await expect(form.getByLabel(label)).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(cardIn(board, 'ended')).toBeFocused()
})

test('with the mouse: dragging to a column asks the same, Escape lets go', async ({ app }) => {
  const { window } = app
  await app.resize(1366, 768)
  await openPlanning(window)
  const board = await openBoard(window)
  const from = await cardIn(board, 'agreements').boundingBox()
  const to = await board.getByTestId('column-exploration').boundingBox()
  if (from === null || to === null) throw new Error('not on screen')
  const start = { x: from.x + 60, y: from.y + 30 }
  const drag = async (): Promise<void> => {
    await window.mouse.move(start.x, start.y)
    await window.mouse.down()
    await window.mouse.move(to.x + 80, to.y + 300, { steps: 8 })
    await expect(board.locator('.board-column--target')).toHaveCount(1)
  }
  await drag()
  await window.keyboard.press('Escape')
  await window.mouse.up()
  await expect(cardIn(board, 'agreements')).toBeVisible()
  await drag()
  await window.mouse.up()
  await expect(cardIn(board, 'exploration')).toBeVisible()
  await expect(panelOf(window)).toBeHidden()
  await window.keyboard.press('Control+Z')
  await expect(cardIn(board, 'agreements')).toBeVisible()
})

test('columns fold, and follow search and filters', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  const board = await openBoard(window)
  await board.getByRole('button', { name: 'Idee inklappen' }).click()
  await expect(board.getByRole('button', { name: 'Idee uitklappen' })).toHaveAttribute(
    'aria-expanded',
    'false',
  )
  await window.keyboard.press('/')
  await window.keyboard.type('Borculo')
  await expect(window.getByTestId('project-count')).toHaveText('1 van 45 projecten')
  await expect(board.locator('.board-card')).toHaveCount(1)
  await expect(
    board.getByRole('region', { name: 'Afspraken en mandaat: 1 project, 8 plekken' }),
  ).toBeVisible()
})

test('no accessibility faults, nothing cut off at 1366 by 768', async ({ app }) => {
  const { window } = app
  await app.resize(1366, 768)
  await openPlanning(window)
  const board = await openBoard(window)
  await tabTo(window, cardIn(board, 'agreements'))
  await expectAccessibleInBoth(app, 'board')
  await window.keyboard.press('Control+ArrowRight')
  const form = window.getByRole('dialog')
  await form.getByRole('button', { name: 'Verplaatsen' }).click()
  await expectAccessibleInBoth(app, 'form with mistakes')
  await window.keyboard.press('Escape')
  const fits = await window.evaluate(
    () =>
      document.documentElement.scrollWidth <= innerWidth &&
      document.documentElement.scrollHeight <= innerHeight,
  )
  expect(fits).toBe(true)
})
