import { join } from 'node:path'
import { BrowserWindow, dialog, nativeTheme, screen, type App } from 'electron'
import { APP_ENTRY, isEntryPage } from '../security/csp'
import { contextMenu } from './context-menu'
import type { WindowMemory } from './memory'
import { MINIMUM, placeWindow } from './placement'

/** The surface colours of the two themes, shown until the page has drawn itself. */
const BACKGROUND = { light: '#f4f2ee', dark: '#171918' } as const

export function createWindow(app: App, memory: WindowMemory): BrowserWindow {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id)
  const areas = [main, ...others].map((display) => display.workArea)

  const window = new BrowserWindow({
    ...placeWindow(memory.state.bounds, areas),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    title: 'Palet',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: join(__dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })

  window.once('ready-to-show', () => {
    if (memory.state.maximized) window.maximize()
    window.show()
  })
  keepPlace(window, memory)
  keepTitle(window)
  keepPage(window)
  contextMenu(window)
  recoverFromCrash(app, window)
  void window.loadURL(APP_ENTRY)
  return window
}

function keepPlace(window: BrowserWindow, memory: WindowMemory): void {
  const remember = () => {
    // The normal bounds, also while the window fills the screen: that is where it returns to.
    memory.remember({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  }
  window.on('resize', remember)
  window.on('move', remember)
  window.on('maximize', remember)
  window.on('unmaximize', remember)
}

function keepTitle(window: BrowserWindow): void {
  window.on('page-title-updated', (event, title) => {
    // The page may add the name of the programme ("Achterhoek - Palet"), not pretend to be something else.
    if (!title.endsWith('Palet')) event.preventDefault()
  })
}

/** The engine asks nobody before it shows an empty page (about:blank); then Palet comes back at once. */
function keepPage(window: BrowserWindow): void {
  window.webContents.on('did-navigate', (_event, url) => {
    if (!isEntryPage(url)) void window.loadURL(APP_ENTRY)
  })
}

/**
 * A fresh page in a fresh process. The page of before may still hold what was on screen somewhere in its memory; on an
 * address of another site it gets no process to stay in, and `keepPage` brings the entry page back at once.
 */
export function replacePage(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  window.webContents.clearHistory()
  void window.loadURL(APP_ENTRY)
}

function recoverFromCrash(app: App, window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    void dialog
      .showMessageBox(window, {
        type: 'error',
        title: 'Palet',
        message: 'Het venster van Palet is onverwacht gestopt.',
        detail: 'Alles wat je hebt gedaan tot het stoppen is bewaard.',
        buttons: ['Opnieuw laden', 'Afsluiten'],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      })
      .then(({ response }) => {
        if (response === 0) void window.loadURL(APP_ENTRY)
        else app.quit()
      })
  })
}
