import type { Page } from '@playwright/test'
import { type App, expect, test } from './support'
import { expectAccessible } from './support/accessibility'
import { takeTable } from './support/tables'

const table = (window: Page) => window.getByTestId('log-table')
const rows = (window: Page) => table(window).locator('tbody tr')
const panel = (window: Page) => window.getByTestId('log-entry')
const filters = (window: Page) => window.getByRole('search', { name: 'Zoeken in het logboek' })

async function openSample({ window }: App): Promise<void> {
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
}

async function goTo(window: Page, screen: string): Promise<void> {
  await window
    .getByRole('navigation', { name: 'Schermen' })
    .getByRole('link', { name: screen, exact: true })
    .click()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(screen)
}

/** One change as a person makes it: the name of an arrangement type. */
async function rename(window: Page, from: string, to: string): Promise<void> {
  await goTo(window, 'Palet')
  await window.getByRole('button', { name: from, exact: true }).click()
  await window.getByLabel('Naam').fill(to)
  await window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await expect(window.getByText(`Arrangementtype "${to}" gewijzigd.`).first()).toBeVisible()
}

async function openEntry(window: Page, words: RegExp): Promise<void> {
  await rows(window).filter({ hasText: words }).first().getByRole('button').click()
  await panel(window).waitFor()
}

/** Changes the sealed rows of the log by hand, past Palet, as someone with the disk would. */
async function meddle(window: Page, how: 'swap' | 'remove', sequences: readonly number[]): Promise<void> {
  await window.evaluate(
    async ({ how, sequences }) => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
      const name = names.find((each) => each.startsWith('palet-kluis-')) ?? ''
      const request = indexedDB.open(name)
      await new Promise((done) => (request.onsuccess = done))
      const store = request.result.transaction('journal', 'readwrite').objectStore('journal')
      const get = (key: number) =>
        new Promise<{ sequence: number; body: unknown }>((done) => {
          const found = store.get(key)
          found.onsuccess = () => {
            done(found.result as { sequence: number; body: unknown })
          }
        })
      const [a = 0, b = 0] = sequences
      if (how === 'remove') store.delete(a)
      else {
        const [first, second] = [await get(a), await get(b)]
        store.put({ ...first, body: second.body })
        store.put({ ...second, body: first.body })
      }
      await new Promise((done) => (store.transaction.oncomplete = done))
      request.result.close()
    },
    { how, sequences },
  )
}

async function check(window: Page): Promise<void> {
  await window.getByTestId('check-log').click()
}

test('the log tells what changed from what to what, finds it again and goes out as a table', async ({
  app,
}) => {
  const { window } = app
  await app.resize(1366, 768)
  await openSample(app)
  await rename(window, 'Housing First', 'Housing First anders')
  await goTo(window, 'Capaciteit')
  await app.saveDialogAnswers('capaciteit.csv')
  await takeTable(window, 'CSV-bestand (.csv)')
  await expect(window.getByText('De tabel is bewaard als capaciteit.csv.')).toBeVisible()
  await takeTable(window, 'Kopiëren')
  await expect(window.getByText(/^De tabel is gekopieerd/)).toBeVisible()

  await goTo(window, 'Logboek')
  await expect(rows(window).first()).toContainText('Capaciteitstabel gekopieerd naar het klembord')
  await openEntry(window, /Tabel bewaard als "capaciteit.csv"/)
  await expect(panel(window)).toContainText('Export')
  await expect(panel(window)).toContainText(/SHA-256 [0-9a-f]{64}/)
  await expect(panel(window)).toContainText('Deze regel heeft geen gegevens gewijzigd.')
  await openEntry(window, /Housing First anders/)
  const change = panel(window).getByRole('row', { name: /^Naam/ })
  await expect(change.getByRole('cell').first()).toHaveText('Housing First')
  await expect(change.getByRole('cell').last()).toHaveText('Housing First anders')
  await expectAccessible(window, 'an entry of the log')

  await panel(window)
    .getByRole('button', { name: /^Alleen regels over/ })
    .click()
  await expect(rows(window)).toHaveCount(1)
  await window.getByTestId('clear-filter').click()
  await filters(window).getByLabel('Soort').selectOption({ label: 'Export' })
  await expect(rows(window)).toHaveCount(2)
  await filters(window).getByLabel('Waarover').selectOption({ label: 'Arrangementtypen' })
  await expect(rows(window)).toHaveCount(0)
  await filters(window).getByLabel('Soort').selectOption({ label: 'Alle soorten' })
  await expect(rows(window)).toHaveCount(1)
  await window.getByTestId('clear-filter').click()
  await filters(window).getByLabel('Vanaf').fill('01-01-2001')
  await filters(window).getByLabel('Tot en met').fill('31-12-2001')
  await expect(rows(window)).toHaveCount(0)
  await expect(window.getByText('Niets gevonden')).toBeVisible()
  await window.getByTestId('clear-filter').click()

  await app.saveDialogAnswers('logboek.csv')
  await takeTable(window, 'CSV-bestand (.csv)')
  await expect(window.getByText('De tabel is bewaard als logboek.csv.')).toBeVisible()
  const csv = app.readFile('logboek.csv').toString('utf8')
  expect(csv.split('\r\n')).toHaveLength(6)
  expect(csv).toContain('Kenmerk van de regel (SHA-256)')
  await expect(rows(window).first()).toContainText('Tabel bewaard als "logboek.csv"')
})

