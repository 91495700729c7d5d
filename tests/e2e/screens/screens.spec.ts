import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '../support'
import { atRest, beginning, chooseTheme, goTo, openSample, screens, THEMES, type Picture } from './tour'

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

for (const theme of THEMES)
  for (const { width, height } of SIZES)
    test(`every screen, ${theme.name}, ${String(width)}×${String(height)}`, async ({ app }) => {
      const into = emptyFolder(`${theme.name}-${String(width)}`)
      let number = 0
      const picture: Picture = async (name) => {
        number += 1
        await atRest(app.window)
        const path = join(into, `${String(number).padStart(2, '0')} ${name}.png`)
        await app.window.screenshot({ path })
      }
      await app.resize(width, height)
      await app.window.getByTestId('open-sample').waitFor()
      await chooseTheme(app.window, theme)
      await beginning(app, picture)
      await app.window.keyboard.press('Control+W')
      await openSample(app.window)
      await screens(app, picture)
    })

test('every page of the report', async ({ app }) => {
  const into = emptyFolder('report')
  await openSample(app.window)
  await goTo(app.window, 'Rapport')
  await app.saveDialogAnswers('rapport.pdf')
  await app.window.getByTestId('save-pdf').click()
  await expect(app.window.getByText('Rapport bewaard als rapport.pdf.')).toBeVisible({ timeout: 30_000 })
  const copy = join(into, 'rapport.pdf')
  copyFileSync(app.path('rapport.pdf'), copy)
  execFileSync('pdftoppm', ['-r', '80', '-png', copy, join(into, 'page')])
})
