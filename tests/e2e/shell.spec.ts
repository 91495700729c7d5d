import type { Page } from '@playwright/test'
import { expect, test } from './support'
import { saveCopy, unseal } from './support/copies'

async function openSample(window: Page): Promise<void> {
  await window.getByTestId('open-sample').click()
  await expect(window.getByTestId('overview-ready')).toBeVisible()
}

const screenTitle = (window: Page) => window.getByRole('heading', { level: 1 })

test('a programme is made with the wizard, and is still there after a restart', async ({ app }) => {
  const { window } = app
  await window.getByTestId('new-programme').click()
  await expect(screenTitle(window)).toBeFocused()
  await window.getByLabel('Winterswijk').uncheck()
  await window.getByTestId('wizard-next').click()
  await window.getByTestId('wizard-next').click()
  await expect(window.getByText('Vul een naam in.')).toBeVisible()
  await expect(window.getByLabel('Naam van het programma')).toBeFocused()
  await window.keyboard.type('Thuis in de regio')
  await window.getByLabel('Horizon').fill('31-12-2029')
  await window.getByTestId('wizard-next').click()
  await window.getByLabel('Ambitie op 31 december 2029').fill('100')
  await expect(window.getByRole('row', { name: /^Doetinchem/ })).toContainText('22')
  await window.getByTestId('wizard-next').click()
  await expect(window.getByText('van 0 plekken naar 100 plekken')).toBeVisible()
  await window.getByTestId('wizard-next').click()
  await expect(screenTitle(window)).toHaveText('Overzicht')

  await app.relaunch()
  await app.window.getByRole('button', { name: /^Thuis in de regio/ }).click()
  await app.window.getByRole('link', { name: 'Opgave' }).click()
  await expect(app.window.getByLabel('Naam van het programma')).toHaveValue('Thuis in de regio')
  await app.window.getByRole('tab', { name: 'Ambitie' }).click()
  await expect(app.window.getByRole('row', { name: /^Regio/ })).toContainText('100')
})

test('the sample is opened again with what was changed in it', async ({ app }) => {
  const { window } = app
  await openSample(window)
  await window.keyboard.press('Control+2')
  await window.getByLabel('Naam van het programma').fill('Ons voorbeeld')
  await window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await expect(window.getByText('Gegevens van het programma gewijzigd.')).toBeVisible()
  await app.relaunch()
  await openSample(app.window)
  await expect(app.window.getByRole('banner')).toContainText('Ons voorbeeld')
})

test('keyboard and menu lead to every screen, with focus on its title', async ({ app }) => {
  const { window } = app
  await openSample(window)
  const titles = [
    'Overzicht',
    'Opgave',
    'Palet',
    'Planning',
    'Capaciteit',
    'Rapport',
    'Logboek',
    'Overgangsbalans',
    'Wat als',
  ]
  for (const [index, title] of [...titles.entries()].slice(1)) {
    await window.keyboard.press(`Control+${String(index + 1)}`)
    await expect(screenTitle(window)).toHaveText(title)
    await expect(screenTitle(window)).toBeFocused()
    await expect(window).toHaveTitle(`${title} · Palet`)
    await expect(window.locator('[aria-current="page"]')).toHaveText(title)
  }
  await app.chooseMenu('Ga naar', 'Overzicht')
  await expect(screenTitle(window)).toHaveText('Overzicht')
  await window.keyboard.press('F1')
  const keys = window.getByRole('dialog', { name: 'Sneltoetsen' })
  for (const group of ['Programma', 'Planning', 'Tijdlijn', 'Bord', 'Wat als'])
    await expect(keys.getByRole('heading', { name: group, exact: true })).toBeVisible()
  await window.keyboard.press('Escape')
  await app.chooseMenu('Help', 'Over Palet')
  await expect(window.getByRole('dialog', { name: 'Over Palet' })).toContainText('EUPL-1.2')
})