test('a whole log is said to be whole, also later; a broken one says where', async ({ app }) => {
  const { window } = app
  await openSample(app)
  await rename(window, 'Housing First', 'Housing First A')
  await rename(window, 'Housing First A', 'Housing First B')
  await rename(window, 'Housing First B', 'Housing First C')
  await goTo(window, 'Logboek')
  await expect(window.getByText('nog niet gecontroleerd')).toBeVisible()
  await check(window)
  await expect(window.getByTestId('log-whole')).toContainText(
    /Het logboek is heel: alle 4 regels, van .* tot en met/,
  )
  await goTo(window, 'Palet')
  await goTo(window, 'Logboek')
  await expect(window.getByTestId('log-whole')).toContainText(/Gecontroleerd op \d+ \w+ \d{4}/)

  await meddle(window, 'swap', [2, 3])
  await check(window)
  const broken = window.getByTestId('log-broken')
  await expect(broken).toContainText('Op de plaats van regel 2 staat regel 3.')
  await expect(broken).toContainText('Op de plaats van regel 3 staat regel 2.')
  await expectAccessible(window, 'a log that is broken')
  await meddle(window, 'swap', [2, 3])
  await check(window)
  await expect(window.getByTestId('log-whole')).toBeVisible()
  await meddle(window, 'remove', [3])
  await check(window)
  await expect(broken).toContainText('Regel 3 ontbreekt.')
})

test('everything goes back to an entry with a preview and a reason, and forward again after a restart', async ({
  app,
}) => {
  const { window } = app
  await app.resize(1366, 768)
  await openSample(app)
  await rename(window, 'Housing First', 'Housing First A')
  await rename(window, 'Housing First A', 'Housing First B')
  await goTo(window, 'Logboek')
  await openEntry(window, /ingelezen|begin|Voorbeeld/i)
  await window.getByTestId('restore-to-here').click()
  const dialog = window.getByTestId('restore-dialog')
  await expect(dialog).toContainText('1 arrangementtype wordt zoals toen')
  await expect(dialog).toContainText('Arrangementtype "Housing First"')
  await expectAccessible(window, 'preview of going back')
  await window.getByTestId('confirm-restore').click()
  await expect(dialog).toContainText('Schrijf op waarom.')
  await dialog.getByLabel(/^Waarom herstelt u/).fill('verkeerde naam')
  await window.getByTestId('confirm-restore').click()
  await expect(dialog).toBeHidden()
  await expect(rows(window).first()).toContainText(/teruggezet.*verkeerde naam/i)
  await goTo(window, 'Palet')
  await expect(window.getByRole('button', { name: 'Housing First', exact: true })).toBeVisible()

  await app.relaunch()
  await openSample(app)
  await app.window.keyboard.press('Control+Z')
  await goTo(app.window, 'Palet')
  await expect(app.window.getByRole('button', { name: 'Housing First B', exact: true })).toBeVisible()
})

test('what is deleted for good leaves no trace, and what came before can no longer be undone', async ({
  app,
}) => {
  const { window } = app
  await app.resize(1366, 768)
  await openSample(app)
  await goTo(window, 'Rapport')
  const name = 'Voortgangsrapportage 3e kwartaal 2026'
  await window.getByTestId('report-core-message').fill('Merkzin die weg moet')
  await window.getByTestId('report-core-message').blur()
  await expect(window.getByText('Alles bewaard', { exact: true })).toBeVisible()
  await goTo(window, 'Logboek')
  await openEntry(window, new RegExp(name))
  await expect(panel(window)).toContainText('Merkzin die weg moet')

  await goTo(window, 'Bewaartermijnen')
  await expect(window.getByText('Niets is over zijn termijn')).toBeVisible()
  await window.getByRole('tab', { name: 'Termijnen' }).click()
  await window.getByLabel('Rapporten').fill('0')
  await window.getByTestId('save-terms').click()
  await expect(window.getByText(/Vul een heel aantal maanden in/)).toBeVisible()
  await window.getByLabel('Rapporten').fill('1')
  await window.getByTestId('save-terms').click()
  await expect(window.getByText('De bewaartermijnen zijn bewaard.')).toBeVisible()
  await expectAccessible(window, 'terms')
  await window.getByRole('tab', { name: /^Te doen/ }).click()
  await window.getByLabel(`Kies rapport ${name}`).check()
  await expectAccessible(window, 'worklist')
  await window.getByTestId('delete-for-good').click()
  await expectAccessible(window, 'question before deleting for good')
  await window.getByTestId('confirm-deletion').click()
  await expect(window.getByText(/1 gegeven voorgoed gewist/)).toBeVisible()
  await expect(window.getByLabel(`Kies rapport ${name}`)).toBeHidden()

  await goTo(window, 'Logboek')
  await expect(rows(window).first()).toContainText(
    /verwijdering.*1 gegeven voorgoed gewist.*bewaartermijn voorbij/i,
  )
  await expect(table(window)).not.toContainText(name)
  await expect(table(window)).toContainText(
    /instelling\s*bewaartermijnen gewijzigd: rapporten van 120 maanden/i,
  )
  await openEntry(window, /Omschrijving gewist/)
  await expect(panel(window)).toContainText('later voorgoed gewist')
  await expect(panel(window)).not.toContainText('Merkzin')
  await window.getByTestId('restore-to-here').click()
  await expect(window.getByTestId('restore-dialog')).toContainText('Er verandert niets')
  await window.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).last().click()
  await window.keyboard.press('Escape')
  await check(window)
  await expect(window.getByTestId('log-whole')).toBeVisible()
  await window.keyboard.press('Control+Z')
  await expect(window.getByText('Er is niets om ongedaan te maken.')).toBeVisible()
  await app.relaunch()
  await openSample(app)
  await goTo(app.window, 'Rapport')
  await expect(app.window.getByText(name)).toHaveCount(0)
})

