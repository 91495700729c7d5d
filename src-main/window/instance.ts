import type { App, BrowserWindow } from 'electron'
import { eventNames, type FileHandleInfo, type LockReason, type MenuCommand } from '../contract'
import { fileFromArguments } from '../files/offered'

/** What the main process tells the window of its own accord. */
export function tell(window: BrowserWindow) {
  return {
    menu(command: MenuCommand): void {
      if (!window.isDestroyed()) window.webContents.send(eventNames.menu, { command })
    },
    closing(): void {
      if (!window.isDestroyed()) window.webContents.send(eventNames.closing, {})
    },
    lock(reason: LockReason): void {
      if (!window.isDestroyed()) window.webContents.send(eventNames.lock, { reason })
    },
    fileOffered(file: FileHandleInfo): void {
      if (!window.isDestroyed()) window.webContents.send(eventNames.fileOffered, file)
    },
  }
}

/** A second start doesn't make a second Palet: it brings this one forward, with the file it came with. */
export function welcomeSecondStart(
  app: App,
  window: () => BrowserWindow | null,
  offer: (path: string) => void,
): void {
  app.on('second-instance', (_event, args, workingFolder) => {
    const present = window()
    if (present?.isMinimized()) present.restore()
    present?.focus()
    const path = fileFromArguments(args, workingFolder)
    if (path !== null) offer(path)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    offer(path)
  })
}
