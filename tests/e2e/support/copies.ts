import { expect, type Page } from '@playwright/test'
import type { App } from './app'

/** Of every sealed copy in these tests, unless a test is about another one. */
export const COPY_PASSPHRASE = 'drempel kaneel paraplu oester'

export const sealDialog = (window: Page) => window.getByRole('dialog', { name: 'Kopie bewaren' })
export const unsealDialog = (window: Page) => window.getByRole('dialog', { name: 'Dit bestand is verzegeld' })

/** Answers the question how to save a copy, which is on screen or about to be. */
export async function chooseSeal(window: Page, passphrase: string | null): Promise<void> {
  const dialog = sealDialog(window)
  await dialog.waitFor()
  if (passphrase === null) await dialog.getByLabel('Zonder wachtzin bewaren').check()
  else {
    await dialog.getByLabel('Wachtzin', { exact: true }).fill(passphrase)
    await dialog.getByLabel('Wachtzin nog een keer', { exact: true }).fill(passphrase)
  }
  await window.getByTestId('seal-copy').click()
}

/** Saves the open programme as a copy: with a passphrase, or with null as a plain file. */
export async function saveCopy(
  app: App,
  name: string,
  passphrase: string | null = COPY_PASSPHRASE,
): Promise<void> {
  await app.saveDialogAnswers(name)
  await app.window.keyboard.press('Control+S')
  await chooseSeal(app.window, passphrase)
  const how = passphrase === null ? ', zonder wachtzin' : ''
  await expect(app.window.getByText(`Kopie bewaard als "${name}"${how}.`)).toBeVisible({ timeout: 60_000 })
}

/** Gives the passphrase of the sealed file that was just opened. */
export async function unseal(window: Page, passphrase = COPY_PASSPHRASE): Promise<void> {
  const dialog = unsealDialog(window)
  await dialog.getByLabel('Wachtzin van dit bestand', { exact: true }).fill(passphrase)
  await window.getByTestId('unseal').click()
}
