import type { Page } from '@playwright/test'
import { compareDutch } from '@/domain/labels'
import { programmeOf } from '@/domain/model/programmeData'
import { draftCelebration, draftMandate } from '@/domain/regie'
import { type App, expect, test } from './support'
import { expectAccessible, expectAccessibleInBoth } from './support/accessibility'
import { asked, byId, ctx, openProgramme, sampleWith, wordsOf } from './support/decisions'
import { follow, keep } from './support/regie'
import { REFERENCE_DATE, reviewProgramme } from './support/reviewRound'
import { expectNothingCutOff } from './support/reviews'

const SITE = 'partner-site'
const WONION = 'partner-wonion'
const DISSENT = 'Eerst een gesprek met de straat, dan pas een tekening.'

const panel = (window: Page) => window.locator('.p-side-panel')
const row = (window: Page, name: string) => window.getByRole('row').filter({ hasText: name })

async function reportAs(app: App, name: string): Promise<string> {
  await app.saveDialogAnswers(name)
  await app.window.getByTestId('save-pdf').click()
  await expect(app.window.getByText(`Rapport bewaard als ${name}.`)).toBeVisible({ timeout: 30_000 })
  return app.path(name)
}

test('seed 001 · mandaat én rugdekking: een besluit wordt aan het mandaat getoetst, en een gat is te zien', async ({
  app,
}) => {
  const { window } = app
  await app.resize(1366, 768)
  await openProgramme(
    window,
    sampleWith((data) => ({
      mandates: byId({
        ...draftMandate(data, ctx),
        name: 'Inkoop tot een halve ton',
        subject: 'money',
        holderId: SITE,
        limit: { value: 50_000, unit: 'euro' },
        from: '2026-01-01',
      }),
    })),
  )
  await follow(window, '#/besluiten')
  await window.getByRole('button', { name: 'Besluit vragen' }).click()
  await panel(window).getByLabel('Besluit (verplicht)').fill('Extra begeleiding inkopen')
  await panel(window).getByLabel('Onderwerp').selectOption({ label: 'Geld' })
  await panel(window).getByLabel('Niveau').selectOption({ label: 'Bestuurlijk' })
  await panel(window).getByLabel('Omvang', { exact: true }).fill('80000')
  await keep(window)
  await expect(row(window, 'Extra begeleiding inkopen')).toContainText('Niemand mag dit nu beslissen')

  // What is in the way is said; from there the mandate that is missing is made, filled in.
  await window.getByRole('button', { name: 'Extra begeleiding inkopen' }).click()
  await expect(window.getByTestId('decision-mandate')).toContainText(
    'gaat tot en met 50.000 euro; dit besluit is 80.000 euro',
  )
  await expectAccessible(window, 'a decision that is asked')
  await panel(window).getByRole('button', { name: 'Mandaat maken' }).click()
  await expect(panel(window).getByLabel('Tot en met', { exact: true })).toHaveValue('80.000')
  await panel(window).getByLabel('Wie mag beslissen').selectOption({ label: 'Wonion' })
  await panel(window).getByLabel('Rugdekking van').selectOption({ label: 'Sité' })
  await panel(window).getByLabel('Rol van de bestuurder').fill('directeur-bestuurder')
  await keep(window)

  // Gaps in words and per municipality, each with a way to fill it.
  const gaps = window.getByTestId('mandate-gaps')
  await expect(gaps).toContainText(/locatie, .* mag nergens iemand beslissen/)
  await expect(row(window, 'Geld').getByText('geregeld')).toHaveCount(8)
  await expectAccessibleInBoth(app, 'mandates')
  await expectNothingCutOff(window)
  await gaps.getByRole('button', { name: 'Locatie in Aalten: niemand. Mandaat maken' }).click()
  await expect(panel(window).getByRole('button', { name: 'Gemeenten: Aalten' })).toBeVisible()
  await window.keyboard.press('Escape')
  await window.getByRole('tab', { name: /^Besluiten/ }).click()
  await expect(row(window, 'Extra begeleiding inkopen')).toContainText('Wonion mag dit beslissen')

  await window.getByRole('button', { name: 'Extra begeleiding inkopen' }).click()
  await window.getByTestId('settle').click()
  const dialog = window.getByRole('dialog', { name: 'Besluit vastleggen' })
  await expect(dialog.getByRole('radio', { name: /^Geld: Wonion/ })).toBeChecked()
  await expectAccessible(window, 'settling a decision')
  await dialog.getByRole('checkbox', { name: /^Gepland/ }).uncheck()
  await dialog.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(window.getByTestId('decision-figures')).toContainText('Opvangplekken open')
  await expect(window.getByTestId('decision-figures')).not.toContainText('Gepland')
  await window.keyboard.press('Escape')
  await expect(window.getByTestId('decisions-taken')).toContainText('Onder mandaat "Geld"')
  await expectNothingCutOff(window)
})

