import type { Command } from '../domain/commands/context'
import { capitalise } from '../domain/labels'
import type { DomainError } from '../domain/result'
import { useNotices } from './notices'
import { type ChangeDetails, useProgramme } from './programme'

/**
 * The way back in a message about the change just made. The message may still stand there when others came after it:
 * those must not be taken back for it.
 */
export function wayBack(): { readonly actionLabel: string; readonly action: () => void } {
  const programme = useProgramme()
  const made = programme.undoLabel
  return {
    actionLabel: 'Ongedaan maken',
    action: () => {
      if (programme.undoLabel === made) void programme.undo()
      else
        useNotices().show({
          kind: 'info',
          text: 'Hierna is al iets anders gewijzigd. Maak dat eerst ongedaan met Ctrl + Z.',
        })
    },
  }
}

/** Runs a command for a screen and says what was done, with a way back. Null when it worked, else why not. */
export function useChange() {
  const programme = useProgramme()
  const notices = useNotices()

  async function change(command: Command, details: ChangeDetails = {}): Promise<DomainError | null> {
    const result = await programme.run(command, details)
    if (!result.ok) return result.error
    const { summary, patches } = result.value
    if (patches.length > 0) notices.show({ kind: 'success', text: `${capitalise(summary)}.`, ...wayBack() })
    return null
  }

  /** The same where there is no field to point at: a refusal is shown as a message. */
  async function changeOrTell(command: Command, details: ChangeDetails = {}): Promise<boolean> {
    const error = await change(command, details)
    if (error !== null) notices.show({ kind: 'error', text: error.message })
    return error === null
  }

  return { change, changeOrTell }
}
