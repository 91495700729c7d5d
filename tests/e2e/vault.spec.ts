import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type App, expect, test } from './support'
import { expectAccessible } from './support/accessibility'
import { heapContains } from './support/heap'
import { PASSPHRASE, readRecoveryKey, setUpVault, typePassphrase, unlock } from './support/vault'

const sample = readFileSync(resolve(import.meta.dirname, '../../resources/sample/achterhoek.palet'), 'utf8')
const OTHER = 'waterlelie pannenkoek zolderraam dirigent'

const locked = (window: Page) => window.getByTestId('unlock')
const dialog = (window: Page, name: string) => window.getByRole('dialog', { name })
const passphrase = (window: Page) => window.getByLabel('Wachtzin', { exact: true })

async function openSample(window: Page): Promise<void> {
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
}

test('what is asked first leads to a passphrase, with advice, and then goes on', async ({ freshApp }) => {
  await freshApp.launch()
  const { window } = freshApp
  await window.getByTestId('open-sample').click()
  const setUp = dialog(window, 'Kies een wachtzin')
  const next = setUp.getByTestId('choose-passphrase')
  await expect(setUp).toContainText('Palet versleutelt alles wat u bewaart.')

  await next.click()
  await expect(setUp.getByText('Vul een wachtzin in.')).toBeVisible()
  await expect(passphrase(window)).toBeFocused()
  await passphrase(window).fill('kort')
  await expect(setUp.getByText('Sterkte: te kort.')).toBeVisible()
  await passphrase(window).fill('Welkom2026!')
  await expect(setUp.getByText(/Het woord “welkom” wordt het eerst geraden/)).toBeVisible()
  await next.click()
  await expect(setUp.getByText('Deze wachtzin is te makkelijk te raden. Kies een andere.')).toBeVisible()
  await passphrase(window).fill(PASSPHRASE)
  await expect(setUp.getByText('Sterkte: sterk.')).toBeVisible()
  await expect(passphrase(window)).toHaveAttribute('type', 'password')
  await setUp.getByRole('button', { name: 'Wachtzin tonen', exact: true }).click()
  await expect(passphrase(window)).toHaveAttribute('type', 'text')
  await setUp.getByLabel('Wachtzin nog een keer', { exact: true }).fill(`${PASSPHRASE}x`)
  await next.click()
  await expect(setUp.getByText('De twee wachtzinnen zijn niet gelijk. Typ hem nog een keer.')).toBeVisible()
  await setUp.getByRole('button', { name: 'Annuleren' }).click()
  await expect(setUp).toBeHidden()
  await expect(window.getByTestId('set-up-vault')).toBeVisible()

  await window.getByTestId('open-sample').click()
  await setUpVault(window)
  // Without another click: this is what was asked for.
  await window.getByTestId('overview-ready').waitFor()
  await freshApp.relaunch({ unlock: false })
  await expect(locked(freshApp.window)).toBeVisible()
})

test('the recovery sheet is saved as PDF, and only a group typed back from it ends the set-up', async ({
  freshApp,
}) => {
  await freshApp.launch()
  const { window } = freshApp
  await window.getByTestId('set-up-vault').click()
  await passphrase(window).fill(PASSPHRASE)
  await window.getByLabel('Wachtzin nog een keer', { exact: true }).fill(PASSPHRASE)
  await window.getByTestId('choose-passphrase').click()
  const sheet = dialog(window, 'Uw herstelsleutel')
  await window.getByTestId('recovery-key').waitFor()
  expect(await readRecoveryKey(window)).toMatch(/^([0-9A-Z]{5}-){7}[0-9A-Z]{5}$/)

  await freshApp.saveDialogAnswers('herstel.pdf')
  await sheet.getByRole('button', { name: 'Bewaren als PDF' }).click()
  await expect(sheet.getByText('Het herstelblad is bewaard als "herstel.pdf".')).toBeVisible()
  expect(freshApp.readFile('herstel.pdf').subarray(0, 5).toString()).toBe('%PDF-')

  await sheet.getByRole('textbox').fill('AAAAA')
  await sheet.getByRole('button', { name: 'Klaar' }).click()
  await expect(sheet.getByText(/^Dit is niet groepje \d\. Kijk op uw blad\.$/)).toBeVisible()
  // Until it is confirmed nothing was chosen.
  await freshApp.relaunch({ unlock: false })
  await expect(freshApp.window.getByTestId('set-up-vault')).toBeVisible()
})

