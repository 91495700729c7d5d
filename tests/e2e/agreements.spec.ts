import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { emptyRegie } from '@/domain/model/programmeData'
import { type Agreement, draftAgreement, draftMandate, type Mandate } from '@/domain/regie'
import { toDay, toIso } from '@/domain/time/day'
import { parsePalet, serialisePalet } from '@/exchange'
import { localToday } from '@/state/clock'
import { type App, expect, test } from './support'
import { expectAccessibleInBoth } from './support/accessibility'
import { expectNothingCutOff } from './support/reviews'

const DAY = localToday()
const inDays = (days: number): string => toIso(toDay(DAY) + days)
const SITE = 'partner-site'

/** The sample with these agreements and mandates and nothing else of regie: dates that hold on any day. */
function programmeWith(agreements: readonly Partial<Agreement>[], mandates: readonly Partial<Mandate>[]) {
  const file = resolve(import.meta.dirname, '../../resources/sample/achterhoek.palet')
  const read = parsePalet(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(read.error.message)
  const { data } = read.value
  const ctx = { newId: () => 'test', today: inDays(-60) }
  const byId = <T extends { readonly id: string }>(records: readonly T[]) =>
    new Map(records.map((record) => [record.id, record]))
  return serialisePalet(
    {
      ...data,
      ...emptyRegie(),
      agreements: byId(
        agreements.map((a, i) => ({
          ...draftAgreement(data, ctx),
          id: `a${String(i)}`,
          ownerId: SITE,
          subject: 'homes' as const,
          ...a,
        })),
      ),
      mandates: byId(mandates.map((m) => ({ ...draftMandate(data, ctx), id: 'm', holderId: SITE, ...m }))),
    },
    { savedAt: '2026-11-02T09:00:00Z', programmeId: 'b7a0c1de-6a5f-4a53-9f1e-2f0c8f1d77aa' },
  )
}

async function openAgreements(
  app: App,
  agreements: readonly Partial<Agreement>[],
  mandates: readonly Partial<Mandate>[] = [],
): Promise<Page> {
  await app.launch({ args: [app.writeFile('regio.palet', programmeWith(agreements, mandates))] })
  await app.enter()
  const { window } = app
  await window.getByTestId('overview-ready').waitFor()
  await app.resize(1366, 768)
  await window.evaluate(() => {
    location.hash = '#/afspraken'
  })
  await window.getByTestId('agreements').waitFor()
  return window
}

const panel = (window: Page): Locator => window.locator('.p-side-panel')
const line = (window: Page, name: string): Locator =>
  window.getByTestId('agreement-table').getByRole('row').filter({ hasText: name })

async function open(window: Page, name: string): Promise<Locator> {
  await window.getByTestId('agreement-table').getByRole('button', { name, exact: true }).click()
  await window.getByRole('dialog', { name }).waitFor()
  return panel(window)
}

async function save(window: Page): Promise<void> {
  await panel(window).getByRole('button', { name: 'Bewaren' }).click()
  await expect(panel(window)).toBeHidden()
}

test('seed 001 · uitvoeringskracht en bestuurskracht: een afspraak draagt een niveau', async ({
  freshApp: app,
  profile,
}) => {
  app.begin(profile)
  const window = await openAgreements(app, [{ name: 'Elke week een plek vrij', due: inDays(5) }])
  const quick = window.getByLabel('Snel toevoegen')

  // Typed as in a meeting: without an owner it isn't made, and the words stay.
  await quick.fill('afspraak: rugdekking bij een huisuitzetting')
  await quick.press('Enter')
  await expect(window.getByText(/^Van wie is deze actie\?/)).toBeVisible()
  await expect(quick).toHaveValue('afspraak: rugdekking bij een huisuitzetting')
  await quick.press('End')
  await window.keyboard.type(' @Sité')
  await window.keyboard.press('Enter')
  await expect(quick).toHaveValue('')
  await expect(quick).toBeFocused()
  await expect(line(window, 'Rugdekking bij een huisuitzetting')).toContainText('Uitvoerend')

  const form = await open(window, 'Rugdekking bij een huisuitzetting')
  await expect(form.getByText(/uitvoeringskracht/i)).toBeVisible()
  await form.getByLabel('Niveau').selectOption({ label: 'Bestuurlijk' })
  await expect(form.getByText(/bestuurskracht/i)).toBeVisible()
  await expectAccessibleInBoth(app, 'an agreement in its panel')
  await save(window)
  await expectNothingCutOff(window)

  await window.getByRole('button', { name: 'Niveau: Alle niveaus' }).click()
  await window.getByRole('checkbox', { name: 'Bestuurlijk' }).check()
  await window.keyboard.press('Escape')
  await expect(window.getByTestId('agreement-count')).toHaveText('1 afspraak')
  await expect(line(window, 'Rugdekking bij een huisuitzetting')).toContainText('Bestuurlijk')
})

test('seed 002 · niemand kan dit zonder de ander: een afspraak wacht op een andere', async ({
  freshApp: app,
  profile,
}) => {
  app.begin(profile)
  const window = await openAgreements(app, [
    { name: 'Buurt spreken', due: inDays(10), ownerId: 'partner-iriszorg' },
    { name: 'Sleutels overdragen', due: inDays(20) },
  ])
  let form = await open(window, 'Sleutels overdragen')
  await form.getByRole('combobox', { name: 'Zoek een afspraak die eerst klaar moet zijn' }).fill('buurt')
  await window.keyboard.press('Enter')
  await save(window)
  await expect(line(window, 'Sleutels overdragen')).toContainText('wacht op Buurt spreken')

  // The other side knows it too, and can't be made to wait in turn.
  form = await open(window, 'Buurt spreken')
  await expect(form.getByText('Hierop wacht 1 afspraak: "Sleutels overdragen".')).toBeVisible()
  await form.getByRole('combobox', { name: 'Zoek een afspraak die eerst klaar moet zijn' }).fill('sleutels')
  await expect(form.getByText('Niets gevonden.', { exact: false }).first()).toBeVisible()
  await form.getByRole('link', { name: 'Sleutels overdragen' }).click()
  await expect(window.getByRole('dialog', { name: 'Sleutels overdragen' })).toBeVisible()
  await window.getByRole('button', { name: 'Sluiten', exact: true }).click()

  await window.getByRole('button', { name: 'Nagekomen: Sleutels overdragen' }).click()
  await expect(
    window.getByText('Deze afspraak wacht nog op "Buurt spreken". Rond die eerst af.'),
  ).toBeVisible()
  await window.getByRole('button', { name: 'Nagekomen: Buurt spreken' }).click()
  await expect(line(window, 'Sleutels overdragen')).not.toContainText('wacht op')
  // A message of an earlier change doesn't take back what came after it.
  await window
    .getByText('Afspraak "Sleutels overdragen" gewijzigd.')
    .locator('..')
    .getByRole('button', { name: 'Ongedaan maken' })
    .click()
  await expect(window.getByText('Hierna is al iets anders gewijzigd.', { exact: false })).toBeVisible()
  await expect(line(window, 'Buurt spreken')).toBeHidden()
  form = await open(window, 'Sleutels overdragen')
  await form.getByRole('button', { name: 'Nagekomen' }).click()
  const end = window.getByRole('dialog', { name: 'Afspraak nagekomen' })
  await end.getByLabel('Hoe is het afgelopen?').fill('Alle sleutels zijn er.')
  await end.getByRole('button', { name: 'Nagekomen' }).click()
  await expect(form.getByTestId('what-happened')).toContainText('Alle sleutels zijn er.')
  await form.getByRole('button', { name: 'Heropenen' }).click()
  await expect(form.getByRole('button', { name: 'Nagekomen' })).toBeVisible()
})

test('seed 002 · behoud de regie, neem geen taken over: aanspreken of ondersteunen, een andere eigenaar alleen met instemming', async ({
  freshApp: app,
  profile,
}) => {
  app.begin(profile)
  const window = await openAgreements(
    app,
    [{ name: 'Woningen toewijzen', due: inDays(-20) }],
    [
      { id: 'top', name: 'Stuurgroep wonen', holderId: 'partner-iriszorg', subject: 'homes', level: 'board' },
      {
        id: 'onder',
        name: 'Toewijzen bij Sité',
        subject: 'homes',
        escalatesToId: 'top',
        backedById: SITE,
        backedByRole: 'directeur-bestuurder',
      },
    ],
  )
  await expect(window.getByText('1 afspraak over tijd', { exact: false })).toBeVisible()
  const form = await open(window, 'Woningen toewijzen')
  const told = form.getByTestId('what-happened')
  await expect(form.getByText('De afspraak blijft van Sité.', { exact: false })).toBeVisible()

  // Spoken to, with words ready to use.
  await form.getByRole('button', { name: 'Aanspreken' }).click()
  let dialog = window.getByRole('dialog', { name: 'Aanspreken of ondersteunen' })
  await dialog.getByRole('radio', { name: 'Ondersteunen' }).check()
  await expect(dialog.getByLabel('Tekst')).toHaveValue(/Wat houdt u tegen/)
  await dialog.getByRole('radio', { name: 'Aanspreken' }).check()
  await dialog.getByLabel('Tekst').fill('Beste collega, hoe staat het ervoor?')
  await dialog.getByRole('button', { name: 'Kopieer' }).click()
  await expect(window.getByText('De tekst is gekopieerd.', { exact: false })).toBeVisible()
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    'Beste collega, hoe staat het ervoor?',
  )
  await dialog.getByRole('button', { name: 'Noteer dat dit is gedaan' }).click()
  await expect(told).toContainText('AangesprokenBeste collega, hoe staat het ervoor?')

  // Up the ladder of the mandate register, which shows before where it leads.
  await form.getByRole('button', { name: 'Opschalen' }).click()
  dialog = window.getByRole('dialog', { name: 'Opschalen' })
  await expect(dialog.getByTestId('ladder').getByRole('listitem')).toHaveText([
    /^Stuurgroep wonen\s*hierheen gaat het nu/,
  ])
  await dialog.getByRole('button', { name: 'Opschalen' }).click()
  await expect(dialog.getByText('Schrijf op waarom u opschaalt.')).toBeVisible()
  await dialog.getByLabel(/Waarom schaalt u op/).fill('Er zijn geen woningen.')
  await window.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Opschalen' }).click()
  await expect(told).toContainText('Opgeschaald naar Stuurgroep wonen (IrisZorg)')
  await form.getByRole('button', { name: 'Opschalen' }).click()
  await expect(dialog.getByText('Hoger opschalen kan niet', { exact: false })).toBeVisible()
  await expect(dialog.getByRole('link', { name: 'Naar het mandaatregister' })).toBeVisible()
  await window.keyboard.press('Escape')

  // Another owner: only when that partner agreed, and with a reason.
  await form.getByRole('button', { name: 'Andere eigenaar' }).click()
  dialog = window.getByRole('dialog', { name: 'Andere eigenaar' })
  await dialog.getByLabel(/Nieuwe eigenaar/).selectOption({ label: 'Wonion' })
  await dialog.getByRole('button', { name: 'Eigenaar wijzigen' }).click()
  await expect(dialog.getByText('Vraag Wonion eerst', { exact: false })).toBeVisible()
  await expect(dialog.getByLabel(/Wie stemde in/)).toBeFocused()
  await window.keyboard.type('manager wonen')
  await dialog.getByLabel(/Reden/).fill('De woningen staan in Ulft.')
  await dialog.getByRole('button', { name: 'Eigenaar wijzigen' }).click()
  await expect(told).toContainText('Andere eigenaar: van Sité naar Wonion')
  await expect(told).toContainText('Ingestemd door: manager wonen. Reden: De woningen staan in Ulft.')
  await expect(line(window, 'Woningen toewijzen')).toContainText('Wonion')
})

