import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as v from 'valibot'
import { type App, expect, test } from './support'
import { tabTo, typeInto } from './support/planning'

const sample = readFileSync(resolve(import.meta.dirname, '../../resources/sample/achterhoek.palet'), 'utf8')
const File = v.looseObject({ formatVersion: v.number() })

const title = (window: Page) => window.getByRole('heading', { level: 1 })
const field = (window: Page, name: string | RegExp) => window.getByRole('textbox', { name })
const fault = (window: Page, text: string) => window.getByText(text, { exact: true })

async function programmes(window: Page): Promise<string[]> {
  await window.getByTestId('programmes-ready').waitFor()
  return window.locator('.recent__open').allInnerTexts()
}

async function openFile(app: App, name: string): Promise<void> {
  await app.openDialogAnswers(name)
  await app.window.getByTestId('open-file').click()
}

test('an own programme is made with the keyboard alone, after every mistake has been named', async ({
  app,
}) => {
  const { window } = app
  const next = (): Promise<void> => window.keyboard.press('Enter')
  await tabTo(window, window.getByTestId('new-programme'))
  await window.keyboard.press('Enter')
  await expect(title(window)).toBeFocused()

  // Region
  await tabTo(window, window.getByLabel('Achterhoek', { exact: true }))
  await window.keyboard.press('ArrowRight')
  await tabTo(window, field(window, 'Naam van de regio'))
  await next()
  await expect(fault(window, 'Vul de naam van de regio in.')).toBeVisible()
  await expect(fault(window, 'Vul ten minste één gemeente in.')).toBeVisible()
  await expect(field(window, 'Naam van de regio')).toBeFocused()
  await window.keyboard.type('Noord')
  await typeInto(window, field(window, 'Code van gemeente 1'), 'A B')
  await typeInto(window, field(window, 'Inwoners van gemeente 1'), '-5')
  await next()
  await expect(fault(window, 'Vul de naam in.')).toBeVisible()
  await expect(fault(window, 'Gebruik letters en cijfers, zoals GM0222.')).toBeVisible()
  await expect(fault(window, 'Vul een heel getal van 0 of meer in.')).toBeVisible()
  await expect(field(window, 'Naam van gemeente 1')).toBeFocused()
  await typeInto(window, field(window, 'Naam van gemeente 1'), 'Hoogeveld')
  await typeInto(window, field(window, 'Code van gemeente 1'), 'N1')
  await typeInto(window, field(window, 'Inwoners van gemeente 1'), '30000')
  await typeInto(window, field(window, 'Naam van gemeente 2'), 'Laagveen')
  await typeInto(window, field(window, 'Code van gemeente 2'), 'N1')
  await next()
  await expect(fault(window, 'Deze code staat er twee keer in.')).toHaveCount(2)
  await typeInto(window, field(window, 'Code van gemeente 2'), 'N2')
  await next()

  // Name and period
  await expect(title(window)).toHaveText('Nieuw programma: naam en periode')
  await expect(title(window)).toBeFocused()
  await typeInto(window, field(window, 'Horizon'), '01-01-2020')
  await next()
  await expect(fault(window, 'Vul een naam in.')).toBeVisible()
  await expect(fault(window, 'De horizon moet na het begin liggen.')).toBeVisible()
  await typeInto(window, field(window, 'Begin'), '31-02-2026')
  await next()
  await expect(fault(window, 'Kies de eerste dag van het programma.')).toBeVisible()
  await typeInto(window, field(window, 'Naam van het programma'), 'Thuis in Noord')
  await typeInto(window, field(window, 'Begin'), '01-01-2026')
  await typeInto(window, field(window, 'Horizon'), '31-12-2030')
  await next()

  // Ambition
  await expect(title(window)).toHaveText('Nieuw programma: ambitie')
  await typeInto(window, field(window, 'Ambitie op 31 december 2030'), 'veel')
  await next()
  await expect(window.getByText(/^Vul in hoeveel plekken er op de horizon moeten zijn/)).toBeVisible()
  await expect(window.getByText(/^Van Laagveen is het aantal inwoners niet ingevuld\./)).toBeVisible()
  await typeInto(window, field(window, 'Ambitie op 31 december 2030'), '90')
  await tabTo(window, window.getByLabel('Naar aantal inwoners'))
  await window.keyboard.press('ArrowRight')
  await next()
  await expect(fault(window, 'Geef ten minste één gemeente een gewicht van meer dan 0.')).toBeVisible()
  await typeInto(window, field(window, /Hoogeveld/), '2')
  await typeInto(window, field(window, /Laagveen/), '1')
  await expect(window.getByRole('row', { name: /Hoogeveld/ })).toContainText('60')
  await expect(window.getByRole('row', { name: /Laagveen/ })).toContainText('30')
  await next()

  // Check and make
  await expect(title(window)).toHaveText('Nieuw programma: controleren')
  await expect(window.getByText('Thuis in Noord')).toBeVisible()
  await tabTo(window, window.getByTestId('wizard-next'))
  await next()
  await expect(title(window)).toHaveText('Overzicht')
  await expect(window.getByRole('banner')).toContainText('Thuis in Noord')
  await expect(window.getByRole('heading', { name: 'Er zijn nog geen projecten' })).toBeVisible()
  await expect(window.getByRole('button', { name: 'Maak het eerste project' })).toBeVisible()
})

