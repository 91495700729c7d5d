import { offerFile, openOffered } from '../features/start/openFile'
import type { MenuCommand } from '../platform'
import { backupAtClosing, keepBackups } from '../state/backupKeeper'
import { useProgramme } from '../state/programme'
import { reportError } from './failure'
import { lockNow, toStart } from './commands'
import { asking, listenOutside } from './outside'
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
  const ends = [
    keepBackups(),
    listenOutside({
      run: start,
      offered: (file) => {
        opens((leave) => openOffered(file, leave))
      },
      dropped: (file) => {
        if (!asking()) opens((leave) => offerFile(file, leave))
      },
      keepAll,
      lock: (reason) => {
        lockNow(reason).catch(reportError)
      },
    }),
  ]
  const waiting = takeWaitingFile()
  if (waiting !== null) opens(waiting)
  return () => {
    for (const end of ends) end()
  }
}
