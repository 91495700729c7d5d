import type { MenuCommand } from '../platform'
import { useAssociationReview } from '../state/associationReview'
import { type LockReason } from '../state/lock'
import { useNotices } from '../state/notices'
import { useSettings } from '../state/settings'
import { lockNow } from './commands'
import { openDialog } from './dialogs'
import { reportError } from './failure'
import { listenOutside } from './outside'

export interface ReviewActions {
  ready(): void
  leave(): void
  keys(): void
}

/** Everything from outside while a review is all there is. What belongs to a programme does nothing here. */
export function listenInReview({ ready, leave, keys }: ReviewActions): () => void {
  const review = useAssociationReview()

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

  return listenOutside({
    run,
    offered: sayCloseFirst,
    dropped: sayCloseFirst,
    keepAll,
    lock: (reason) => {
      lock(reason).catch(reportError)
    },
  })
}