const WRONG = [
  {
    what: 'damaged',
    content: () => sample.replace('"name":"Voorbeeld Achterhoek"', '"name":"Voorbeeld Achterhoek "'),
    message: /^"mis\.palet": Dit bestand is beschadigd: de inhoud klopt niet met het controlegetal\./,
  },
  {
    what: 'cut off',
    content: () => sample.slice(0, 5000),
    message: /^"mis\.palet": Dit is geen goed Palet-bestand\. Het bestand houdt te vroeg op/,
  },
  {
    what: 'foreign',
    content: () => JSON.stringify({ type: 'FeatureCollection', features: [] }),
    message: /^"mis\.palet": Dit bestand is niet met Palet gemaakt\./,
  },
  {
    what: 'newer',
    content: () => JSON.stringify({ ...v.parse(File, JSON.parse(sample)), formatVersion: 99 }),
    message: /^"mis\.palet": Dit bestand is gemaakt met een nieuwere Palet \(bestandsversie 99\)\./,
  },
  {
    what: 'no JSON',
    content: () => 'Geachte heer, mevrouw',
    message: /^"mis\.palet": Dit is geen goed Palet-bestand\. De opmaak klopt niet op regel 1, teken 1\./,
  },
  {
    what: 'no text',
    content: () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]),
    message: /^"mis\.palet": Dit bestand is niet te lezen/,
  },
] as const

for (const { what, content, message } of WRONG)
  test(`a file that can't be used gives a message and changes nothing: ${what}`, async ({ app }) => {
    const { window } = app
    await window.getByTestId('open-sample').click()
    await window.getByTestId('overview-ready').waitFor()
    await window.keyboard.press('Control+W')
    const before = await programmes(window)
    expect(before).toHaveLength(1)
    app.writeFile('mis.palet', content())
    await openFile(app, 'mis.palet')
    await expect(window.getByText(message)).toBeVisible()
    await expect(title(window)).toHaveText('Palet')
    expect(await programmes(window)).toEqual(before)
    await app.relaunch()
    expect(await programmes(app.window)).toEqual(before)
  })

