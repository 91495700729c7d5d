import { parsePalet } from '@/exchange'
import { type App, expect } from '../../e2e/support'
import { saveCopy } from '../../e2e/support/copies'
import type { Scene } from '../kill'
import { openFromStart } from './programmes'

const NAME = 'steeds dezelfde.palet'

/** The same copy saved over and over: afterwards the file is a whole copy, this one or the one before. */
export function copyScene(app: App): Scene {
  let confirmed = false
  return {
    name: 'kopie bewaren',
    within: 2500,
    prepare: ({ window }) => openFromStart(window, 'Voorbeeld Achterhoek'),
    async act() {
      for (;;) {
        await saveCopy(app, NAME, null)
        confirmed = true
      }
    },
    async check({ window }) {
      await openFromStart(window, 'Voorbeeld Achterhoek')
      if (confirmed) expect(app.hasFile(NAME)).toBe(true)
      if (app.hasFile(NAME)) expect(parsePalet(app.readFile(NAME).toString('utf8')).ok).toBe(true)
    },
  }
}
