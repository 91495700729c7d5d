import type { Page } from '@playwright/test'

/** The passphrase of every profile in these tests, unless a test is about another one. */
export const PASSPHRASE = 'kabouter spijkerbroek veenmol orkaan'

/** Types the passphrase on the unlock screen. What comes of it is for the caller to see. */
export async function typePassphrase(window: Page, passphrase = PASSPHRASE): Promise<void> {
  await window.getByLabel('Wachtzin', { exact: true }).fill(passphrase)
  await window.getByTestId('unlock-button').click()
}

/** Unlocks as a person does, and waits until the unlock screen is gone. */
export async function unlock(window: Page, passphrase = PASSPHRASE): Promise<void> {
  await typePassphrase(window, passphrase)
  await window.getByTestId('unlock').waitFor({ state: 'detached' })
}

/** The recovery key that is on screen now. */
export async function readRecoveryKey(window: Page): Promise<string> {
  const groups = await window.getByTestId('recovery-key').locator('.recovery__signs').allInnerTexts()
  return groups.join('-')
}

/** Types back the group that is asked for, as on paper, and confirms. */
export async function confirmRecoveryKey(window: Page, recoveryKey: string): Promise<void> {
  const label = await window
    .locator('#recovery-form')
    .getByText(/^Typ groepje \d/)
    .innerText()
  const asked = Number(/\d+/.exec(label)?.[0] ?? 1)
  await window
    .locator('#recovery-form')
    .getByRole('textbox')
    .fill(recoveryKey.split('-')[asked - 1] ?? '')
  await window.getByRole('button', { name: 'Klaar', exact: true }).click()
}

/** Chooses a passphrase for the first time, in the dialog that is open already or else by the card on the start screen. */
export async function setUpVault(window: Page, passphrase = PASSPHRASE): Promise<string> {
  const dialog = window.getByRole('dialog', { name: 'Kies een wachtzin' })
  if (!(await dialog.isVisible())) await window.getByTestId('set-up-vault').click()
  await dialog.getByLabel('Wachtzin', { exact: true }).fill(passphrase)
  await dialog.getByLabel('Wachtzin nog een keer', { exact: true }).fill(passphrase)
  await window.getByTestId('choose-passphrase').click()
  await window.getByTestId('recovery-key').waitFor()
  const recoveryKey = await readRecoveryKey(window)
  await confirmRecoveryKey(window, recoveryKey)
  await window.getByRole('dialog', { name: 'Uw herstelsleutel' }).waitFor({ state: 'detached' })
  return recoveryKey
}