test('wrong tries make the next one wait, also after a restart, and the right one opens', async ({ app }) => {
  await openSample(app.window)
  await app.relaunch({ unlock: false })
  const wrong = async (): Promise<void> => {
    await typePassphrase(app.window, 'niet deze zin vandaag')
    await expect(app.window.getByText(/Deze wachtzin past niet/)).toBeVisible()
  }
  await expect(app.window.getByText('Achterhoek')).toHaveCount(0)
  await wrong()
  await wrong()
  await expect(app.window.getByTestId('unlock-button')).toBeEnabled()
  await wrong()
  await expect(app.window.getByText(/^Probeer het over \d seconden opnieuw\.$/)).toBeVisible()
  await expect(app.window.getByTestId('unlock-button')).toBeDisabled()
  await expect(app.window.getByTestId('unlock-button')).toBeEnabled()
  await wrong()
  await app.relaunch({ unlock: false })
  await expect(app.window.getByText(/^Probeer het over \d seconden opnieuw\.$/)).toBeVisible()
  await expect(app.window.getByTestId('unlock-button')).toBeDisabled()
  await expect(app.window.getByTestId('unlock-button')).toBeEnabled({ timeout: 12_000 })
  await unlock(app.window)
  await expect(app.window.locator('.recent__open')).toHaveCount(1)
})

/** Each way in which Palet locks. */
const WAYS: readonly (readonly [string, (app: App) => Promise<unknown>])[] = [
  ['the menu', (app) => app.chooseMenu('Bestand', 'Vergrendelen')],
  ['Ctrl+L', (app) => app.window.keyboard.press('Control+L')],
  ['the button in the bar', (app) => app.window.getByTestId('lock').click()],
  ['sleep', (app) => app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))],
  [
    'the lock of the screen',
    (app) => app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen')),
  ],
  [
    'nothing being touched',
    (app) =>
      app.electron.evaluate(({ powerMonitor }) => {
        powerMonitor.getSystemIdleTime = () => 24 * 3600
      }),
  ],
]

test('every way of locking locks, and unlocking leads back to the same screen', async ({ app }) => {
  test.setTimeout(90_000)
  await openSample(app.window)
  await app.window.keyboard.press('Control+5')
  const title = app.window.getByRole('heading', { level: 1 })
  await expect(title).toHaveText('Capaciteit')
  for (const [way, lock] of WAYS) {
    await lock(app)
    await expect(locked(app.window), way).toBeVisible({ timeout: 15_000 })
    await expect(passphrase(app.window)).toBeFocused()
    await unlock(app.window)
    await expect(title, way).toHaveText('Capaciteit')
    await expect(app.window.getByRole('banner')).toContainText('Voorbeeld Achterhoek')
  }
})

const MARKER = 'Zwaluwstaartverbinding'

test('locked, nothing of the programme can be read: page, title, menu, memory of the window', async ({
  app,
}) => {
  test.setTimeout(120_000)
  await openSample(app.window)
  await app.window.keyboard.press('Control+2')
  await app.window.getByLabel('Naam van het programma').fill(MARKER)
  await app.window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await expect(app.window.getByRole('banner')).toContainText(MARKER)
  expect(await heapContains(app.window, MARKER), 'the search itself finds what is there').toBe(true)

  await app.window.keyboard.press('Control+L')
  await expect(locked(app.window)).toBeVisible()
  const page = await app.window.evaluate(() => document.documentElement.outerHTML + location.href)
  expect(page).not.toContain(MARKER)
  expect(page).not.toContain('Achterhoek')
  expect(await app.window.title()).toBe('Palet')
  const outside = await app.electron.evaluate(({ BrowserWindow, Menu }) => {
    const labels = (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) =>
      (submenu?.items ?? []).map(({ label }) => label),
    )
    return [BrowserWindow.getAllWindows()[0]?.getTitle(), ...labels].join('\n')
  })
  expect(outside).not.toContain(MARKER)
  expect(outside).toContain('Vergrendelen')
  expect(await heapContains(app.window, MARKER)).toBe(false)
})

