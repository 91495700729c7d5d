import { contextBridge, ipcRenderer } from 'electron'
import type { FileHandleInfo, MenuCommand, PaletBridge } from '../contract'
import { channelNames, eventNames } from '../contract/names'

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
  openFile: (input) => ipcRenderer.invoke(channelNames.openFile, input),
  readFile: (input) => ipcRenderer.invoke(channelNames.readFile, input),
  saveFileAs: (input) => ipcRenderer.invoke(channelNames.saveFileAs, input),
  saveFile: (input) => ipcRenderer.invoke(channelNames.saveFile, input),
  onMenu: subscription<{ readonly command: MenuCommand }, MenuCommand>(
    eventNames.menu,
    ({ command }) => command,
  ),
  onFileOffered: subscription<FileHandleInfo, FileHandleInfo>(eventNames.fileOffered, (file) => file),
}

contextBridge.exposeInMainWorld('palet', bridge)

/** What arrives before anyone listens waits: a file can be offered while the window is still starting. */
function subscription<P, T>(name: string, read: (payload: P) => T) {
  const listeners = new Set<(value: T) => void>()
  const waiting: T[] = []
  ipcRenderer.on(name, (_event, payload: P) => {
    const value = read(payload)
    if (listeners.size === 0) waiting.push(value)
    for (const listener of listeners) listener(value)
  })
  return (listener: (value: T) => void) => {
    // A wrapper, so that the same function can subscribe twice and each ends on its own.
    const own = (value: T) => {
      listener(value)
    }
    listeners.add(own)
    for (const value of waiting.splice(0)) own(value)
    return () => {
      listeners.delete(own)
    }
  }
}
