import { shallowRef } from 'vue'
import { type Leave, offerFile, openOffered } from '../features/start/openFile'
import * as platform from '../platform'
import { useSettings } from '../state/settings'

/** Past the front door: the shell is there and listens itself. False from locking until back where the person was. */
export const inside = shallowRef(false)

/** Opens a file from outside; gives the address of the screen to show, or null. */
export type Opening = (leave: Leave) => Promise<string | null>

/** Opens the file that came while Palet was locked; kept until there is somewhere to put it. */
export const waitingFile = shallowRef<Opening | null>(null)

/** The file that waited, once. */
export function takeWaitingFile(): Opening | null {
  const open = waitingFile.value
  waitingFile.value = null
  return open
}

/** Everything from outside that can come while the unlock screen is all there is, or not even that yet. */
export function listenWhileLocked(): void {
  window.addEventListener('dragover', (event) => {
    if (!inside.value && event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
  })
  window.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0]
    if (inside.value || file === undefined) return
    event.preventDefault()
    waitingFile.value = (leave) => offerFile(file, leave)
  })
  platform.onFileOffered((file) => {
    if (!inside.value) waitingFile.value = (leave) => openOffered(file, leave)
  })
  platform.onMenu((command) => {
    if (inside.value) return
    if (command === 'themeLight') void useSettings().setTheme('light')
    if (command === 'themeDark') void useSettings().setTheme('dark')
    if (command === 'themeSystem') void useSettings().setTheme('system')
  })
  platform.onClosing(() => {
    // Locked, there is nothing left to keep.
    if (!inside.value) void platform.readyToClose()
  })
}
