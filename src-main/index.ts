import { join } from 'node:path'
import {
  app,
  dialog,
  ipcMain,
  nativeTheme,
  powerMonitor,
  safeStorage,
  session,
  type BrowserWindow,
} from 'electron'
import { BackupService } from './backups/service'
import { folderDialog, systemDialogs } from './files/dialogs'
import { fileFromArguments } from './files/offered'
import { FileService } from './files/service'
import { openGate } from './ipc/gate'
import { handlersFor } from './ipc/handlers'
import { isTrustedSender } from './ipc/sender'
import { Keychain } from './keys/keychain'
import { guardNavigation } from './security/navigation'
import { disableNetwork, registerScheme, secureSession } from './security/session'
import { AppMenu } from './window/app-menu'
import { selectionBoard, systemBoard } from './window/clipboard'
import { closeWhenSettled } from './window/closing'
import { tell, welcomeSecondStart } from './window/instance'
import { recall, WindowMemory } from './window/memory'
import { OwnClipboard } from './window/own-clipboard'
import { VaultState } from './window/vault-state'
import { createWindow, replacePage } from './window/window'

const APP_ID = 'nl.palet.Palet'

let window: BrowserWindow | null = null
let offer: (path: string) => void = (path) => early.push(path)
const early: string[] = []

app.setAppUserModelId(APP_ID)
app.enableSandbox()
disableNetwork(app)
registerScheme()
guardNavigation(app)
// Read while the engine starts, not after.
const memoryFile = join(app.getPath('userData'), 'window.json')
const recalled = recall(memoryFile)
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)

if (app.requestSingleInstanceLock()) {
  welcomeSecondStart(
    app,
    () => window,
    (path) => {
      offer(path)
    },
  )
  app.on('window-all-closed', () => {
    app.quit()
  })
  void app.whenReady().then(start)
} else {
  app.quit()
}

async function start(): Promise<void> {
  const memory = new WindowMemory(memoryFile, await recalled)
  const selection = selectionBoard(process.platform)
  const boards = {
    clipboard: new OwnClipboard(systemBoard),
    selection: selection && new OwnClipboard(selection),
  }
  finishBeforeQuit(() =>
    Promise.all([memory.finish(), boards.clipboard.clearOwn(), boards.selection?.clearOwn()]),
  )
  nativeTheme.themeSource = memory.state.theme
  await secureSession(session.defaultSession, {
    rendererFolder: join(__dirname, '../renderer'),
    forMakers: !app.isPackaged,
  })

  const present = createWindow(app, memory)
  window = present
  present.on('closed', () => (window = null))

  const toWindow = tell(present)
  const menu = new AppMenu(app, memory.state.theme, toWindow.menu)
  const files = new FileService(systemDialogs(present))
  const readyToClose = closeWhenSettled(present, toWindow.closing)
  const vault = new VaultState({
    window: present,
    menu,
    power: powerMonitor,
    boards: [boards.clipboard, boards.selection].filter((board) => board !== null),
    ask: toWindow.lock,
    replacePage: () => {
      replacePage(present)
    },
  })
  const keychain = new Keychain(safeStorage, process.platform)
  const backups = new BackupService(app.getPath('userData'), folderDialog(present))
  const parts = { app, window: present, files, menu, memory, readyToClose, keychain, backups, vault, boards }
  openGate(handlersFor(parts), {
    handle: (name, listener) => {
      ipcMain.handle(name, listener)
    },
    isTrusted: (event: Electron.IpcMainInvokeEvent) => isTrustedSender(event, window?.webContents.id ?? null),
    report: (name, problem) => {
      process.stderr.write(`${name}: ${describe(problem)}\n`)
    },
  })
  present.webContents.once('did-finish-load', () => {
    offer = (path) => {
      const file = files.offer(path)
      if (file !== null) toWindow.fileOffered(file)
    }
    const first = fileFromArguments(process.argv, process.cwd())
    for (const path of first === null ? early : [first, ...early]) offer(path)
  })
}

/** What has to be done before the program is gone: once, and then it goes. */
function finishBeforeQuit(finish: () => Promise<unknown>): void {
  let finished = false
  app.on('will-quit', (event) => {
    if (finished) return
    event.preventDefault()
    finished = true
    void finish().finally(() => {
      app.quit()
    })
  })
}

function fail(problem: unknown): void {
  process.stderr.write(`${describe(problem)}\n`)
  dialog.showErrorBox('Palet', 'Er ging iets mis in Palet. Sluit Palet af en start het opnieuw.')
}

function describe(problem: unknown): string {
  return problem instanceof Error ? (problem.stack ?? problem.message) : JSON.stringify(problem)
}
