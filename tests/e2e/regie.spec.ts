import type { Page } from '@playwright/test'
import { type App, expect, test } from './support'
import { expectAccessibleInBoth } from './support/accessibility'
import { openPlanning, panelOf } from './support/planning'

async function openSample({ window }: App): Promise<Page> {
  await window.getByTestId('open-sample').click()
  await expect(window.getByTestId('overview-ready')).toBeVisible()
  return window
}

const numberIn = async (window: Page, name: string): Promise<number> =>
  Number((await window.getByTestId(`key-${name}`).textContent())?.trim().replaceAll('.', ''))

test('seed 001 · van daklozenopvang naar een palet van arrangementen: palet, projecten en overgangsbalans', async ({
  app,
}) => {
  const window = await openSample(app)
  const before = {
    shelter: await numberIn(window, 'shelterOpen'),
    homes: await numberIn(window, 'committed'),
  }
  const later = window.getByTestId('overview-quarter').getByRole('button', { name: 'Volgend kwartaal' })
  for (let quarter = 0; quarter < 8; quarter++) await later.click()
  expect(await numberIn(window, 'shelterOpen')).toBeLessThan(before.shelter)
  expect(await numberIn(window, 'committed')).toBeGreaterThan(before.homes)

  // The palet is what the user makes of it: a type that is added there can be planned at once.
  await window.keyboard.press('Control+3')
  await window.getByRole('button', { name: 'Type toevoegen', exact: true }).click()
  await panelOf(window).getByLabel(/^Naam/).fill('Woonhof met een gastheer')
  await panelOf(window).getByRole('button', { name: 'Bewaren' }).click()
  await expect(panelOf(window)).toBeHidden()
  await window.keyboard.press('Control+4')
  await window.getByTestId('project-table').waitFor()
  await window.getByTestId('project-table').focus()
  await window.keyboard.press('n')
  const type = panelOf(window).getByLabel(/^Type/)
  await expect(type.locator('option', { hasText: 'Woonhof met een gastheer' })).toHaveCount(1)
  await window.keyboard.press('Escape')
})

test('seed 002 · maak afspraken vooraf: een project komt niet verder zonder de startpoort', async ({
  app,
}) => {
  const { window } = app
  await openPlanning(window)
  await window.getByRole('radio', { name: 'Bord' }).check()
  const column = window.getByTestId('column-agreements')
  const card = column.locator('.board-card__open').filter({ hasText: 'Kamers met Kansen Borculo' })
  await card.focus()
  await window.keyboard.press('Control+ArrowRight')
  const form = window.getByRole('dialog', { name: 'Kamers met Kansen Borculo verplaatsen' })
  await expect(form.getByText(/^Leg eerst vast wat deze fase nodig heeft\./)).toBeVisible()
  await form.getByRole('button', { name: 'Verplaatsen' }).click()
  await expect(form.locator('[aria-invalid="true"]').first()).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(card).toBeFocused()
})

test('one search for screens and everything with a name, forgiving, by keyboard', async ({ app }) => {
  await app.resize(1366, 768)
  const window = await openSample(app)
  // What the collaboration asks stands on Overzicht, with the way there.
  await expect(window.getByTestId('together')).toContainText(/\d+ afspraken over tijd/)
  await window.keyboard.press('Control+k')
  const field = window.getByRole('combobox', { name: 'Zoeken in het programma' })
  // At once: what is typed right after the key must count.
  await window.keyboard.type('verdelsleutel inwoners')
  await expect(field).toHaveValue('verdelsleutel inwoners')
  await expect(window.getByRole('option').first()).toContainText('Verdeelsleutel op basis van inwoners')
  await expectAccessibleInBoth(app, 'search')
  await field.fill('xqzvw')
  await expect(window.getByText('Niets gevonden. Probeer een ander woord.').first()).toBeVisible()
  await field.fill('dilemma')
  await expect(window.getByRole('option').first()).toContainText("Dilemma's")
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: "Dilemma's" })).toBeVisible()
  await window.keyboard.press('Control+k')
  await window.keyboard.type('omklapwoningen neede')
  await expect(window.getByRole('option').first()).toContainText('Omklapwoningen Neede')
  await window.keyboard.press('Enter')
  await expect(panelOf(window).getByRole('heading', { name: 'Omklapwoningen Neede' })).toBeVisible()
})
