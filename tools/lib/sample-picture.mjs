import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Stop, say } from './command.mjs'
import { callerFolder } from './paths.mjs'
import { withWindow } from './window.mjs'

const size = { width: 1366, height: 768 }

/** Opens the sample programme on a display in memory and saves what the window shows. */
export async function takeSamplePicture(/** @type {string} */ name) {
  const file = resolve(callerFolder, name)
  if (!/\.png$/i.test(file)) throw new Stop('De naam van de afbeelding moet op .png eindigen.')
  await withWindow([], (plan) => picture(plan, file))
  say(`De afbeelding staat in ${file}.`)
}

/** @param {import('./window.mjs').WindowPlan} plan @param {string} file */
async function picture(plan, file) {
  const { _electron } = await import('@playwright/test')
  const app = await _electron.launch({
    executablePath: plan.executable,
    args: [`--user-data-dir=${join(plan.temporary, 'data')}`],
    chromiumSandbox: true,
    env: plan.env,
    timeout: 60_000,
  })
  try {
    const window = await app.firstWindow()
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
    }, size)
    await window.getByTestId('open-sample').click({ timeout: 30_000 })
    await window.getByTestId('overview-ready').waitFor({ timeout: 60_000 })
    await window.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
    mkdirSync(dirname(file), { recursive: true })
    await window.screenshot({ path: file, animations: 'disabled' })
  } finally {
    await app.close()
  }
}