test('backups that still hold what was deleted are named with a day, or go along by policy', async ({
  app,
}) => {
  const { window } = app
  await app.resize(1366, 768)
  await openSample(app)
  await goTo(window, 'Bewaartermijnen')
  await window.getByRole('tab', { name: 'Termijnen' }).click()
  await window.getByLabel('Rapporten').fill('1')
  await window.getByTestId('save-terms').click()
  await expect(window.getByText('De bewaartermijnen zijn bewaard.')).toBeVisible()
  await goTo(window, 'Reservekopieën')
  await window.getByTestId('backup-now').click()
  await expect(window.getByText('De reservekopie is gemaakt en gecontroleerd.')).toBeVisible({
    timeout: 30_000,
  })

  const removeReport = async (name: string, words: RegExp): Promise<void> => {
    await goTo(window, 'Bewaartermijnen')
    await window.getByLabel(`Kies rapport ${name}`).check()
    await window.getByTestId('delete-for-good').click()
    await expect(window.getByTestId('deletion-dialog')).toContainText(words)
    await window.getByTestId('confirm-deletion').click()
    await expect(window.getByLabel(`Kies rapport ${name}`)).toBeHidden({ timeout: 30_000 })
  }
  await removeReport(
    'Voortgangsrapportage 2e kwartaal 2026',
    /Het staat nog in 1 reservekopie\. Die kan weg vanaf \d+ \w+ \d{4}\./,
  )
  // The decision that was in this report let go of it, and nothing brings that back.
  await window.keyboard.press('Control+Z')
  await expect(window.getByText('Er is niets om ongedaan te maken.')).toBeVisible()
  const holding = window.getByTestId('backups-holding')
  await expect(holding.locator('tbody tr')).toHaveCount(1)
  await expect(holding).toContainText('de eigen map van Palet')
  await expectAccessible(window, 'backups that still hold what was deleted')

  await window.getByRole('tab', { name: 'Termijnen' }).click()
  await window.getByLabel('Reservekopieën die nog houden').selectOption({ label: 'Meteen verwijderen' })
  await window.getByTestId('save-terms').click()
  await window.getByRole('tab', { name: /^Te doen/ }).click()
  await removeReport('Voortgangsrapportage 3e kwartaal 2026', /Die wordt meteen verwijderd/)
  await expect(holding).toBeHidden({ timeout: 30_000 })
  await goTo(window, 'Logboek')
  await expect(rows(window).first()).toContainText(/reservekopie.*1 reservekopie verwijderd/i)
  await goTo(window, 'Reservekopieën')
  await expect(window.getByTestId('backup-row')).toHaveCount(1)
})

for (const theme of ['Licht', 'Donker'])
  test(`Logboek and Bewaartermijnen have no accessibility faults and nothing cut off (${theme})`, async ({
    app,
  }) => {
    const { window } = app
    await app.resize(1366, 768)
    await openSample(app)
    await window.getByTestId('theme').click()
    await window.getByRole('menuitem', { name: theme }).click()
    await expect(window.getByRole('menu')).toBeHidden()
    for (const screen of ['Logboek', 'Bewaartermijnen']) {
      await goTo(window, screen)
      await expectAccessible(window, screen)
      const over = await window.evaluate(() => document.querySelector('main')?.scrollWidth ?? 0)
      expect(over).toBeLessThanOrEqual(
        await window.evaluate(() => document.querySelector('main')?.clientWidth ?? 0),
      )
    }
  })
