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
    await chooseTrialPassphrase(window)
    await window.getByTestId('overview-ready').waitFor({ timeout: 60_000 })
    await window.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
    mkdirSync(dirname(file), { recursive: true })
    await window.screenshot({ path: file, animations: 'disabled' })
  } finally {
    await app.close()
  }
}

/** A profile that lasts as long as the picture: its passphrase protects nothing. */
async function chooseTrialPassphrase(/** @type {import('@playwright/test').Page} */ window) {
  const passphrase = 'alleen voor een plaatje van vandaag'
  await window.getByLabel('Wachtzin', { exact: true }).fill(passphrase)
  await window.getByLabel('Wachtzin nog een keer', { exact: true }).fill(passphrase)
  await window.getByTestId('choose-passphrase').click()
  const key = window.getByTestId('recovery-key')
  await key.waitFor()
  const groups = await key.locator('.recovery__signs').allInnerTexts()
  const form = window.locator('#recovery-form')
  const asked = /Typ groepje (\d)/.exec(await form.innerText())?.[1]
  await form.getByRole('textbox').fill(groups[Number(asked) - 1] ?? '')
  await window.getByTestId('confirm-recovery').click()
}