test('a new passphrase: the old one is refused after a restart', async ({ app }) => {
  await app.window.getByRole('link', { name: 'Beveiliging' }).click()
  await app.window.getByTestId('change-passphrase').click()
  const change = dialog(app.window, 'Wachtzin wijzigen')
  await change.getByLabel('Wachtzin van nu', { exact: true }).fill('dit was hem niet')
  await change.getByLabel('Nieuwe wachtzin', { exact: true }).fill(OTHER)
  await change.getByLabel('Nieuwe wachtzin nog een keer', { exact: true }).fill(OTHER)
  await change.getByRole('button', { name: 'Wijzigen' }).click()
  await expect(change.getByText(/Deze wachtzin past niet/)).toBeVisible()
  await change.getByLabel('Wachtzin van nu', { exact: true }).fill(PASSPHRASE)
  await change.getByRole('button', { name: 'Wijzigen' }).click()
  await expect(app.window.getByText('Uw wachtzin is gewijzigd. De oude werkt niet meer.')).toBeVisible()

  await app.relaunch({ unlock: false })
  await typePassphrase(app.window, PASSPHRASE)
  await expect(app.window.getByText(/Deze wachtzin past niet/)).toBeVisible()
  await unlock(app.window, OTHER)
  await expect(app.window.getByTestId('open-sample')).toBeVisible()
})

test('the recovery key opens, after a slip of the pen, and a new passphrase has to be chosen', async ({
  app,
}) => {
  await openSample(app.window)
  await app.relaunch({ unlock: false })
  const { window } = app
  await window.getByRole('button', { name: 'Herstelsleutel gebruiken' }).click()
  const key = window.getByLabel('Herstelsleutel', { exact: true })
  await expect(key).toBeFocused()
  const groups = app.recoveryKey.split('-')
  const swapped = [groups[1], groups[0], ...groups.slice(2)].join('-')
  await key.fill(swapped)
  await window.getByRole('button', { name: 'Verder' }).click()
  await expect(window.getByText(/^Groepje 1 \(.{5}\) klopt niet/)).toBeVisible()
  await key.fill(app.recoveryKey.toLowerCase().replaceAll('-', ' '))
  await window.getByRole('button', { name: 'Verder' }).click()
  await expect(window.getByRole('heading', { name: 'Kies een nieuwe wachtzin' })).toBeVisible()
  await window.getByLabel('Nieuwe wachtzin', { exact: true }).fill(OTHER)
  await window.getByLabel('Nieuwe wachtzin nog een keer', { exact: true }).fill(OTHER)
  await window.getByRole('button', { name: 'Bewaren en ontgrendelen' }).click()
  await expect(window.locator('.recent__open')).toHaveCount(1)

  await app.relaunch({ unlock: false })
  await typePassphrase(app.window, PASSPHRASE)
  await expect(app.window.getByText(/Deze wachtzin past niet/)).toBeVisible()
  await unlock(app.window, OTHER)
})

test('a new recovery sheet puts the old one out of use', async ({ app }) => {
  const old = app.recoveryKey
  const { window } = app
  await window.getByRole('link', { name: 'Beveiliging' }).click()
  await window.getByTestId('new-recovery').click()
  await dialog(window, 'Nieuw herstelblad maken')
    .getByLabel('Wachtzin van nu', { exact: true })
    .fill(PASSPHRASE)
  await window.getByRole('button', { name: 'Verder' }).click()
  await window.getByTestId('recovery-key').waitFor()
  const fresh = await readRecoveryKey(window)
  expect(fresh).not.toBe(old)
  const asked = Number(/\d/.exec(await window.getByText(/^Typ groepje \d/).innerText())?.[0] ?? 1)
  await window
    .locator('#recovery-form')
    .getByRole('textbox')
    .fill(fresh.split('-')[asked - 1] ?? '')
  await window.getByRole('button', { name: 'Klaar' }).click()
  await expect(
    window.getByText('De nieuwe herstelsleutel werkt. Vernietig het oude herstelblad.'),
  ).toBeVisible()

  await app.relaunch({ unlock: false })
  await app.window.getByRole('button', { name: 'Herstelsleutel gebruiken' }).click()
  await app.window.getByLabel('Herstelsleutel', { exact: true }).fill(old)
  await app.window.getByRole('button', { name: 'Verder' }).click()
  await expect(app.window.getByText(/Deze herstelsleutel past niet/)).toBeVisible()
  await app.window.getByLabel('Herstelsleutel', { exact: true }).fill(fresh)
  await app.window.getByRole('button', { name: 'Verder' }).click()
  await expect(app.window.getByRole('heading', { name: 'Kies een nieuwe wachtzin' })).toBeVisible()
})

