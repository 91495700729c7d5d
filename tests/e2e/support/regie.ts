import { expect, type Page } from '@playwright/test'
import type { App } from './app'
import { openSample } from './backups'

/** Opens the sample and goes straight to a screen, as a link does. */
export async function openRegie({ window }: App, address: string): Promise<void> {
  await openSample(window)
  await follow(window, address)
}

export async function follow(window: Page, address: string): Promise<void> {
  await window.evaluate((hash) => {
    location.hash = hash
  }, address)
}

export async function atScreen(window: Page, title: string): Promise<void> {
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(title)
}

/** Keeps what stands in the side panel; it closes when that worked. */
export async function keep(window: Page): Promise<void> {
  const panel = window.locator('.p-side-panel')
  await panel.getByRole('button', { name: 'Bewaren', exact: true }).press('Enter')
  await expect(panel).toBeHidden()
}
