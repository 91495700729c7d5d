import { userInfo } from 'node:os'
import { nativeTheme, type App, type BrowserWindow } from 'electron'
import type { FileService } from '../files/service'
import type { AppMenu } from '../window/app-menu'
import { writeTable } from '../window/clipboard'
import type { WindowMemory } from '../window/memory'
import { printContents } from '../window/print'
import type { Handlers } from './gate'

export interface Parts {
  readonly app: App
  readonly window: BrowserWindow
  readonly files: FileService
  readonly menu: AppMenu
  readonly memory: WindowMemory
  readonly readyToClose: () => void
}

export function handlersFor({ app, window, files, menu, memory, readyToClose }: Parts): Handlers {
  return {
    appInfo: () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      userName: accountName(),
      platform: process.platform,
    }),
    setTheme: ({ theme }) => {
      nativeTheme.themeSource = theme
      menu.setTheme(theme)
      memory.remember({ theme })
      return {}
    },
    setMenuState: (state) => {
      menu.setState(state)
      return {}
    },
    copyTable: async (table) => {
      await writeTable(table)
      return {}
    },
    printWindow: async ({ landscape }) => ({ printed: await printContents(window.webContents, landscape) }),
    readyToClose: () => {
      readyToClose()
      return {}
    },
    openFile: ({ kind }) => files.open(kind),
    readFile: ({ token }) => files.read(token),
    saveFileAs: ({ kind, suggestedName, bytes }) => files.saveAs(kind, suggestedName, bytes),
    saveFile: ({ token, bytes }) => files.save(token, bytes),
  }
}

function accountName(): string {
  try {
    return userInfo().username
  } catch {
    // An account without a name in the system's list: rare, and then there is simply no first guess.
    return ''
  }
}
