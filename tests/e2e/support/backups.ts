import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from './app'

export async function openSample(window: Page): Promise<void> {
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
}

export async function openBackups(window: Page): Promise<void> {
  await window.getByRole('link', { name: /^Reservekopieën/ }).click()
  await window.getByTestId('backups-ready').waitFor()
}

export const rows = (window: Page): Locator => window.getByTestId('backup-row')

/** One small change of the programme, kept. */
export async function changeRegion(window: Page, region: string): Promise<void> {
  await window.keyboard.press('Control+2')
  await window.getByLabel('Regio').fill(region)
  const save = window.getByRole('button', { name: 'Bewaren', exact: true })
  await save.click()
  await expect(save).toBeDisabled()
}

/** Waits: what is put back or undone may still have to come from the disk. */
export async function expectRegion(window: Page, region: string): Promise<void> {
  await window.keyboard.press('Control+2')
  await expect(window.getByLabel('Regio')).toHaveValue(region)
}

/** By the button on the screen; waits until the backup is read back. */
export async function makeBackup(window: Page): Promise<void> {
  await openBackups(window)
  const before = await rows(window).count()
  await window.getByTestId('backup-now').click()
  await expect(rows(window)).toHaveCount(before + 1, { timeout: 30_000 })
  await expect(rows(window).first()).toContainText('Gecontroleerd op', { timeout: 30_000 })
  await expect(window.getByTestId('backup-now')).toBeEnabled()
}

export interface BackupOnDisk {
  readonly path: string
  /** The word in the name that says why it was made. */
  readonly why: string
}

/** What lies in Palet's own folder, oldest first. */
export function backupsOf(app: App): BackupOnDisk[] {
  const folder = join(app.dataFolder, 'reservekopieen')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.palet'))
    .sort()
    .map((name) => ({ path: join(folder, name), why: name.split('-')[5] ?? '' }))
}
