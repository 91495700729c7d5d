import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '../support'
import { atRest, chooseTheme, goTo, openSample, THEMES } from './tour'

const folder = resolve(import.meta.dirname, '../../../resources/screenshots')

test('the pictures of the README', async ({ app }) => {
  const { window } = app
  const picture = async (name: string): Promise<void> => {
    await atRest(window)
    await window.screenshot({ path: join(folder, `${name}.png`) })
  }
  mkdirSync(folder, { recursive: true })
  await app.resize(1366, 768)
  await window.getByTestId('open-sample').waitFor()
  await chooseTheme(window, THEMES[0])
  await openSample(window)
  await picture('overview')
  await goTo(window, 'Planning')
  await window.getByLabel('Tijdlijn').check()
  await picture('planning')
  await goTo(window, 'Rapport')
  await expect(window.getByTestId('report-pages')).toContainText(/ van /, { timeout: 30_000 })
  await expect(window.locator('.report-view__progress')).toBeHidden({ timeout: 30_000 })
  await window.waitForTimeout(500)
  await picture('report')
})