test('seed 000 · preventie regisseren, bestrijden dirigeren, adviseren betrekken: manier van sturen per afspraak', async ({
  freshApp: app,
  profile,
}) => {
  app.begin(profile)
  const window = await openAgreements(app, [
    { name: 'Schulden vroeg zien', due: inDays(1), text: 'Eén lijst; samen, elke week' },
    { name: 'Overlast stoppen', due: inDays(1), steering: 'conducting' },
    { name: 'Advies over de wijk', steering: 'directing' },
  ])
  const form = await open(window, 'Advies over de wijk')
  await expect(form.getByLabel(/^Regisseren Voorkomen/)).toBeChecked()
  await form.getByLabel(/^Betrekken Adviseren/).check()
  await save(window)
  await expect(line(window, 'Schulden vroeg zien')).toContainText('Regisseren')
  await expect(line(window, 'Overlast stoppen')).toContainText('Dirigeren')
  await expect(line(window, 'Advies over de wijk')).toContainText('Betrekken')

  // To a calendar of the person's own, and back again with other eyes.
  await app.saveDialogAnswers('afspraken.ics')
  await window.getByRole('button', { name: 'Naar agenda (.ics)' }).click()
  await window.getByRole('menuitem', { name: /^Afspraken die u ziet/ }).click()
  await expect(window.getByText('Bewaard als afspraken.ics.', { exact: false })).toBeVisible()
  const lines = app.readFile('afspraken.ics').toString('utf8').replaceAll('\r\n ', '').split('\r\n')
  expect(lines.filter((each) => each.startsWith('SUMMARY:'))).toEqual([
    'SUMMARY:Afspraak: Schulden vroeg zien',
    'SUMMARY:Afspraak: Overlast stoppen',
  ])
  expect(lines).toContain(`DTSTART;VALUE=DATE:${inDays(1).replaceAll('-', '')}`)
  expect(lines).toContain('DESCRIPTION:Van Sité. Eén lijst\\; samen\\, elke week')

  await window.getByRole('tab', { name: 'Agenda' }).click()
  await expect(window.getByTestId('agenda').getByRole('region', { name: 'Zonder datum' })).toContainText(
    'Advies over de wijk',
  )
  // The calendar by keyboard: from today one day on, into what is due on it.
  await window.getByRole('tab', { name: 'Kalender' }).click()
  const grid = window.getByTestId('month-grid')
  const today = grid.locator('[aria-current="date"]')
  await expect(today).toContainText('vandaag')
  await today.focus()
  await window.keyboard.press('ArrowRight')
  await expect(grid.locator(`[data-day="${inDays(1)}"]`)).toBeFocused()
  await expect(grid.locator(`[data-day="${inDays(1)}"]`)).toHaveAccessibleName(/, 2 afspraken$/)
  await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog', { name: 'Overlast stoppen' })).toBeVisible()
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+7')
  await expect(window.getByTestId('log-table')).toContainText('Agenda bewaard als "afspraken.ics"')
})
