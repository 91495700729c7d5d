import type { MenuCommand } from '../platform'
import * as platform from '../platform'
import { useAssociationReview } from '../state/associationReview'
import { type LockReason } from '../state/lock'
import { useNotices } from '../state/notices'
import { useSettings } from '../state/settings'
import { isTyping, lockNow } from './commands'
import { openDialog } from './dialogs'
import { reportError } from './failure'
import { commandOf } from './shortcuts'

export interface ReviewActions {
  ready(): void
  leave(): void
  keys(): void
}

/** Everything from outside while a review is all there is. What belongs to a programme does nothing here. */
export function listenInReview({ ready, leave, keys }: ReviewActions): () => void {
  const review = useAssociationReview()
  const asking = (): boolean => document.querySelector('.p-dialog') !== null

  /** Leaving a field is what keeps its text. */
  async function keepAll(): Promise<void> {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await review.settled()
  }

  async function lock(reason: LockReason): Promise<void> {
    await keepAll()
    await lockNow(reason)
  }

  function run(command: MenuCommand): void {
    switch (command) {
      case 'undo':
        review.undo()
        return
      case 'redo':
        review.redo()
        return
      case 'saveCopy':
        ready()
        return
      case 'closeProgramme':
        leave()
        return
      case 'newProgramme':
      case 'openProgramme':
        sayCloseFirst()
        return
      case 'lock':
        lock('person').catch(reportError)
        return
      case 'themeLight':
        void useSettings().setTheme('light')
        return
      case 'themeDark':
        void useSettings().setTheme('dark')
        return
      case 'themeSystem':
        void useSettings().setTheme('system')
        return
      case 'showShortcuts':
        keys()
        return
      case 'showAbout':
        openDialog('about')
    }
  }

  function sayCloseFirst(): void {
    useNotices().show({
      kind: 'info',
      text: 'Sluit eerst deze review. Wat u heeft ingevuld blijft bewaard.',
    })
  }

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
    if (event.dataTransfer?.files[0] === undefined) return
    // Without this the window would show the file itself.
    event.preventDefault()
    sayCloseFirst()
  }

  const ends = [
    platform.onMenu(onMenu),
    platform.onFileOffered(sayCloseFirst),
    platform.onClosing(() => {
      void keepAll()
        .catch(() => undefined)
        .then(platform.readyToClose)
    }),
    platform.onLock((reason) => {
      lock(reason).catch(reportError)
    }),
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
