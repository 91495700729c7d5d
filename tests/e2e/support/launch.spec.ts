import { readFileSync } from 'node:fs'
import { expect, test } from './index'

function statusOf(pid: number, name: string): string {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`))
  return line?.slice(name.length + 1).trim() ?? ''
}

// Only Linux tells from outside how a process is fenced in.
if (process.platform === 'linux')
  test('the window runs as an ordinary user, with the full sandbox around its page', async ({ app }) => {
    const pids = await app.electron.evaluate(({ app: electron, BrowserWindow }) => ({
      main: process.pid,
      page: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
      weakened: electron.commandLine.hasSwitch('no-sandbox'),
    }))
    expect(pids.weakened).toBe(false)
    expect(statusOf(pids.main, 'Uid').split(/\s+/)[0]).not.toBe('0')
    // 2: system calls of the page pass through a filter. Its own process numbers start again at 1.
    expect(statusOf(pids.page, 'Seccomp')).toBe('2')
    expect(statusOf(pids.page, 'NSpid').split(/\s+/).length).toBeGreaterThan(1)
  })

test('every test has a data folder of its own, that outlives a restart', async ({ app }) => {
  const place = () => app.electron.evaluate(({ app: electron }) => electron.getPath('userData'))
  expect(await place()).toBe(app.dataFolder)
  await app.window.evaluate(() => {
    localStorage.setItem('palet-test', 'kept')
  })
  await app.relaunch()
  expect(await place()).toBe(app.dataFolder)
  expect(await app.window.evaluate(() => localStorage.getItem('palet-test'))).toBe('kept')
})

test('a complaint in the console is noticed', async ({ app }) => {
  app.problems.expect(/on purpose/)
  await app.window.evaluate(() => {
    console.error('on purpose')
    console.error('a provoked complaint')
  })
  await expect.poll(() => app.problems.unexpected).toEqual(['console: a provoked complaint'])
  app.problems.expect(/a provoked complaint/)
})
