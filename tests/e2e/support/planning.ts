import { expect, type Locator, type Page } from '@playwright/test'

/** Opens the sample from the first screen and goes to the planning by its key. */
export async function openPlanning(window: Page): Promise<void> {
  await window.getByTestId('open-sample').press('Enter')
  await window.getByTestId('overview-ready').waitFor()
  await window.keyboard.press('Control+4')
  await window.getByTestId('project-table').waitFor()
}

/** Presses Tab until the control has the focus: what a keyboard can't reach makes the test fail. */
export async function tabTo(window: Page, control: Locator, most = 120): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await window.keyboard.press('Tab')
  }
  throw new Error(`not reached with ${String(most)} times Tab: ${String(control)}`)
}

/** Types into a field as a person does who replaces what is there. */
export async function typeInto(window: Page, field: Locator, text: string): Promise<void> {
  await tabTo(window, field)
  await window.keyboard.press('Control+A')
  await window.keyboard.type(text)
}

/** Finds a project by its name and opens it, with the keyboard. */
export async function openProject(window: Page, name: string): Promise<Locator> {
  await window.getByTestId('project-table').focus()
  await window.keyboard.press('/')
  await window.keyboard.press('Control+A')
  await window.keyboard.type(name)
  await expect(window.getByTestId('project-count')).toContainText(/^1 van /)
  await window.keyboard.press('Enter')
  await window.keyboard.press('Enter')
  await window.getByRole('dialog', { name }).waitFor()
  return panelOf(window)
}

/** The side panel, whatever project is in it: its name changes with the project's. */
export function panelOf(window: Page): Locator {
  return window.locator('.p-side-panel')
}

/** A new project by its key. */
export async function newProject(window: Page): Promise<Locator> {
  await window.keyboard.press('n')
  await window.getByRole('dialog', { name: 'Nieuw project' }).waitFor()
  return panelOf(window)
}

/** Closes the panel and throws away what was typed: else the window waits for an answer when it closes. */
export async function discard(window: Page): Promise<void> {
  await window.keyboard.press('Escape')
  const question = window.getByRole('dialog', { name: 'Wijzigingen bewaren?' })
  await question.getByRole('button', { name: 'Niet bewaren' }).press('Enter')
  await expect(panelOf(window)).toBeHidden()
}
