import type { FileHandleInfo, MenuCommand } from '../platform'
import * as platform from '../platform'
import type { LockReason } from '../state/lock'
import { isTyping } from './commands'
import { commandOf } from './shortcuts'

/** What a window does with what comes from outside its screens. */
export interface OutsideActions {
  /** A command of the menu or of a key. */
  run(command: MenuCommand): void
  /** A file that the system hands over. */
  offered(file: FileHandleInfo): void
  /** A file that was dropped; a dialog may be asking something meanwhile. */
  dropped(file: File): void
  /** Before the window goes: keeps what is on screen. */
  keepAll(): Promise<void>
  lock(reason: LockReason): void
}

/** A dialog that asks something must be answered first. */
export const asking = (): boolean => document.querySelector('.p-dialog') !== null

/** Menu, keys, files and closing, with the rules that hold whatever is on screen. Returns what ends it. */
export function listenOutside({ run, offered, dropped, keepAll, lock }: OutsideActions): () => void {
  function onMenu(command: MenuCommand): void {
    if ((command === 'undo' || command === 'redo') && isTyping()) {
      // The menu's key was pressed in a text: take back the typing, as everywhere else.
      document.execCommand(command)
      return
    }
    if (!asking() || command.startsWith('theme') || command === 'lock') run(command)
  }

  function onKey(event: KeyboardEvent): void {
    const command = commandOf(event)
    if (command === undefined || event.defaultPrevented || event.repeat) return
    if ((command === 'undo' || command === 'redo') && isTyping()) return
    event.preventDefault()
    if (!asking() || command === 'lock') run(command)
  }

  const allow = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
  }

  function onDrop(event: DragEvent): void {
    const file = event.dataTransfer?.files[0]
    if (file === undefined) return
    // Without this the window would show the file itself.
    event.preventDefault()
    dropped(file)
  }

  const ends = [
    platform.onMenu(onMenu),
    platform.onFileOffered(offered),
    platform.onClosing(() => {
      void keepAll()
        .catch(() => undefined)
        .then(platform.readyToClose)
    }),
    platform.onLock(lock),
  ]
  window.addEventListener('keydown', onKey)
  window.addEventListener('dragover', allow)
  window.addEventListener('drop', onDrop)
  return () => {
    for (const end of ends) end()
    window.removeEventListener('keydown', onKey)
    window.removeEventListener('dragover', allow)
    window.removeEventListener('drop', onDrop)
  }
}
