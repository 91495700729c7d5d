import { writeXlsx } from 'hucre/xlsx'
import { readWorkbook } from '@/exchange/workbook'
import { expect, test } from './support'
import { expectAccessible } from './support/accessibility'
import { chooseTheme, goTo, openSample, THEMES } from './screens/tour'

/** What somebody keeps by hand: a title above it, Dutch numbers as text, words of its own, a sum, a hidden remark. */
function uglySheet(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      { name: 'Toelichting', rows: [['Overzicht plannen'], ['Bijgewerkt door afdeling vastgoed']] },
      {
        name: 'Plannen 2027',
        rows: [
          ['Projectenlijst Achterhoek', null, null, null, null, null, null],
          ['stand 1 november', null, null, null, null, null, null],
          [],
          [
            'Complexnaam',
            'Gemeente',
            'Woonvorm',
            'aantalTeBouwenEenheden',
            'Opleverdatum',
            'Status',
            'Contactpersoon',
          ],
          ['Kamers aan de Markt', 'AALTEN', 'Kamers met kansen', '1.200', '1-7-2027', 'in aanbouw', 'Jan'],
          [
            'Omklapwoningen Didam',
            'Montferland',
            'Omklapwoningen',
            14,
            new Date('2027-03-01T00:00:00Z'),
            'toegezegd',
            'Piet',
          ],
          ['Hof van Gaanderen', 'Gaanderen', 'Housing First', 8, 46388, 'toegezegd', 'Kees'],
          ['Plan zonder getal', 'Winterswijk', 'Housing First', 'ca. 10', '1-7-2028', 'toegezegd', ''],
          ['Totaal', null, null, 1222, null, null, null],
        ],
      },
    ],
  })
}

test('an ugly sheet comes in after a trial, as one change that is undone as one', async ({ app }) => {
  test.setTimeout(120_000)
  const { window } = app
  await app.resize(1366, 768)
  await openSample(window)
  await goTo(window, 'Planning')
  await window.getByRole('button', { name: 'Inlezen' }).click()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Inlezen')

  app.writeFile('kapot.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]))
  await app.openDialogAnswers('kapot.xlsx')
  await window.getByTestId('choose-table').click()
  await expect(window.getByRole('alert')).toContainText('"kapot.xlsx": ')

  app.writeFile('plannen.xlsx', await uglySheet())
  await app.openDialogAnswers('plannen.xlsx')
  await window.getByTestId('choose-table').click()
  await expect(window.getByLabel('Blad')).toContainText('Plannen 2027')
  await expect(window.getByLabel('De kopjes staan in').locator('option:checked')).toContainText(
    'Rij 4: Complexnaam',
  )
  const columns = window.getByTestId('columns-table')
  const columnOf = (field: string) => columns.locator(`[data-field="${field}"] option:checked`).first()
  await expect(columnOf('name')).toHaveText('A: Complexnaam')
  await expect(columnOf('homesPlaces')).toHaveText('D: aantalTeBouwenEenheden')
  await expect(columnOf('homesDate')).toHaveText('E: Opleverdatum')
  await expect(window.getByText(/Niet overgenomen:.*Contactpersoon/)).toBeVisible()

  // What Palet doesn't know by name is offered or asked; nothing goes on before it is answered.
  await expect(window.getByTestId('run-trial')).toBeDisabled()
  const words = window.getByTestId('values-table')
  await expect(words.locator('[data-word="in aanbouw"]')).toContainText('voorstel')
  await window.getByTestId('confirm-all').click()
  await window.getByLabel('Betekenis van Gaanderen').selectOption({ label: 'Doetinchem' })
  await expect(words.locator('[data-word="Gaanderen"]')).toContainText('gekozen')
  await window.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
  for (const theme of THEMES) {
    await chooseTheme(window, theme)
    await expectAccessible(window, `mapping, ${theme.name}`)
  }
  expect(
    await window.evaluate(() => {
      const main = document.querySelector('main') ?? document.body
      return main.scrollWidth - main.clientWidth
    }),
  ).toBeLessThanOrEqual(0)

  await window.getByTestId('run-trial').click()
  const trial = window.getByTestId('trial')
  await expect(trial).toContainText('Rij 9 is een optelling en blijft weg')
  await window.getByRole('radio', { name: 'Kan zo niet (1)' }).check()
  await expect(trial).toContainText('Kolom D. Plekken woningen: "ca. 10" is geen getal')
  await window.getByRole('radio', { name: 'Nieuw (2)' }).check()
  await expect(trial.locator('[data-row="5"]')).toContainText('1.200')
  await expect(trial.locator('[data-row="7"]')).toContainText('Doetinchem')
  // Only the page scrolls to what was found; the bar above it stays.
  await expect(window.getByTestId('undo')).toBeInViewport()
  await expectAccessible(window, 'trial')
  await trial.getByRole('checkbox', { name: /Kamers aan de Markt/ }).uncheck()
  await window.getByLabel('Waarom (voor het logboek)').fill('jaarlijkse lijst')
  await window.getByTestId('take-in').click()
  await expect(window.getByText(/ingelezen uit "plannen.xlsx"\./)).toBeVisible()
  await expect(window.getByTestId('project-count')).toContainText('46 projecten')

  await goTo(window, 'Logboek')
  const line = window.getByTestId('log-table').locator('tbody tr').first()
  await expect(line).toContainText(/ingelezen uit "plannen.xlsx" \(1 nieuw/)
  await expect(line).toContainText('jaarlijkse lijst')
  await expect(line).toContainText('plannen.xlsx')
  await window.getByTestId('undo').click()
  await goTo(window, 'Planning')
  await expect(window.getByTestId('project-count')).toContainText('45 projecten')

  // The same form again: nothing is asked a second time.
  await goTo(window, 'Inlezen')
  await window.getByTestId('choose-table').click()
  await expect(window.getByText(/eerder ingelezen/)).toBeVisible()
  await expect(window.getByTestId('run-trial')).toBeEnabled()

  await app.saveDialogAnswers('sjabloon.xlsx')
  await window.getByTestId('template').click()
  await window.getByRole('menuitem', { name: 'Voor projecten' }).click()
  await expect(window.getByText('Het sjabloon is bewaard als sjabloon.xlsx.')).toBeVisible()
  const book = await readWorkbook(new Uint8Array(app.readFile('sjabloon.xlsx')))
  expect(book.ok && book.value.sheets[0]?.rows[1]?.[0]).toBe('Voorbeeld: Kamers aan de Markt')
})
