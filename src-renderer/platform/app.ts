import type { Answer, AppInfo, MenuCommand, PaletBridge, Theme } from '@main/contract'
import { bridge } from './bridge'

export type MenuState = Parameters<PaletBridge['setMenuState']>[0]
type Nothing = Awaited<ReturnType<PaletBridge['setTheme']>>

export function appInfo(): Promise<Answer<AppInfo>> {
  return bridge().appInfo({})
}

/** Colours the title bar, menus and dialogs like the window; kept for the next start. */
export function setTheme(theme: Theme): Promise<Nothing> {
  return bridge().setTheme({ theme })
}

export function setMenuState(state: MenuState): Promise<Nothing> {
  return bridge().setMenuState(state)
}

/** Returns a function that ends the subscription. */
export function onMenu(listener: (command: MenuCommand) => void): () => void {
  return bridge().onMenu(listener)
}

/** The window is about to close. Returns a function that ends the subscription. */
export function onClosing(listener: () => void): () => void {
  return bridge().onClosing(listener)
}

/** Everything is kept: the window may close. */
export function readyToClose(): Promise<Nothing> {
  return bridge().readyToClose({})
}

export function copyTable(text: string, html: string): Promise<Nothing> {
  return bridge().copyTable({ text, html })
}

/** Shows the print dialog; `printed` is false when the person cancels. */
export function printWindow(landscape: boolean): Promise<Answer<{ printed: boolean }>> {
  return bridge().printWindow({ landscape })
}
