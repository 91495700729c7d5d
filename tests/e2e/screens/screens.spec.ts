import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type App, expect, test } from '../support'
import {
  atRest,
  beginning,
  chooseTheme,
  frontDoor,
  goTo,
  openSample,
  screens,
  THEMES,
  type Picture,
} from './tour'
import { network } from './regie'
import { reviews } from './reviews'

const top = resolve(import.meta.dirname, '../../..')
const folder = join(top, 'screens')
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  // The smallest that the window can be.
  { width: 1100, height: 700 },
] as const

function emptyFolder(name: string): string {
  const path = join(folder, name)
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path, { recursive: true })
  return path
}

function pictures(app: App, name: string): Picture {
  const into = emptyFolder(name)
  let number = 0
  return async (what) => {
    number += 1
    await atRest(app.window)
    await app.window.screenshot({ path: join(into, `${String(number).padStart(2, '0')} ${what}.png`) })
  }
}

for (const theme of THEMES)
  test(`the front door, ${theme.name}`, async ({ freshApp: app }) => {
    await app.launch()
    await app.resize(1366, 768)
    await chooseTheme(app.window, theme)
    await frontDoor(app, pictures(app, `front-door-${theme.name}`))
  })

for (const theme of THEMES)
  for (const { width, height } of SIZES)
    test(`every screen, ${theme.name}, ${String(width)}×${String(height)}`, async ({ app }) => {
      const picture = pictures(app, `${theme.name}-${String(width)}`)
      await app.resize(width, height)
      await app.window.getByTestId('open-sample').waitFor()
      await chooseTheme(app.window, theme)
      await beginning(app, picture)
      await app.window.keyboard.press('Control+W')
      await openSample(app.window)
      await screens(app, picture)
    })

for (const theme of THEMES)
  test(`review rounds and reading in, ${theme.name}`, async ({ app }) => {
    await app.resize(1366, 768)
    await openSample(app.window)
    await chooseTheme(app.window, theme)
    await reviews(app, pictures(app, `reviews-${theme.name}`))
  })

for (const theme of THEMES)
  for (const { width, height } of SIZES)
    test(`the network, ${theme.name}, ${String(width)}×${String(height)}`, async ({ app }) => {
      await app.resize(width, height)
      await openSample(app.window)
      await chooseTheme(app.window, theme)
      await network(app.window, pictures(app, `network-${theme.name}-${String(width)}`))
    })

test('every page of the report and of the timeline', async ({ app }) => {
  const into = emptyFolder('report')
  await openSample(app.window)
  await goTo(app.window, 'Planning')
  await app.window.getByLabel('Tijdlijn').check()
  await app.saveDialogAnswers('tijdlijn.pdf')
  await app.window.getByTestId('timeline-pdf').click()
  await app.window.getByRole('menuitem', { name: 'Op A3, liggend' }).click()
  await expect(app.window.getByText('Tijdlijn bewaard als tijdlijn.pdf.')).toBeVisible({ timeout: 30_000 })
  await goTo(app.window, 'Rapport')
  await app.saveDialogAnswers('rapport.pdf')
  await app.window.getByTestId('save-pdf').click()
  await expect(app.window.getByText('Rapport bewaard als rapport.pdf.')).toBeVisible({ timeout: 30_000 })
  for (const name of ['rapport', 'tijdlijn']) {
    const copy = join(into, `${name}.pdf`)
    copyFileSync(app.path(`${name}.pdf`), copy)
    execFileSync('pdftoppm', ['-r', '80', '-png', copy, join(into, name)])
  }
})
