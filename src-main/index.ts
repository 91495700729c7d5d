import { join } from 'node:path'
import { app, dialog, ipcMain, nativeTheme, session, type BrowserWindow } from 'electron'
import { systemDialogs } from './files/dialogs'
import { fileFromArguments } from './files/offered'
import { FileService } from './files/service'
import { openGate } from './ipc/gate'
import { handlersFor } from './ipc/handlers'
import { isTrustedSender } from './ipc/sender'
import { guardNavigation } from './security/navigation'
import { disableNetwork, registerScheme, secureSession } from './security/session'
import { AppMenu } from './window/app-menu'
import { closeWhenSettled } from './window/closing'
import { tell, welcomeSecondStart } from './window/instance'
import { recall, type Remembered, WindowMemory } from './window/memory'
import { createWindow } from './window/window'

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
  const memory = rememberedWindow(await recalled)
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
  openGate(handlersFor({ app, window: present, files, menu, memory, readyToClose }), {
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

function rememberedWindow(state: Remembered): WindowMemory {
  const memory = new WindowMemory(memoryFile, state)
  app.on('will-quit', (event) => {
    if (!memory.unwritten) return
    event.preventDefault()
    void memory.finish().then(() => {
      app.quit()
    })
  })
  return memory
}

function fail(problem: unknown): void {
  process.stderr.write(`${describe(problem)}\n`)
  dialog.showErrorBox('Palet', 'Er ging iets mis in Palet. Sluit Palet af en start het opnieuw.')
}

function describe(problem: unknown): string {
  return problem instanceof Error ? (problem.stack ?? problem.message) : JSON.stringify(problem)
}
