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

const NOWHERE = 'about:blank'
/** A page that hangs doesn't leave when it is asked to. */
const LEAVE_MS = 3000
const leaving = new WeakSet<BrowserWindow>()

/**
 * A fresh page in a fresh process: a page that only loads itself again keeps its process, with all that was in its
 * memory. Nowhere is another site, so the process of before ends; `keepPage` then brings Palet back.
 */
export function replacePage(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  const { webContents } = window
  leaving.add(window)
  const timer = setTimeout(() => {
    if (!window.isDestroyed()) webContents.forcefullyCrashRenderer()
  }, LEAVE_MS)
  webContents.once('did-navigate', () => {
    clearTimeout(timer)
  })
  const arrived = () => {
    if (!isEntryPage(webContents.getURL())) return
    webContents.off('did-finish-load', arrived)
    leaving.delete(window)
    // The last titles and addresses too.
    webContents.clearHistory()
  }
  webContents.on('did-finish-load', arrived)
  // Being brought back halfway counts as a failed load.
  window.loadURL(NOWHERE).catch(() => undefined)
}

function recoverFromCrash(app: App, window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    if (leaving.has(window)) {
      void window.loadURL(APP_ENTRY)
      return
    }
    void dialog
      .showMessageBox(window, {
        type: 'error',
        title: 'Palet',
        message: 'Het venster van Palet is onverwacht gestopt.',
        detail: 'Alles wat u hebt gedaan tot het stoppen is bewaard.',
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