test('seed 001 · het netwerk als één geheel: het gezamenlijke resultaat eerst, geen ranglijst', async ({
  app,
}) => {
  const { window } = app
  const data = sampleWith((bare) => ({
    celebrations: byId({
      ...draftCelebration(bare, ctx),
      name: 'De honderdste sleutel',
      date: '2026-09-01',
      celebratedOn: '2026-09-01',
      appreciation: 'Iedereen deed wat hij had beloofd.',
      partnerIds: [WONION, SITE],
    }),
  }))
  await openProgramme(window, data)
  const first = await window.getByTestId('headline').boundingBox()
  const table = await window.getByRole('heading', { name: 'Gemeenten' }).first().boundingBox()
  expect(first?.y ?? 0).toBeLessThan(table?.y ?? 0)

  await follow(window, '#/rapport')
  const path = await reportAs(app, 'geheel.pdf')
  const page = wordsOf(path, '-l', '1', '-layout')
  expect(page.indexOf('Kernboodschap')).toBeLessThan(page.indexOf('Overgangsbalans'))
  expect(page.indexOf('De verschuiving in één beeld')).toBeLessThan(page.indexOf('Overgangsbalans'))
  // Municipalities by name, whatever their figures.
  const names = [...data.municipalities.values()].map(({ name }) => name)
  const places = names.map((name) => ({ name, at: page.lastIndexOf(` ${name} `) }))
  expect(places.every(({ at }) => at > page.indexOf('Overgangsbalans'))).toBe(true)
  expect(places.sort((a, b) => a.at - b.at).map(({ name }) => name)).toEqual(names.sort(compareDutch))
  const whole = wordsOf(path)
  expect(whole.indexOf('Ambitie en realisatie')).toBeLessThan(whole.indexOf('Per gemeente'))
  expect(whole).toContain('Om te vieren De honderdste sleutel')
  expect(whole).toContain('Dankzij Sité en Wonion.')
  expect(whole).not.toMatch(/ranglijst|koploper|achterblijver|beste gemeente|nummer 1\b/i)
})

test('seed 000 · lonkend perspectief: de bedoeling staat boven elk rapport', async ({ app }) => {
  const { window } = app
  const { data, round } = reviewProgramme()
  const [begin = ''] = programmeOf(data).purpose.split(':')
  await openProgramme(window, data)
  await follow(window, '#/rapport')
  const board = wordsOf(await reportAs(app, 'bestuur.pdf'), '-l', '1')
  expect(board).toContain(begin)
  expect(board.indexOf(begin)).toBeLessThan(board.indexOf('Kernboodschap'))

  await follow(window, '#/planning')
  await window.getByRole('radio', { name: 'Tijdlijn' }).check()
  await app.saveDialogAnswers('tijdlijn.pdf')
  await window.getByTestId('timeline-pdf').click()
  await window.getByRole('menuitem', { name: 'Op A4, liggend' }).click()
  await expect(window.getByText('Tijdlijn bewaard als tijdlijn.pdf.')).toBeVisible({ timeout: 30_000 })
  const timeline = wordsOf(app.path('tijdlijn.pdf'), '-l', '1')
  expect(timeline.indexOf(begin)).toBeGreaterThan(-1)
  expect(timeline.indexOf(begin)).toBeLessThan(timeline.indexOf('Plekken op'))

  await follow(window, `#/reviewronde/${round.id}`)
  await window.getByRole('button', { name: 'Maak… een bestand voor ProWonen' }).click()
  await app.saveDialogAnswers('tabel.pdf')
  await window.getByRole('menuitem', { name: 'Tabel op papier, A4 (.pdf)' }).click()
  await expect.poll(() => app.hasFile('tabel.pdf'), { timeout: 30_000 }).toBe(true)
  const table = wordsOf(app.path('tabel.pdf'), '-l', '1')
  expect(table.indexOf(begin)).toBeGreaterThan(-1)
  expect(table.indexOf(begin)).toBeLessThan(table.indexOf('Kloppen de aantallen'))
  expect(table).toContain(REFERENCE_DATE.slice(0, 4))
})

