import type { Page } from '@playwright/test'
import { type App, expect, test } from './support'

/** Presses the cross of the window and waits until the program has ended. */
async function pressCross(app: App): Promise<void> {
  const ended = new Promise((done) => app.electron.process().once('exit', done))
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close()
  })
  await ended
}

async function openSample(window: Page): Promise<void> {
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
}

test('a change made just before the cross is pressed is kept', async ({ app }) => {
  await openSample(app.window)
  await app.window.keyboard.press('Control+2')
  await app.window.getByLabel('Regio').fill('Achterhoek-Oost')
  // Saving has only just begun, and the page is kept too busy to get on with it, when the cross is pressed.
  const begun = app.window.waitForEvent('console', (message) => message.text() === 'saving begun')
  const busy = app.window.evaluate(() => {
    document.querySelector<HTMLElement>('form button[type="submit"]')?.click()
    console.log('saving begun')
    const until = Date.now() + 1500
    while (Date.now() < until);
  })
  await begun
  await Promise.all([busy, pressCross(app)])
  await app.relaunch()
  await openSample(app.window)
  await app.window.keyboard.press('Control+2')
  await expect(app.window.getByLabel('Regio')).toHaveValue('Achterhoek-Oost')
})

test('words still under the cursor of the report are kept', async ({ app }) => {
  await openSample(app.window)
  await app.window.keyboard.press('Control+6')
  await app.window.getByTestId('report-core-message').fill('Getypt en meteen gesloten.')
  await pressCross(app)
  await app.relaunch()
  await openSample(app.window)
  await app.window.keyboard.press('Control+6')
  await expect(app.window.getByTestId('report-core-message')).toHaveValue('Getypt en meteen gesloten.')
})

test('a number still under the cursor of the ambition is kept', async ({ app }) => {
  await openSample(app.window)
  await app.window.keyboard.press('Control+2')
  await app.window.getByRole('tab', { name: 'Ambitie' }).click()
  await app.window.getByLabel('Ambitie van Aalten op 31 december 2030').fill('99')
  await pressCross(app)
  await app.relaunch()
  await openSample(app.window)
  await app.window.keyboard.press('Control+2')
  await app.window.getByRole('tab', { name: 'Ambitie' }).click()
  await expect(app.window.getByLabel('Ambitie van Aalten op 31 december 2030')).toHaveValue('99')
})

test('a form with unsaved changes still asks first, and the window goes with the answer', async ({ app }) => {
  const { window } = app
  await openSample(window)
  await window.keyboard.press('Control+2')
  await window.getByLabel('Regio').fill('Oost')
  const cross = async (): Promise<void> => {
    await app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.close()
    })
  }
  const question = window.getByRole('alertdialog', { name: 'Wijzigingen niet bewaren?' })
  await cross()
  await question.getByRole('button', { name: 'Verder bewerken' }).click()
  await expect(question).toBeHidden()
  await expect(window.getByLabel('Regio')).toHaveValue('Oost')
  await cross()
  const ended = new Promise((done) => app.electron.process().once('exit', done))
  await question.getByRole('button', { name: 'Niet bewaren' }).click({ noWaitAfter: true })
  await ended
  await app.relaunch()
  await openSample(app.window)
  await app.window.keyboard.press('Control+2')
  await expect(app.window.getByLabel('Regio')).toHaveValue('Achterhoek')
})

test('a page that never answers is closed all the same', async ({ app }) => {
  await openSample(app.window)
  await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // The question of the main process doesn't arrive any more.
    if (contents) contents.send = () => undefined
  })
  const start = Date.now()
  await pressCross(app)
  expect(Date.now() - start).toBeGreaterThan(2500)
})

test('an open panel without changes follows an undo', async ({ app }) => {
  const { window } = app
  await openSample(window)
  await window.keyboard.press('Control+3')
  await window.getByRole('button', { name: 'Housing First' }).click()
  await window.getByLabel('Naam').fill('Housing First A')
  await window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await window.getByRole('button', { name: 'Housing First A', exact: true }).click()
  await expect(window.getByLabel('Naam')).toHaveValue('Housing First A')
  await window.getByTestId('undo').click()
  await expect(window.getByLabel('Naam')).toHaveValue('Housing First')
  await expect(window.getByRole('dialog', { name: 'Housing First', exact: true })).toBeVisible()
  // What was typed stays, whatever happens under it.
  await window.getByLabel('Naam').fill('Getypt')
  await window.getByTestId('redo').click()
  await expect(window.getByLabel('Naam')).toHaveValue('Getypt')
  await window.getByRole('button', { name: 'Annuleren' }).click()
  await window.getByRole('button', { name: 'Niet bewaren' }).click()
  await expect(window.getByRole('button', { name: 'Housing First A', exact: true })).toBeVisible()
})
