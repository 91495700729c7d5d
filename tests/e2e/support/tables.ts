import type { Locator, Page } from '@playwright/test'

/** Chooses what "Tabel bewaren" does with a table: of the screen, or of the part given. */
export async function takeTable(
  window: Page,
  choice: 'Excel-bestand (.xlsx)' | 'CSV-bestand (.csv)' | 'Kopiëren',
  part: Page | Locator = window,
): Promise<void> {
  await part.getByTestId('save-table').click()
  await window.getByRole('menuitem', { name: choice }).click()
}