test('seed 000 · tegengeluid: het blijft bij het besluit staan, ook op papier', async ({ app }) => {
  const { window } = app
  await openProgramme(
    window,
    sampleWith((data) => ({
      decisions: byId(asked(data, { id: 'groenlo', name: 'Een plek in Groenlo-Zuid', level: 'board' })),
    })),
  )
  await follow(window, '#/besluiten?id=groenlo')
  await window.getByRole('button', { name: 'Tegengeluid toevoegen' }).press('Enter')
  const form = window.getByRole('dialog', { name: 'Tegengeluid toevoegen' })
  await form.getByRole('button', { name: 'Toevoegen' }).press('Enter')
  await expect(form.getByText('Van wie is het tegengeluid? Noem een partner of een groep.')).toBeVisible()
  await form.getByLabel('Van wie?').fill('Buurtvereniging Groenlo-Zuid')
  await form.getByLabel('Wat is het tegengeluid?').fill(DISSENT)
  await form.getByRole('button', { name: 'Toevoegen' }).press('Enter')
  await expect(form).toBeHidden()
  const dissent = window.getByTestId('decision-dissent')
  await expect(dissent).toContainText(DISSENT)

  // Taken against it, and without a mandate: then it has to be said why. The dissent stays, and so does the decision.
  await window.getByTestId('settle').press('Enter')
  const settle = window.getByRole('dialog', { name: 'Besluit vastleggen' })
  await settle.getByRole('button', { name: 'Vastleggen' }).press('Enter')
  await expect(settle.getByText(/zeg waarom het zonder mandaat kon/)).toBeVisible()
  await settle.getByLabel('Waarom kon het zonder mandaat?').fill('De raad besliste zelf.')
  await settle.getByRole('button', { name: 'Vastleggen' }).press('Enter')
  await expect(panel(window)).toContainText('Genomen zonder mandaat')
  await expect(dissent).toContainText(DISSENT)
  await expect(dissent.getByRole('button')).toHaveText(['Tegengeluid toevoegen'])
  await expect(panel(window).getByRole('button', { name: 'Verwijderen' })).toHaveCount(0)

  // Asked again, a report takes it up by itself, with the dissent beside it.
  await window.keyboard.press('Control+Z')
  await expect(panel(window).getByTestId('settle')).toBeVisible()
  await window.keyboard.press('Escape')
  await follow(window, '#/rapport')
  await window.getByRole('button', { name: 'Nieuw rapport' }).click()
  await expect(
    window.getByTestId('report-decisions').getByRole('checkbox', { name: /^Een plek in Groenlo-Zuid/ }),
  ).toBeChecked()
  const path = await reportAs(app, 'tegengeluid.pdf')
  expect(wordsOf(path, '-l', '1')).toContain('Een plek in Groenlo-Zuid. Niemand mag dit nu beslissen')
  const [, together = ''] = wordsOf(path).split('Samenwerking Wat is gevraagd, besloten')
  expect(together).toContain(`“${DISSENT}”`)
  expect(together).toContain('Buurtvereniging Groenlo-Zuid, ')
})
