import type { Locator, Page } from '@playwright/test'
import { type App, expect } from '../support'
import { confirmRecoveryKey, PASSPHRASE, readRecoveryKey, typePassphrase } from '../support/vault'

export type Picture = (name: string) => Promise<void>

export const THEMES = [
  { name: 'light', item: 'Licht' },
  { name: 'dark', item: 'Donker' },
] as const
export type Theme = (typeof THEMES)[number]

export async function chooseTheme(window: Page, theme: Theme): Promise<void> {
  await window.getByTestId('theme').click()
  await window.getByRole('menuitem', { name: theme.item }).click()
  await expect(window.locator('html')).toHaveAttribute('data-theme', theme.name)
}

export async function openSample(window: Page): Promise<void> {
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
}

export async function goTo(window: Page, screen: string): Promise<void> {
  await window
    .getByRole('navigation', { name: 'Schermen' })
    .getByRole('link', { name: screen, exact: true })
    .click()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(screen)
}

/** Nothing moves any more: no animation, no message that will go by itself, no page still being drawn. */
export async function atRest(window: Page): Promise<void> {
  await window.mouse.move(1, 1)
  await window.evaluate(async () => {
    await document.fonts.ready
    const running = document.getAnimations().filter((each) => each.effect?.getTiming().iterations === 1)
    await Promise.allSettled(running.map((each) => each.finished))
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
  // A chart grows into place on a clock of its own.
  await window.waitForTimeout(350)
}

export const button = (window: Page, name: string): Locator =>
  window.getByRole('button', { name, exact: true })

/** From the first start of Palet up to an own programme without a single project. */
export async function beginning(app: App, picture: Picture): Promise<void> {
  const { window } = app
  await picture('start, first time')
  await window.getByTestId('new-programme').click()
  await picture('wizard 1 region')
  await window.getByLabel('Andere regio').check()
  await window.getByTestId('wizard-next').click()
  await picture('wizard 1 own region with mistakes')
  await window.getByLabel('Achterhoek', { exact: true }).check()
  await window.getByTestId('wizard-next').click()
  await window.getByTestId('wizard-next').click()
  await picture('wizard 2 period with mistakes')
  await window.getByLabel('Naam van het programma').fill(LONG_NAME)
  await picture('wizard 2 period')
  await window.getByTestId('wizard-next').click()
  await window.getByTestId('wizard-next').click()
  await picture('wizard 3 ambition with mistakes')
  await window.getByLabel(/^Ambitie op/).fill('240')
  await picture('wizard 3 ambition')
  await window.getByTestId('wizard-next').click()
  await picture('wizard 4 check')
  await window.getByTestId('wizard-next').click()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Overzicht')
  await picture('empty overview')
  for (const screen of ['Planning', 'Capaciteit', 'Overgangsbalans', 'Wat als', 'Rapport', 'Logboek']) {
    await goTo(window, screen)
    await picture(`empty ${screen.toLowerCase()}`)
  }
}

/** The passphrase, the recovery sheet and the unlock screen, from a profile without keys. */
export async function frontDoor(app: App, picture: Picture): Promise<void> {
  const { window } = app
  await picture('start before a passphrase')
  await window.getByTestId('set-up-vault').click()
  await window.getByTestId('choose-passphrase').click()
  await picture('passphrase, nothing filled in')
  const dialog = window.getByRole('dialog', { name: 'Kies een wachtzin' })
  await dialog.getByLabel('Wachtzin', { exact: true }).fill(PASSPHRASE)
  await dialog.getByLabel('Wachtzin nog een keer', { exact: true }).fill(PASSPHRASE)
  await window.getByTestId('choose-passphrase').click()
  await window.getByTestId('recovery-key').waitFor()
  await picture('recovery sheet')
  await confirmRecoveryKey(window, await readRecoveryKey(window))
  await window.getByRole('dialog', { name: 'Uw herstelsleutel' }).waitFor({ state: 'detached' })
  await openSample(window)
  await window.keyboard.press('Control+L')
  await window.getByTestId('unlock').waitFor()
  await picture('unlock')
  await typePassphrase(window, 'niet de goede wachtzin')
  await window.getByText('Deze wachtzin past niet').waitFor()
  await picture('unlock, wrong passphrase')
}

/** As long as a programme may reasonably be called: 100 characters. */
export const LONG_NAME =
  'Van nachtopvang naar een eigen voordeur: regionaal programma wonen met begeleiding Oost-Gelderland'.padEnd(
    100,
    ' A',
  )

/** Every screen of the sample. */
export async function screens(app: App, picture: Picture): Promise<void> {
  const { window } = app
  await picture('overview')
  await scrolled(window, 'overview below', picture)
  await window.locator('.p-figure').first().click()
  await window.getByRole('dialog').waitFor()
  await picture('explanation')
  await window.keyboard.press('Escape')
  await window.locator('[data-testid="balance-total"] .p-figure').nth(1).click()
  await window.getByRole('dialog').waitFor()
  await picture('explanation of places')
  await window.keyboard.press('Escape')

  await goTo(window, 'Opgave')
  await picture('assignment')
  for (const tab of ['Ambitie', 'Verdeelsleutel', 'Gemeenten', 'Feiten']) {
    await window.getByRole('tab', { name: tab }).click()
    await picture(`assignment ${tab.toLowerCase()}`)
  }

  await goTo(window, 'Partners')
  await button(window, 'IrisZorg').click()
  await picture('partner')
  await window.keyboard.press('Escape')

  await goTo(window, 'Palet')
  await picture('palette')
  await button(window, 'Housing First').click()
  await picture('palette type')
  await window.keyboard.press('Escape')

  await goTo(window, 'Planning')
  await window.getByTestId('project-table').waitFor()
  await picture('planning')
  await window.getByTestId('project-table').focus()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await window.locator('.p-side-panel').waitFor()
  await picture('planning project')
  await window.keyboard.press('Escape')
  await window.locator('.p-side-panel').waitFor({ state: 'hidden' })
  await window.getByTestId('project-table').focus()
  await window.keyboard.press('Home')
  await window.keyboard.press('Enter')
  await window.locator('.p-side-panel').waitFor()
  await button(window, 'Startpoort').click()
  await picture('planning project start gate')
  await window.keyboard.press('Escape')
  await window.locator('.p-side-panel').waitFor({ state: 'hidden' })
  await window.getByLabel('Tijdlijn').check()
  await picture('planning timeline')
  await window.getByLabel('Bord').check()
  await picture('planning board')
  await window
    .getByTestId('column-agreements')
    .locator('.board-card__open')
    .first()
    .press('Control+ArrowRight')
  await window.getByRole('dialog').waitFor()
  await picture('planning board, what the next phase needs')
  await window.keyboard.press('Escape')

  await goTo(window, 'Afspraken')
  await picture('agreements')
  for (const tab of ['Agenda', 'Kalender', 'Lijst']) {
    await window.getByRole('tab', { name: tab }).click()
    await picture(`agreements ${tab.toLowerCase()}`)
  }
  await window.getByTestId('agreement-table').getByRole('button').first().click()
  await picture('agreements one')
  await button(window, 'Opschalen').click()
  await picture('agreements escalate')
  await window.keyboard.press('Escape')
  await window.keyboard.press('Escape')

  await goTo(window, 'Tafels')
  const tables = window.getByRole('navigation', { name: 'Tafels' })
  await tables.getByRole('link', { name: /^Kerngroep/ }).click()
  await picture('tables')
  await window.getByTestId('session-row').getByRole('link').first().click()
  await window.getByTestId('session-page').waitFor()
  await picture('session')
  await window.getByTestId('minutes-line').fill('actie: sleutels regelen @w')
  await window.getByTestId('minutes-line').press('End')
  await picture('session, naming a partner')
  await window.getByTestId('minutes-line').fill('')
  await window.getByTestId('propose-agenda').click()
  await picture('session, proposed agenda')
  await window.keyboard.press('Escape')

  await goTo(window, 'Capaciteit')
  await picture('capacity places')
  await window.getByRole('radio', { name: 'Overgangsbalans' }).check()
  await picture('capacity balance')

  await goTo(window, 'Overgangsbalans')
  await window.getByTestId('balance-grid').waitFor()
  await picture('balance')
  await window.getByTestId('balance-grid').locator('[data-cell="5:8"]').click()
  await window.getByTestId('cell-panel').waitFor()
  await picture('balance cell')
  await window.keyboard.press('Escape')
  for (const tab of ['Uren begeleiding', 'Vastgestelde plannen']) {
    await window.getByRole('tab', { name: tab }).click()
    await picture(`balance ${tab.toLowerCase()}`)
  }

  await goTo(window, 'Wat als')
  const scenario = window.getByRole('navigation', { name: 'Scenario' }).getByRole('button')
  await scenario.filter({ hasText: '24-uursopvang' }).click()
  const status = window.getByTestId('run-status')
  await expect(status).toHaveAttribute('data-status', 'done', { timeout: 60_000 })
  for (const tab of ['Uitkomst', 'Vergelijken', 'Aannames', 'Wat maakt uit', 'Advies']) {
    await window.getByRole('tab', { name: tab }).click()
    await expect(status).toHaveAttribute('data-status', 'done', { timeout: 60_000 })
    await picture(`what if ${tab.toLowerCase()}`)
  }
  await window.getByTestId('run-advice').click()
  await window.locator('[data-advice="P90"]').waitFor({ timeout: 120_000 })
  await picture('what if advies, found')
  await window.getByRole('tab', { name: 'Wat maakt uit' }).click()
  await window.getByTestId('run-sensitivity').click()
  await window.getByTestId('sensitivity-table').waitFor({ timeout: 120_000 })
  await picture('what if wat maakt uit, found')
  await window.getByTestId('promote').click()
  await window.getByRole('dialog').waitFor()
  await picture('what if, into the plan')
  await window.keyboard.press('Escape')

  await goTo(window, 'Rapport')
  await expect(window.getByTestId('report-pages')).toContainText(/ van /, { timeout: 30_000 })
  await expect(window.locator('.report-view__progress')).toBeHidden({ timeout: 30_000 })
  await window.waitForTimeout(500)
  await picture('report')

  await goTo(window, 'Logboek')
  await picture('history')
  await window.getByTestId('check-log').click()
  await window.locator('.history-open').first().click()
  await window.locator('.p-side-panel').waitFor()
  await picture('history entry')
  await window.keyboard.press('Escape')
  await goTo(window, 'Bewaartermijnen')
  await window.getByTestId('retention-ready').waitFor()
  await picture('retention')
  await scrolled(window, 'retention below', picture)
  await goTo(window, 'Reservekopieën')
  await window.getByTestId('backups-ready').waitFor()
  await picture('backups, none')
  await window.getByTestId('backup-now').click()
  await window.getByTestId('backup-row').first().waitFor({ timeout: 30_000 })
  await picture('backups')
  await goTo(window, 'Beveiliging')
  await window.getByTestId('security-ready').waitFor()
  await picture('security')
  await scrolled(window, 'security below', picture)
  await window.getByTestId('change-passphrase').click()
  await picture('security, another passphrase')
  await window.keyboard.press('Escape')
  await goTo(window, 'Logboek')
  await window.keyboard.press('F1')
  await window.getByRole('dialog', { name: 'Sneltoetsen' }).waitFor()
  await picture('shortcuts')
  await window.keyboard.press('Escape')
  await app.chooseMenu('Help', 'Over Palet')
  await window.getByRole('dialog', { name: 'Over Palet' }).waitFor()
  await picture('about')
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+W')
  await picture('start, with programmes')
}

async function scrolled(window: Page, name: string, picture: Picture): Promise<void> {
  const main = window.locator('main')
  const more = await main.evaluate((element) => {
    element.scrollTop = element.scrollHeight
    return element.scrollTop > 0
  })
  if (more) await picture(name)
  await main.evaluate((element) => {
    element.scrollTop = 0
  })
}
