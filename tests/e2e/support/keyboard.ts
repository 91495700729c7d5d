import { expect, type Locator, type Page } from '@playwright/test'

/** Presses Tab until it is there, as somebody without a mouse does. */
export async function tabTo(window: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await window.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

/** Types a line and presses Enter. */
export async function typeLine(window: Page, line: string): Promise<void> {
  await window.keyboard.type(line)
  await window.keyboard.press('Enter')
}
