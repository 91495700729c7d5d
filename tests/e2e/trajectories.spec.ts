import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support'
import { expectAccessibleInBoth } from './support/accessibility'
import { openSample } from './support/backups'

async function openTrajectories(window: Page, id = ''): Promise<void> {
  await openSample(window)
  await window.evaluate((to) => {
    location.hash = to
  }, `#/trajecten${id}`)
  await window.getByTestId('trajectories').waitFor()
}

const panel = (window: Page): Locator => window.locator('.p-side-panel')
const group = (window: Page, name: string): Locator => window.getByTestId(`group-${name}`)
const code = (window: Page, name: string): Locator => window.getByRole('button', { name, exact: true })

test('seed 001 · dakloos én dreigend dakloos: trajecten met herkomst en voorkeur voor een gemeente', async ({
  app,
}) => {
  const { window } = app
  await openTrajectories(window)

  // Prevention is a group of its own, above who has no home; nothing of this leaves as a table.
  await expect(window.getByTestId('trajectory-table').locator('tbody').first()).toContainText(
    'Dreigend dakloos',
  )
  await expect(group(window, 'atRisk').getByRole('button')).toHaveText(['T-0005', 'T-0002'])
  await expect(window.getByRole('button', { name: /Excel|kopiëren|Exporteren/i })).toHaveCount(0)
  await window.getByRole('radio', { name: 'Dreigend dakloos' }).check()
  await window.getByLabel('Gemeente van herkomst').selectOption({ label: 'Uit Winterswijk' })
  await expect(window.getByTestId('trajectory-count')).toHaveText('1 traject')
  await expect(group(window, 'atRisk').getByRole('row').nth(1)).toContainText(
    /T-0002.*Winterswijk.*Winterswijk/s,
  )
  await window.getByRole('button', { name: 'Wis filters' }).click()

  // A new one has a code and no name.
  await window.getByRole('button', { name: 'Nieuw traject' }).click()
  const form = panel(window)
  await expect(form.getByRole('heading', { level: 2 })).toHaveText('Nieuw traject T-0010')
  await form.getByLabel('Gemeente van herkomst').selectOption({ label: 'Bronckhorst' })
  await form.getByLabel('Gewenste gemeente').selectOption({ label: 'Doetinchem' })
  await form.getByLabel('Notitie').fill('Mevrouw Jansen van Kerkstraat 12 belde.')
  await form.getByRole('button', { name: 'Bewaren' }).click()
  await expect(
    form.getByText('In deze tekst staat zo te zien de naam van een persoon.', { exact: false }),
  ).toBeVisible()
  await form.getByLabel('Notitie').fill('De huur is opgezegd.')
  await form.getByRole('button', { name: 'Bewaren' }).click()
  await expect(form).toBeHidden()
  const row = window.getByRole('row').filter({ has: code(window, 'T-0010') })
  await expect(row).toContainText(/dreigend dakloos.*Signaal.*Bronckhorst.*Doetinchem/s)

  // The home was lost all the same: both situations stay to be read.
  await code(window, 'T-0010').click()
  await form.getByRole('tab', { name: /Stappen/ }).click()
  await form.getByRole('button', { name: 'Situatie wijzigen' }).click()
  await window.getByRole('dialog', { name: 'Nu dakloos' }).getByRole('button', { name: 'Vastleggen' }).click()
  await expect(form.getByTestId('trajectory-events').getByRole('listitem')).toHaveCount(3)
  await expect(form.getByTestId('trajectory-events')).toContainText('Situatie: dreigend dakloos')
  await expect(group(window, 'homeless').getByRole('button', { name: 'T-0010' })).toBeVisible()
  await window.keyboard.press('Escape')

  // Who asks to be forgotten doesn't wait for a term.
  await window.evaluate(() => {
    location.hash = '#/bewaartermijnen'
  })
  await window.getByRole('combobox', { name: 'Code van het traject' }).fill('0010')
  await window.keyboard.press('Enter')
  await expect(window.getByLabel('Kies traject T-0010')).toBeChecked()
  await window.getByTestId('delete-for-good').click()
  await window.getByTestId('confirm-deletion').click()
  await expect(window.getByText(/1 gegeven voorgoed gewist/)).toBeVisible()
  await expect(window.getByLabel('Kies traject T-0010')).toBeHidden()
})

test('seed 001 · eigen, passend, betaalbaar met begeleiding: vier toetsen bij elke match', async ({
  app,
}) => {
  const { window } = app
  await app.resize(1366, 768)
  await openTrajectories(window)
  await code(window, 'T-0007').click()
  const form = panel(window)
  await form.getByRole('tab', { name: /Matches/ }).click()

  // Homes without support are no places.
  await expect(form.getByTestId('match').first()).toContainText(
    'Op 1 december 2026 zijn er 4 woonplekken, maar nog geen begeleiding.',
  )
  await form.getByRole('button', { name: 'Sluiten' }).click()

  await code(window, 'T-0003').click()
  const match = form.getByTestId('match')
  await expect(match).toContainText('5 woonplekken waar woning én begeleiding er zijn')
  const check = match.getByTestId('check-supported')
  await expect(check).toContainText('Begeleiding: open')
  await match.getByRole('button', { name: 'Accepteren' }).click()
  await expect(check).toContainText('Nog niet beantwoord: begeleiding.')

  // A "no" asks why it can go on all the same.
  await check.getByRole('radio', { name: 'Nee' }).check()
  await match.getByRole('button', { name: 'Accepteren' }).click()
  await expect(check).toContainText('Bij begeleiding staat nee. Schrijf erbij waarom deze plek toch kan')
  await check.getByLabel('Waarom kan het toch?').fill('De eerste maand helpt het team van de opvang.')
  await expectAccessibleInBoth(app, 'a match with its four checks')
  await match.getByRole('button', { name: 'Accepteren' }).click()
  await expect(match).toContainText('geaccepteerd')
  await expect(match.getByRole('radio')).toHaveCount(0)
  for (const name of ['own', 'fitting', 'affordable'])
    await expect(match.getByTestId(`check-${name}`)).toContainText(': ja')

  // Now the place can be allotted.
  await form.getByRole('tab', { name: /Stappen/ }).click()
  await form.getByRole('button', { name: 'Volgende stap' }).click()
  const dialog = window.getByRole('dialog', { name: 'Volgende stap' })
  await expect(dialog.getByLabel(/^Stap/).locator('option:checked')).toHaveText('Toewijzing')
  await dialog.getByRole('button', { name: 'Stap vastleggen' }).click()
  await expect(form.getByTestId('trajectory-events').getByRole('listitem').first()).toContainText(
    'Toewijzing',
  )
})
