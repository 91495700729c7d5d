import type { Command } from '@/domain/commands/context'
import type { DomainError } from '@/domain/result'
import { useNotices } from '@/state/notices'
import { useProgramme } from '@/state/programme'

/** Changes during a meeting: seen on the page itself, so without a message that lies over the line; undo is Ctrl+Z. */
export function useQuiet() {
  const programme = useProgramme()
  const notices = useNotices()

  /** Null when it worked; else why not. */
  async function change(command: Command): Promise<DomainError | null> {
    const result = await programme.run(command)
    return result.ok ? null : result.error
  }

  /** The same where there is no field to point at. */
  async function changeOrTell(command: Command): Promise<boolean> {
    const error = await change(command)
    if (error !== null) notices.show({ kind: 'error', text: error.message })
    return error === null
  }

  return { change, changeOrTell }
}
