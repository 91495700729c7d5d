import { execFileSync } from 'node:child_process'
import { expect } from '@playwright/test'
import type { App } from './app'

/** Goes straight to a place, as a link in the program does. */
export async function goToAddress(app: App, address: string): Promise<void> {
  await app.window.evaluate((hash) => {
    location.hash = hash
  }, `#${address}`)
}

/** The words of the minutes that were saved under this name, in one line and as they stand on paper. */
export function minutesOf(app: App, name: string): { readonly flat: string; readonly laidOut: string } {
  const laidOut = execFileSync('pdftotext', ['-layout', app.path(name), '-'], { encoding: 'utf8' })
  return { laidOut, flat: laidOut.replace(/\s+/g, ' ') }
}

/** Saves the minutes of the session on screen, by keyboard once the button has the focus. */
export async function saveMinutes(app: App, name: string): Promise<void> {
  await app.saveDialogAnswers(name)
  await app.window.getByTestId('session-report').press('Enter')
  await expect(app.window.getByRole('menuitem', { name: 'Bewaren als PDF…' })).toBeFocused()
  await app.window.keyboard.press('Enter')
  await expect(app.window.getByText(`Verslag bewaard als ${name}.`)).toBeVisible({ timeout: 30_000 })
}
