import { type App, expect } from '../../e2e/support'
import type { Scene } from '../kill'
import { openFromStart, saved } from './programmes'

const FIELD = 'Ambitie van Aalten op 31 december 2030'

/** Number after number in one field, each saved and waited for until Palet says that all is kept. */
export function editScene(): Scene {
  let typed = 100
  let confirmed = 0
  return {
    name: 'wijzigingen',
    within: 2500,
    prepare: openAmbition,
    async act(app) {
      for (;;) {
        typed += 1
        await app.window.getByLabel(FIELD).fill(String(typed))
        await app.window.getByLabel(FIELD).press('Enter')
        await saved(app.window)
        confirmed = typed
      }
    },
    async check(app) {
      await openAmbition(app)
      const kept = Number(await app.window.getByLabel(FIELD).inputValue())
      if (confirmed > 0) expect(kept, `confirmed ${String(confirmed)}`).toBeGreaterThanOrEqual(confirmed)
      expect(kept, `typed ${String(typed)}`).toBeLessThanOrEqual(typed)
    },
  }
}

async function openAmbition({ window }: App): Promise<void> {
  await openFromStart(window, 'Voorbeeld Achterhoek')
  await window.keyboard.press('Control+2')
  await window.getByRole('tab', { name: 'Ambitie' }).click()
  await window.getByLabel(FIELD).waitFor()
}