test('a change is taken back with the key, with the button and from the message', async ({ app }) => {
  const { window } = app
  await openSample(window)
  await window.keyboard.press('Control+3')
  const change = async (name: string): Promise<void> => {
    await window.getByRole('button', { name: 'Housing First' }).click()
    await window.getByLabel('Naam').fill(name)
    await window.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await expect(window.getByRole('button', { name, exact: true })).toBeVisible()
  }
  const original = window.getByRole('button', { name: 'Housing First', exact: true })
  await change('Housing First A')
  await window.keyboard.press('Control+Z')
  await expect(original).toBeVisible()
  await expect(
    window.getByText('Ongedaan gemaakt: arrangementtype "Housing First A" gewijzigd.'),
  ).toBeVisible()
  await window.keyboard.press('Control+Y')
  await expect(original).toBeHidden()
  await window.getByTestId('undo').click()
  await expect(original).toBeVisible()
  await change('Housing First B')
  await window
    .getByText('Arrangementtype "Housing First B" gewijzigd.')
    .locator('..')
    .getByRole('button', { name: 'Ongedaan maken' })
    .click()
  await expect(original).toBeVisible()

  await window.keyboard.press('Control+7')
  await expect(window.getByRole('row', { name: /Housing First B.*gewijzigd/ })).toHaveCount(2)
  await window.getByLabel('Zoek in het logboek').fill('ongedaan gemaakt')
  await expect(window.getByText('1 tot en met 3 van 3')).toBeVisible()
})

test('in a text, undo is about the text', async ({ app }) => {
  const { window } = app
  await openSample(window)
  await window.keyboard.press('Control+2')
  const name = window.getByLabel('Naam van het programma')
  await name.focus()
  await window.keyboard.press('End')
  await window.keyboard.type(' X')
  await window.keyboard.press('Control+Z')
  await expect(name).not.toHaveValue(/X/)
  await expect(window.getByText('Ongedaan gemaakt')).toHaveCount(0)
})

test('unsaved changes are not lost without a question', async ({ app }) => {
  const { window } = app
  await openSample(window)
  await window.keyboard.press('Control+2')
  const region = window.getByLabel('Regio')
  await region.fill('Oost')
  await window.getByRole('link', { name: 'Palet', exact: true }).click()
  const question = window.getByRole('alertdialog', { name: 'Wijzigingen niet bewaren?' })
  await question.getByRole('button', { name: 'Verder bewerken' }).click()
  await expect(screenTitle(window)).toHaveText('Opgave')
  await expect(region).toHaveValue('Oost')
  await window.getByRole('tab', { name: 'Ambitie' }).click()
  await question.getByRole('button', { name: 'Niet bewaren' }).click()
  await expect(window.getByRole('tab', { name: 'Ambitie' })).toHaveAttribute('aria-selected', 'true')
  await window.getByRole('tab', { name: 'Doel en periode' }).click()
  await expect(region).toHaveValue('Achterhoek')
})

test('a copy is saved, opened again, and the person decides what happens to it', async ({ app }) => {
  const { window } = app
  await openSample(window)
  await saveCopy(app, 'kopie.palet')
  await window.keyboard.press('Control+3')
  await window.getByRole('button', { name: 'Housing First' }).click()
  await window.getByLabel('Naam').fill('Anders')
  await window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await expect(window.getByRole('button', { name: 'Anders', exact: true })).toBeVisible()

  await app.openDialogAnswers('kopie.palet')
  await window.keyboard.press('Control+O')
  await unseal(window)
  const question = window.getByRole('dialog', { name: 'Wat wilt u met dit bestand doen?' })
  await question.getByRole('button', { name: 'Inhoud vervangen' }).click()
  await expect(screenTitle(window)).toHaveText('Overzicht')
  await window.keyboard.press('Control+3')
  await expect(window.getByRole('button', { name: 'Housing First', exact: true })).toBeVisible()
  await window.keyboard.press('Control+Z')
  await expect(window.getByRole('button', { name: 'Anders', exact: true })).toBeVisible()

  await window.keyboard.press('Control+O')
  await unseal(window)
  await question.getByRole('button', { name: 'Nieuw programma maken' }).click()
  await expect(screenTitle(window)).toHaveText('Overzicht')
  await window.keyboard.press('Control+W')
  await expect(window.getByRole('button', { name: /^Voorbeeld Achterhoek.*laatst geopend/ })).toHaveCount(2)
})