test('a computer without a keychain says why it can not be used', async ({ app }) => {
  await app.window.getByRole('link', { name: 'Beveiliging' }).click()
  await expect(app.window.getByTestId('keychain-reason')).toContainText('Deze computer biedt geen')
  await expect(app.window.getByTestId('keychain-on')).toBeDisabled()
})

test('a file for a locked window waits until it is unlocked', async ({ app }) => {
  const path = app.writeFile('van de mail.palet', sample)
  await app.relaunch({ args: [path], unlock: false })
  await expect(app.window.getByText('Er wacht een bestand.')).toBeVisible()
  await expect(app.window.getByText('van de mail')).toHaveCount(0)
  await unlock(app.window)
  await expect(app.window.getByRole('heading', { level: 1 })).toHaveText('Overzicht')
  await expect(app.window.getByText('"van de mail.palet" is geopend.')).toBeVisible()
})

test('front door and Beveiliging: accessible light and dark, nothing cut off on a small laptop', async ({
  freshApp,
}) => {
  test.setTimeout(90_000)
  await freshApp.launch()
  const { window } = freshApp
  await freshApp.resize(1366, 768)
  const check = async (what: string): Promise<void> => {
    for (const theme of ['Donker', 'Licht'] as const) {
      await freshApp.chooseMenu('Beeld', theme)
      await expect(window.locator('html')).toHaveAttribute(
        'data-theme',
        theme === 'Donker' ? 'dark' : 'light',
      )
      await expectAccessible(window, `${what}, ${theme}`)
    }
    expect(await tooWide(window), `${what}: nothing wider than its place`).toEqual([])
  }
  await check('start before a passphrase')
  await window.getByTestId('set-up-vault').click()
  await passphrase(window).fill('Welkom2026!')
  await window.getByTestId('choose-passphrase').click()
  await check('choosing a passphrase')
  expect(await footerInView(window)).toBe(true)
  await passphrase(window).fill(PASSPHRASE)
  await window.getByLabel('Wachtzin nog een keer', { exact: true }).fill(PASSPHRASE)
  await window.getByTestId('choose-passphrase').click()
  await window.getByTestId('recovery-key').waitFor()
  await check('the recovery sheet')
  expect(await footerInView(window)).toBe(true)
  await window.getByRole('button', { name: 'Annuleren' }).click()
  await setUpVault(window)
  await window.getByRole('link', { name: 'Beveiliging' }).click()
  await window.getByTestId('security-ready').waitFor()
  await check('Beveiliging')
  await window.keyboard.press('Control+L')
  await expect(locked(window)).toBeVisible()
  await typePassphrase(window, 'dit is hem niet')
  await expect(window.getByText(/Deze wachtzin past niet/)).toBeVisible()
  await check('unlock')
  await window.getByRole('button', { name: 'Herstelsleutel gebruiken' }).click()
  await check('the recovery key')
})

/** Elements whose text or controls stick out of their own box sideways. */
function tooWide(window: Page): Promise<string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main, main *, .p-dialog, .p-dialog *')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => !['visible', 'clip'].includes(getComputedStyle(element).overflowX))
      .map((element) => `${element.tagName}.${element.className}`),
  )
}

function footerInView(window: Page): Promise<boolean> {
  return window.evaluate(() => {
    const box = document.querySelector('.p-dialog__footer')?.getBoundingClientRect()
    return box !== undefined && box.bottom <= innerHeight && box.top >= 0
  })
}
