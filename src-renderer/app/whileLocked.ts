import { shallowRef } from 'vue'
import { offerFile, openOffered } from '../features/start/openFile'
import * as platform from '../platform'
import { useSettings } from '../state/settings'

/** Opens the file that came while Palet was locked; kept until there is somewhere to put it. */
export const waitingFile = shallowRef<(() => Promise<boolean>) | null>(null)

/** The file that waited, once. */
export function takeWaitingFile(): (() => Promise<boolean>) | null {
  const open = waitingFile.value
  waitingFile.value = null
  return open
}

/** Everything from outside that can come while the unlock screen is all there is. */
export function listenWhileLocked(inside: () => boolean): () => void {
  const allow = (event: DragEvent): void => {
    if (!inside() && event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
  }

  function onDrop(event: DragEvent): void {
    const file = event.dataTransfer?.files[0]
    if (inside() || file === undefined) return
    event.preventDefault()
    waitingFile.value = () => offerFile(file)
  }

  const ends = [
    platform.onFileOffered((file) => {
      if (!inside()) waitingFile.value = () => openOffered(file)
    }),
    platform.onMenu((command) => {
      if (inside()) return
      if (command === 'themeLight') void useSettings().setTheme('light')
      if (command === 'themeDark') void useSettings().setTheme('dark')
      if (command === 'themeSystem') void useSettings().setTheme('system')
    }),
    // Locked, there is nothing left to keep.
    platform.onClosing(() => {
      if (!inside()) void platform.readyToClose()
    }),
  ]
  window.addEventListener('dragover', allow)
  window.addEventListener('drop', onDrop)
  return () => {
    for (const end of ends) end()
    window.removeEventListener('dragover', allow)
    window.removeEventListener('drop', onDrop)
  }
}
