import { userInfo } from 'node:os'
import { nativeTheme, type App, type BrowserWindow } from 'electron'
import type { BackupService } from '../backups/service'
import type { backupsContract } from '../contract/backups'
import type { vaultContract } from '../contract/vault'
import type { FileService } from '../files/service'
import type { Keychain } from '../keys/keychain'
import type { AppMenu } from '../window/app-menu'
import { writeTable } from '../window/clipboard'
import type { WindowMemory } from '../window/memory'
import type { OwnClipboard } from '../window/own-clipboard'
import { printContents } from '../window/print'
import type { VaultState } from '../window/vault-state'
import type { Handlers } from './gate'

export interface Parts {
  readonly app: App
  readonly window: BrowserWindow
  readonly files: FileService
  readonly menu: AppMenu
  readonly memory: WindowMemory
  readonly readyToClose: () => void
  readonly keychain: Keychain
  readonly backups: BackupService
  readonly vault: VaultState
  /** What Palet put where other programs can take it. */
  readonly boards: { readonly clipboard: OwnClipboard; readonly selection: OwnClipboard | null }
}

export function handlersFor(parts: Parts): Handlers {
  return { ...windowHandlers(parts), ...vaultHandlers(parts), ...backupHandlers(parts) }
}

type Some<K extends keyof Handlers> = Pick<Handlers, K>
type VaultQuestion = keyof typeof vaultContract
type BackupQuestion = keyof typeof backupsContract
type WindowQuestion = Exclude<keyof Handlers, VaultQuestion | BackupQuestion>

function windowHandlers({
  app,
  window,
  files,
  menu,
  memory,
  readyToClose,
  boards,
}: Parts): Some<WindowQuestion> {
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
      await boards.clipboard.note()
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
    saveFiles: (input) => files.saveAll(input.files),
  }
}

function vaultHandlers({ keychain, vault, boards }: Parts): Some<VaultQuestion> {
  return {
    keychainStatus: () => keychain.status(),
    keychainSeal: ({ secret }) => ({ sealed: keychain.seal(secret) }),
    keychainOpen: ({ sealed }) => ({ secret: keychain.open(sealed) }),
    vaultOpened: ({ lockAfterMinutes }) => {
      vault.opened(lockAfterMinutes)
      return {}
    },
    vaultLocked: async () => {
      await vault.locked()
      return {}
    },
    noteCopied: async ({ from }) => {
      await boards[from]?.note()
      return {}
    },
  }
}

function backupHandlers({ backups }: Parts): Some<BackupQuestion> {
  return {
    backupPlaces: () => backups.places(),
    chooseBackupPlace: ({ place }) => backups.choose(place),
    forgetBackupPlace: ({ place }) => backups.forget(place),
    writeBackup: ({ name, bytes }) => backups.write(name, bytes),
    listBackups: () => backups.list(),
    readBackup: ({ token }) => backups.read(token),
    removeBackup: async ({ token }) => {
      await backups.remove(token)
      return {}
    },
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
