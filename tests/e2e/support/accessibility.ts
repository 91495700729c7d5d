import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { expect } from '.'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every rule of axe on what the window shows now. The policy of the window allows no script tag, so axe comes in by the driver. */
export async function expectAccessible(window: Page, what: string): Promise<void> {
  await window.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  })
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(source)
  const violations = await window.evaluate(async () => {
    const axe = Reflect.get(globalThis, 'axe') as {
      run: (on: Document, options: object) => Promise<AxeResults>
    }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
    }))
  })
  expect(violations, what).toEqual([])
}
