import type { Page } from '@playwright/test'

/** To the first screen, wherever the window is, and into this programme from there. */
export async function openFromStart(window: Page, name: string): Promise<void> {
  await toStart(window)
  await window
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await window.getByTestId('overview-ready').waitFor()
}

export async function toStart(window: Page): Promise<void> {
  const start = window.getByTestId('open-file')
  if (!(await start.isVisible())) await window.keyboard.press('Control+W')
  await start.waitFor()
}

/** The change stands on screen a frame later; from then on "Alles bewaard" is about that change. */
export async function saved(window: Page): Promise<void> {
  await window.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
  await window.locator('.top-bar__saved').getByText('Alles bewaard').waitFor()
}
