import { offerFile, openOffered } from '../features/start/openFile'
import type { MenuCommand } from '../platform'
import * as platform from '../platform'
import { backupAtClosing, keepBackups } from '../state/backupKeeper'
import { useProgramme } from '../state/programme'
import { reportError } from './failure'
import { commandOf } from './shortcuts'
import { isTyping, lockNow, toStart } from './commands'
import { type Opening, takeWaitingFile } from './whileLocked'

/** Keeps what is on screen before the window goes. */
async function keepAll(): Promise<void> {
  // Leaving a field is what saves it, in the report and in a table of numbers: closing the window leaves it too.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await useProgramme().settled()
  await backupAtClosing()
}

/** Everything that comes from outside the screens: menu, shortcuts, files of the system, files dropped. */
export function listen(
  run: (command: MenuCommand) => Promise<void>,
  show: (address: string) => void,
): () => void {
  const start = (command: MenuCommand): void => {
    run(command).catch(reportError)
  }
  /** A file from outside: only a programme takes the place of this one, and then the screens are left first. */
  function opens(open: Opening): void {
    open(toStart)
      .then((address) => {
        if (address !== null) show(address)
      })
      .catch(reportError)
  }
  /** A dialog that asks something must be answered first. */
  const asking = (): boolean => document.querySelector('.p-dialog') !== null

  function onMenu(command: MenuCommand): void {
    if ((command === 'undo' || command === 'redo') && isTyping()) {
      // The menu's key was pressed in a text: take back the typing, as everywhere else.
      document.execCommand(command)
      return
    }
    if (asking() && !command.startsWith('theme') && command !== 'lock') return
    start(command)
  }

  function onKey(event: KeyboardEvent): void {
    const command = commandOf(event)
    if (command === undefined || event.defaultPrevented || event.repeat) return
    if ((command === 'undo' || command === 'redo') && isTyping()) return
    event.preventDefault()
    if (!asking() || command === 'lock') start(command)
  }

  const allow = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
  }

  function onDrop(event: DragEvent): void {
    const file = event.dataTransfer?.files[0]
    if (file === undefined) return
    // Without this the window would show the file itself.
    event.preventDefault()
    if (asking()) return
    opens((leave) => offerFile(file, leave))
  }

  const ends = [
    keepBackups(),
    platform.onMenu(onMenu),
    platform.onFileOffered((file) => {
      opens((leave) => openOffered(file, leave))
    }),
    platform.onClosing(() => {
      void keepAll()
        .catch(() => undefined)
        .then(platform.readyToClose)
    }),
    platform.onLock((reason) => {
      lockNow(reason).catch(reportError)
    }),
  ]
  const waiting = takeWaitingFile()
  if (waiting !== null) opens(waiting)
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