test('a file of a programme that is here: replace, which can be undone, or keep both', async ({ app }) => {
  const { window } = app
  app.writeFile('kopie.palet', sample)
  await openFile(app, 'kopie.palet')
  await expect(title(window)).toHaveText('Overzicht')
  await window.keyboard.press('Control+2')
  await window.getByLabel('Regio').fill('Achterhoek-Oost')
  await window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await expect(window.getByRole('button', { name: 'Bewaren', exact: true })).toBeDisabled()
  await window.keyboard.press('Control+W')

  await openFile(app, 'kopie.palet')
  const question = window.getByRole('dialog', { name: 'Wat wilt u met dit bestand doen?' })
  await expect(question).toContainText('bewaard op 2 november 2026')
  await question.getByRole('button', { name: 'Annuleren' }).click()
  await expect(title(window)).toHaveText('Palet')

  const region = window.getByLabel('Regio')
  await openFile(app, 'kopie.palet')
  await question.getByRole('button', { name: 'Inhoud vervangen' }).click()
  await expect(window.getByText('De inhoud is vervangen door "kopie.palet".')).toBeVisible()
  await window.keyboard.press('Control+2')
  await expect(region).toHaveValue('Achterhoek')
  await window.getByTestId('undo').click()
  await expect(region).toHaveValue('Achterhoek-Oost')
  await window.keyboard.press('Control+W')

  await openFile(app, 'kopie.palet')
  await question.getByRole('button', { name: 'Nieuw programma maken' }).click()
  await expect(window.getByText('"kopie.palet" is geopend als nieuw programma.')).toBeVisible()
  await window.keyboard.press('Control+2')
  await expect(region).toHaveValue('Achterhoek')
  await window.keyboard.press('Control+W')
  expect(await programmes(window)).toHaveLength(2)
})

test('a file on the command line of the very first start is opened', async ({ freshApp }) => {
  const path = freshApp.writeFile('van de mail.palet', sample)
  await freshApp.launch({ args: [path] })
  await freshApp.enter()
  await expect(title(freshApp.window)).toHaveText('Overzicht')
  await expect(freshApp.window.getByRole('banner')).toContainText('Voorbeeld Achterhoek')
  await expect(freshApp.window.getByText('"van de mail.palet" is geopend.')).toBeVisible()
})

test('the list has the last one first, and removing asks', async ({ app }) => {
  const { window } = app
  app.writeFile('kopie.palet', sample)
  await openFile(app, 'kopie.palet')
  await expect(title(window)).toHaveText('Overzicht')
  await window.keyboard.press('Control+W')
  await openFile(app, 'kopie.palet')
  await window.getByRole('button', { name: 'Nieuw programma maken' }).click()
  await expect(title(window)).toHaveText('Overzicht')
  await window.keyboard.press('Control+2')
  await window.getByLabel('Naam van het programma').fill('Ons programma')
  await window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await expect(window.getByRole('banner')).toContainText('Ons programma')
  await window.keyboard.press('Control+W')
  await expect.poll(async () => (await programmes(window))[0]).toContain('Ons programma')
  expect((await programmes(window))[1]).toContain('Voorbeeld Achterhoek')

  await app.relaunch()
  await app.window.locator('.recent__open').filter({ hasText: 'Voorbeeld Achterhoek' }).click()
  await expect(title(app.window)).toHaveText('Overzicht')
  await app.window.keyboard.press('Control+W')
  expect((await programmes(app.window))[0]).toContain('Voorbeeld Achterhoek')

  const remove = async (answer: string): Promise<void> => {
    await app.window.getByRole('button', { name: 'Meer over Ons programma' }).click()
    await app.window.getByRole('menuitem', { name: 'Verwijderen…' }).click()
    const question = app.window.getByRole('alertdialog', { name: 'Programma verwijderen?' })
    await expect(question).toContainText('Dit kunt u niet ongedaan maken.')
    await question.getByRole('button', { name: answer }).click()
    await expect(question).toBeHidden()
  }
  await remove('Annuleren')
  expect(await programmes(app.window)).toHaveLength(2)
  await remove('Verwijderen')
  await expect(app.window.getByText('"Ons programma" is verwijderd van deze computer.')).toBeVisible()
  await app.relaunch()
  const left = await programmes(app.window)
  expect(left).toHaveLength(1)
  expect(left[0]).toContain('Voorbeeld Achterhoek')
})
