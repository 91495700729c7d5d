import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type {} from '@/platform/bridge'
import { type App, expect, readWindowPlan, test } from './support'
import { giveToWindow } from './support/plan'

const boundsOf = (app: App) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())

test('the window comes back where it was, in the theme it had', async ({ app }) => {
  const wish = { x: 60, y: 50, width: 1150, height: 720 }
  await app.electron.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds)
  }, wish)
  const theme = () => app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)
  await expect(async () => {
    // The page decides on the theme; it may still be starting.
    await app.chooseMenu('Beeld', 'Donker')
    await expect.poll(theme, { timeout: 500 }).toBe('dark')
  }).toPass({ timeout: 10_000 })
  await expect.poll(() => boundsOf(app)).toMatchObject({ width: 1150, height: 720 })
  const before = await boundsOf(app)
  await app.close()
  expect(JSON.parse(readFileSync(join(app.dataFolder, 'window.json'), 'utf8'))).toMatchObject({
    theme: 'dark',
  })
  await app.launch()
  expect(await boundsOf(app)).toMatchObject({ width: before?.width, height: before?.height })
  expect(await theme()).toBe('dark')
})

test('a damaged memory of the window is no obstacle', async ({ freshApp }) => {
  const file = join(freshApp.dataFolder, 'window.json')
  writeFileSync(file, '{"bounds":{"x":"links"')
  giveToWindow(readWindowPlan(), file)
  await freshApp.launch()
  expect((await boundsOf(freshApp))?.width).toBeGreaterThanOrEqual(1100)
  // Something to remember comes along by itself (the page tells its theme) or with this.
  await freshApp.window.evaluate(() => window.palet.setTheme({ theme: 'light' }))
  await expect.poll(() => readFileSync(file, 'utf8')).toMatch(/^\{\n {2}"bounds": .*"theme": "\w+"\n\}\n$/s)
})

test('a second start brings the first forward and hands over its file', async ({ app }) => {
  const path = app.writeFile('meegebracht.palet', 'inhoud')
  await app.window.evaluate(() => {
    const offered: string[] = []
    Reflect.set(window, 'handedOver', offered)
    window.palet.onFileOffered(({ token, name }) => {
      void window.palet.readFile({ token }).then((answer) => {
        offered.push(
          answer.ok ? `${name}: ${new TextDecoder().decode(answer.value.bytes)}` : answer.error.code,
        )
      })
    })
  })
  const plan = readWindowPlan()
  const second = spawn(plan.executable, [`--user-data-dir=${app.dataFolder}`, path], {
    env: plan.env,
    stdio: 'ignore',
  })
  const status = await new Promise((ended) => second.once('exit', ended))
  expect(status).toBe(0)
  await expect
    .poll(() => app.window.evaluate(() => String(Reflect.get(window, 'handedOver'))))
    .toBe('meegebracht.palet: inhoud')
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the menu follows the window, and its keys send commands', async ({ app }) => {
  await app.window.evaluate(async () => {
    const commands: string[] = []
    Reflect.set(window, 'commands', commands)
    window.palet.onMenu((command) => commands.push(command))
    await window.palet.setMenuState({
      programmeOpen: true,
      canUndo: true,
      canRedo: false,
      undoLabel: 'project gewijzigd',
      redoLabel: null,
    })
  })
  const labels = await app.electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) => [
      menu.label.replace('&', ''),
      ...(menu.submenu?.items ?? []).filter((item) => item.enabled).map((item) => item.label),
    ]),
  )
  expect(labels).toContain('Ongedaan maken: project gewijzigd')
  expect(labels).toContain('Logboek')
  expect(labels).not.toContain('Opnieuw laden')
  await app.chooseMenu('Ga naar', 'Logboek')
  await app.chooseMenu('Bewerken', 'Ongedaan maken: project gewijzigd')
  await expect
    .poll(() => app.window.evaluate(() => String(Reflect.get(window, 'commands'))))
    .toBe('goHistory,undo')
})

test('a table goes to the clipboard as text and as HTML', async ({ app }) => {
  await app.window.evaluate(() =>
    window.palet.copyTable({ text: 'a\t1', html: '<table><tr><td>a</td></tr></table>' }),
  )
  await app.window.evaluate(() => {
    const field = document.createElement('textarea')
    field.addEventListener('paste', (event) => {
      const data = ['text/plain', 'text/html'].map((type) => event.clipboardData?.getData(type) ?? '')
      Reflect.set(window, 'pasted', data)
    })
    document.body.append(field)
    field.focus()
  })
  await app.window.keyboard.press('Control+V')
  await expect
    .poll(() => app.window.evaluate(() => String(Reflect.get(window, 'pasted'))))
    .toMatch(/^a\t1,.*<td>a<\/td>/s)
})

test('printing without a printer ends in words', async ({ app }) => {
  const answer = await app.window.evaluate(() => window.palet.printWindow({ landscape: false }))
  expect(answer).toEqual({
    ok: false,
    error: {
      code: 'print-failed',
      message: 'Er is geen printer gevonden. Sluit een printer aan, of bewaar het rapport als PDF.',
    },
  })
})

test('a programme that another window has open is refused in words, and opens once it is free', async ({
  app,
}) => {
  const { window } = app
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
  await window.keyboard.press('Control+W')
  const programme = window.locator('.recent__open').first()
  await programme.waitFor()
  // What a second window holds: the lock of the programme, from the system itself.
  await window.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const id = names.find((name) => name.startsWith('palet-kluis-'))?.slice('palet-kluis-'.length) ?? ''
    await new Promise<void>((held) => {
      void navigator.locks.request(`palet/${id}`, () => {
        held()
        return new Promise<void>((free) => Reflect.set(globalThis, 'freeProgramme', free))
      })
    })
  })
  await programme.click()
  await expect(window.getByText(/Dit programma is al geopend in een ander venster van Palet/)).toBeVisible()
  await window.keyboard.press('Escape')
  await window.evaluate(() => {
    Reflect.get(globalThis, 'freeProgramme')()
  })
  await programme.click()
  await window.getByTestId('overview-ready').waitFor()
})
