import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { type App, expect } from '.'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every rule of axe on what the window shows now. The policy of the window allows no script tag, so axe comes in by the driver. */
export async function expectAccessible(window: Page, what: string, only?: readonly string[]): Promise<void> {
  await window.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  })
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(source)
  const violations = await window.evaluate(async (rules) => {
    const axe = Reflect.get(globalThis, 'axe') as {
      run: (on: Document, options: object) => Promise<AxeResults>
    }
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } }),
    })
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
    }))
  }, only)
  expect(violations, what).toEqual([])
}

/** The same screen in light and in dark. Names, roles and order are those of one page; what the dark can spoil is contrast. */
export async function expectAccessibleInBoth(app: App, what: string): Promise<void> {
  await expectAccessible(app.window, `${what}, light`)
  await inTheme(app, 'dark', 'Donker')
  await expectAccessible(app.window, `${what}, dark`, ['color-contrast'])
  await inTheme(app, 'light', 'Licht')
}

/** The same for several screens in a row, with each theme chosen once. */
export async function expectAllAccessible(
  app: App,
  screens: readonly string[],
  show: (screen: string) => Promise<void>,
): Promise<void> {
  for (const screen of screens) {
    await show(screen)
    await expectAccessible(app.window, `${screen}, light`)
  }
  await inTheme(app, 'dark', 'Donker')
  for (const screen of screens) {
    await show(screen)
    await expectAccessible(app.window, `${screen}, dark`, ['color-contrast'])
  }
  await inTheme(app, 'light', 'Licht')
}

async function inTheme(app: App, name: string, item: string): Promise<void> {
  await app.chooseMenu('Beeld', item)
  await expect(app.window.locator('html')).toHaveAttribute('data-theme', name)
}