test('a file that is no programme gives a message and changes nothing', async ({ app }) => {
  const { window } = app
  app.writeFile('brief.palet', 'Geachte heer, mevrouw')
  await app.openDialogAnswers('brief.palet')
  await window.getByTestId('open-file').click()
  await expect(window.getByText(/^"brief.palet": /)).toBeVisible()
  await expect(window.getByText("Hier komen de programma's")).toBeVisible()
})

test('a file dropped on the window: another kind is refused kindly', async ({ app }) => {
  const { window } = app
  await window.getByTestId('open-file').waitFor()
  const prevented = await window.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['x'], 'foto.png'))
    return !document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
    )
  })
  expect(prevented).toBe(true)
  await expect(window.getByText('"foto.png" is geen bestand van Palet.')).toBeVisible()
})

test('a programme is removed only after a question', async ({ app }) => {
  const { window } = app
  await openSample(window)
  await window.keyboard.press('Control+W')
  await window.getByRole('button', { name: 'Meer over Voorbeeld Achterhoek' }).click()
  await window.getByRole('menuitem', { name: 'Verwijderen…' }).click()
  await window.getByRole('alertdialog').getByRole('button', { name: 'Verwijderen' }).click()
  await expect(window.getByText('"Voorbeeld Achterhoek" is verwijderd van deze computer.')).toBeVisible()
  await expect(window.getByText("Hier komen de programma's")).toBeVisible()
})

test('the ambition of one municipality is changed in the grid, and a date is shared out', async ({ app }) => {
  const { window } = app
  await openSample(window)
  await window.keyboard.press('Control+2')
  await window.getByRole('tab', { name: 'Ambitie' }).click()
  const total = window.getByRole('row', { name: /^Regio/ })
  await expect(total).toContainText('300')
  await window.getByLabel('Ambitie van Aalten op 31 december 2030').fill('37')
  await window.keyboard.press('Enter')
  await expect(total).toContainText('310')
  await window.getByRole('button', { name: 'Datum toevoegen' }).click()
  const dialog = window.getByRole('dialog', { name: 'Datum toevoegen' })
  await dialog.getByRole('button', { name: 'Verdelen' }).click()
  await expect(dialog.getByText('Vul het aantal plekken voor de regio in.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Datum' }).fill('31-12-2029')
  await dialog.getByLabel('Plekken in de hele regio').fill('250')
  await dialog.getByRole('button', { name: 'Verdelen' }).click()
  await expect(window.getByRole('columnheader', { name: '31 december 2029' })).toBeVisible()
  await expect(total).toContainText('250')
})

test('a screen that breaks says so and offers a way out', async ({ app }) => {
  const { window } = app
  app.problems.expect(/clock is broken/)
  await openSample(window)
  await window.evaluate(() => {
    Reflect.set(window, 'realHours', Date.prototype.getHours)
    Date.prototype.getHours = () => {
      throw new Error('clock is broken')
    }
  })
  await window.keyboard.press('Control+7')
  await expect(screenTitle(window)).toHaveText('Dit scherm kan niet getoond worden')
  await window.evaluate(() => {
    Date.prototype.getHours = Reflect.get(window, 'realHours')
  })
  await window.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await expect(screenTitle(window)).toHaveText('Logboek')
  await expect(window.getByRole('row')).toHaveCount(2)
})
