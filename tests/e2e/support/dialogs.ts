import type { ElectronApplication } from '@playwright/test'

// The system's own dialogs can't be driven from outside, so their answer is put in their place. What
// Palet does before and after the dialog stays real.

/** The next save dialogs answer with this file; null is a person who cancels. */
export async function answerSaveDialog(electron: ElectronApplication, path: string | null): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' })
  }, path)
}

/** The next open dialogs answer with this file; null is a person who cancels. */
export async function answerOpenDialog(electron: ElectronApplication, path: string | null): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
  }, path)
}

/** The next message boxes answer with the button of this number. */
export async function answerMessageBox(electron: ElectronApplication, button: number): Promise<void> {
  await electron.evaluate(({ dialog }, response) => {
    dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false })
    dialog.showMessageBoxSync = () => response
  }, button)
}
