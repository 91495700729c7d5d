import type {} from '@/platform/bridge'
import { execFileSync } from 'node:child_process'
import { type App, expect, test } from './support'

async function openSample(app: App): Promise<void> {
  await app.window.getByTestId('open-sample').click()
  await app.window.getByTestId('overview-ready').waitFor()
}

const rendererProcess = (app: App) =>
  app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  )

const lockItem = (app: App) =>
  app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lock')?.enabled)

/** Everything the main process would show of a programme: titles, addresses and labels. */
const wordsInMain = (app: App) =>
  app.electron.evaluate(({ BrowserWindow, Menu }) => {
    const words: string[] = []
    const walk = (items: readonly Electron.MenuItem[]) => {
      for (const item of items) {
        words.push(item.label)
        walk(item.submenu?.items ?? [])
      }
    }
    walk(Menu.getApplicationMenu()?.items ?? [])
    for (const window of BrowserWindow.getAllWindows()) {
      const { webContents } = window
      words.push(window.getTitle(), webContents.getTitle(), webContents.getURL())
      // The history of pages, also of the older engine.
      const history: unknown = Reflect.get(webContents, 'history')
      words.push(JSON.stringify(history ?? null))
    }
    return words.join('\n')
  })

/** Whether a process is still there; a zombie has no memory any more. */
function lives(pid: number): boolean {
  try {
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z')
  } catch {
    return false
  }
}

for (const event of ['suspend', 'lock-screen'] as const) {
  test(`the vault closes when the system says ${event}, and the process of the page ends`, async ({
    app,
  }) => {
    await openSample(app)
    await app.window.keyboard.press('Control+2')
    await app.window.getByLabel('Regio').fill('Achterhoek-Zuid')
    await app.window.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await expect(app.window.getByTestId('undo')).toBeEnabled()
    expect(await lockItem(app)).toBe(true)
    expect(await wordsInMain(app)).toMatch(/Ongedaan maken: /)
    const before = await rendererProcess(app)

    await app.electron.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
    await app.window.getByTestId('unlock').waitFor()

    expect(await lockItem(app)).toBe(false)
    expect(await wordsInMain(app)).not.toMatch(/Achterhoek|Ongedaan maken: |programma=|#\/./i)
    expect(await app.window.title()).toBe('Palet')
    expect(await rendererProcess(app)).not.toBe(before)
    await expect.poll(() => lives(before)).toBe(false)
  })
}

test('the vault closes when nobody touched the computer for the chosen time', async ({ app }) => {
  await openSample(app)
  await app.window.evaluate(() => window.palet.vaultOpened({ lockAfterMinutes: 5 }))
  await app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 300
  })
  await app.window.getByTestId('unlock').waitFor({ timeout: 15_000 })
})

test('the menu locks, and its key', async ({ app }) => {
  await openSample(app)
  await app.chooseMenu('Bestand', 'Vergrendelen')
  await app.window.getByTestId('unlock').waitFor()
  expect(await lockItem(app)).toBe(false)
  await app.enter()
  await expect.poll(() => lockItem(app)).toBe(true)
})

test('a page that hangs is ended with all that is in its memory', async ({ app }) => {
  await openSample(app)
  const before = await rendererProcess(app)
  // Ends with the page, so nobody waits for the answer.
  void app.window
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined)
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
  await expect.poll(() => lives(before), { timeout: 40_000 }).toBe(false)
  await expect.poll(() => lockItem(app)).toBe(false)
  app.problems.expect(/the window crashed/)
})

test('what was copied out of Palet leaves the clipboard with the lock, and the text of others stays', async ({
  app,
}) => {
  const { electron } = app
  const onClipboard = () => electron.evaluate(({ clipboard }) => clipboard.readText())
  await openSample(app)
  const copyTable = () =>
    app.window.evaluate(() => window.palet.copyTable({ text: 'Aalten\t12', html: '<b>12</b>' }))
  await copyTable()
  expect(await onClipboard()).toBe('Aalten\t12')
  await app.chooseMenu('Bestand', 'Vergrendelen')
  await app.window.getByTestId('unlock').waitFor()
  expect(await onClipboard()).toBe('')

  await app.enter()
  await copyTable()
  await electron.evaluate(({ clipboard }) => clipboard.writeText('boodschappen'))
  await expect.poll(() => lockItem(app)).toBe(true)
  await app.chooseMenu('Bestand', 'Vergrendelen')
  await app.window.getByTestId('unlock').waitFor()
  expect(await onClipboard()).toBe('boodschappen')
})

test('what was copied with the keyboard or selected with the mouse leaves the clipboard too', async ({
  app,
}) => {
  const { electron, window } = app
  const boards = () =>
    electron.evaluate(async ({ clipboard }) => {
      const selection: unknown = await Reflect.apply(clipboard.readText, clipboard, ['selection'])
      return { clipboard: await clipboard.readText(), selection }
    })
  await openSample(app)
  await window.keyboard.press('Control+2')
  await window.getByLabel('Regio').click()
  await window.keyboard.press('Control+a')
  await window.keyboard.press('Control+c')
  await expect.poll(boards).toEqual({ clipboard: 'Achterhoek', selection: 'Achterhoek' })
  await app.chooseMenu('Bestand', 'Vergrendelen')
  await window.getByTestId('unlock').waitFor()
  expect(await boards()).toEqual({ clipboard: '', selection: '' })
})
