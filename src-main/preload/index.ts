import { contextBridge, ipcRenderer } from 'electron'
import type { FileHandleInfo, LockReason, MenuCommand, PaletBridge } from '../contract'
import { channelNames, eventNames } from '../contract/names'
import { watchCopying } from './copying'

const menu = subscription(eventNames.menu, false, ({ command }: { command: MenuCommand }) => command)
const fileOffered = subscription(eventNames.fileOffered, true, (file: FileHandleInfo) => file)
const lock = subscription(eventNames.lock, false, ({ reason }: { reason: LockReason }) => reason)
const closing = subscription(eventNames.closing, false, () => undefined)

const tellCopied = watchCopying((from) => void ipcRenderer.invoke(channelNames.noteCopied, { from }))

/**
 * All the window gets. Each function asks one question of the contract by its own name; nothing here can
 * name another, and what is asked is judged by the gate in the main process, not here.
 */
const bridge: PaletBridge = {
  appInfo: (input) => ipcRenderer.invoke(channelNames.appInfo, input),
  setTheme: (input) => ipcRenderer.invoke(channelNames.setTheme, input),
  setMenuState: (input) => ipcRenderer.invoke(channelNames.setMenuState, input),
  copyTable: (input) => ipcRenderer.invoke(channelNames.copyTable, input),
  printWindow: (input) => ipcRenderer.invoke(channelNames.printWindow, input),
  readyToClose: (input) => ipcRenderer.invoke(channelNames.readyToClose, input),
  openFile: (input) => ipcRenderer.invoke(channelNames.openFile, input),
  readFile: (input) => ipcRenderer.invoke(channelNames.readFile, input),
  saveFileAs: (input) => ipcRenderer.invoke(channelNames.saveFileAs, input),
  saveFile: (input) => ipcRenderer.invoke(channelNames.saveFile, input),
  saveFiles: (input) => ipcRenderer.invoke(channelNames.saveFiles, input),
  keychainStatus: (input) => ipcRenderer.invoke(channelNames.keychainStatus, input),
  keychainSeal: (input) => ipcRenderer.invoke(channelNames.keychainSeal, input),
  keychainOpen: (input) => ipcRenderer.invoke(channelNames.keychainOpen, input),
  vaultOpened: (input) => ipcRenderer.invoke(channelNames.vaultOpened, input),
  vaultLocked: (input) => {
    // What was copied just now has to leave the clipboard too.
    tellCopied()
    return ipcRenderer.invoke(channelNames.vaultLocked, input)
  },
  noteCopied: (input) => ipcRenderer.invoke(channelNames.noteCopied, input),
  backupPlaces: (input) => ipcRenderer.invoke(channelNames.backupPlaces, input),
  chooseBackupPlace: (input) => ipcRenderer.invoke(channelNames.chooseBackupPlace, input),
  forgetBackupPlace: (input) => ipcRenderer.invoke(channelNames.forgetBackupPlace, input),
  writeBackup: (input) => ipcRenderer.invoke(channelNames.writeBackup, input),
  listBackups: (input) => ipcRenderer.invoke(channelNames.listBackups, input),
  readBackup: (input) => ipcRenderer.invoke(channelNames.readBackup, input),
  removeBackup: (input) => ipcRenderer.invoke(channelNames.removeBackup, input),
  onMenu: (listener) => menu.listen(listener),
  onFileOffered: (listener) => fileOffered.listen(listener),
  onClosing: (listener) => closing.listen(listener),
  onLock: (listener) => lock.listen(listener),
}

contextBridge.exposeInMainWorld('palet', bridge)

interface Subscription<T> {
  listen(listener: (value: T) => void): () => void
}

/**
 * `keep`: what arrives before anyone listens waits. A file can be offered while the window is still
 * starting; a menu command that nobody hears is over.
 */
function subscription<P, T>(name: string, keep: boolean, read: (payload: P) => T): Subscription<T> {
  const listeners = new Set<(value: T) => void>()
  const waiting: T[] = []
  ipcRenderer.on(name, (_event, payload: P) => {
    const value = read(payload)
    if (keep && listeners.size === 0) waiting.push(value)
    for (const listener of listeners) listener(value)
  })
  return {
    listen: (listener) => {
      // A wrapper, so that the same function can subscribe twice and each ends on its own.
      const own = (value: T) => {
        listener(value)
      }
      listeners.add(own)
      for (const value of waiting.splice(0)) own(value)
      return () => {
        listeners.delete(own)
      }
    },
  }
}
