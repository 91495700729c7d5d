import { ref } from 'vue'
import type { RecordRef } from '@/data/repository'
import {
  backupsBefore,
  type DueRecord,
  replaceWithoutContact,
  type RetentionPolicy,
} from '@/domain/retention'
import { plural, tableLabels } from '@/domain/labels'
import { letGo } from '@/domain/regie'
import type { Result } from '@/domain/result'
import { useDrafts } from '@/state/drafts'
import { useProgramme } from '@/state/programme'
import type { useOwnBackups } from './ownBackups'

/** What a deletion came to. */
export interface Deletion {
  readonly records: number
  /** How many backups went along. */
  readonly backupsRemoved: number
  /** What didn't work afterwards, in Dutch; null when all did. */
  readonly trouble: string | null
}

/** Deletes for good what is over its term, with everything that the log, drafts and by policy backups kept of it. */
export function useDeletion(backups: ReturnType<typeof useOwnBackups>) {
  const programme = useProgramme()
  const drafts = useDrafts()
  const busy = ref(false)

  async function remove(
    items: readonly DueRecord[],
    why: string,
    policy: RetentionPolicy,
  ): Promise<Result<Deletion>> {
    busy.value = true
    try {
      for (const { id } of items.filter(({ kind }) => kind === 'contacts')) {
        const replaced = await programme.run(replaceWithoutContact(id), { why })
        if (!replaced.ok) return replaced
      }
      for (const { table, id, kind } of items) {
        if (kind === 'contacts') continue
        // Not by its name: this stays in the log.
        const free = await programme.run(letGo(table, id, `een ${tableLabels[table].one}`), { why })
        if (!free.ok) return free
      }
      const refs: RecordRef[] = items.map(({ table, id }) => ({ table, id }))
      const done = await programme.deleteForGood(refs, { why })
      if (!done.ok) return done
      if (programme.id !== null) for (const { id } of refs) await drafts.forgetAll(programme.id, id)
      return { ok: true, value: { records: refs.length, ...(await removeBackups(policy)) } }
    } finally {
      busy.value = false
    }
  }

  /** First a backup without what was deleted, then those with it go: there is never none. */
  async function removeBackups(policy: RetentionPolicy): Promise<Omit<Deletion, 'records'>> {
    if (policy.backupsAtDeletion === 'keep') return { backupsRemoved: 0, trouble: null }
    const deletion = { sequence: programme.version, at: new Date().toISOString() }
    const made = await backups.make()
    if (!made.ok) return { backupsRemoved: 0, trouble: made.error.message }
    await backups.refresh()
    return removeThese(
      backupsBefore(backups.all.value, deletion).map(({ name }) => name),
      'ze hielden nog wat voorgoed is gewist',
    )
  }

  /** Removes backups, and says so in the log. */
  async function removeThese(names: readonly string[], why: string): Promise<Omit<Deletion, 'records'>> {
    if (names.length === 0) return { backupsRemoved: 0, trouble: null }
    const removed = await backups.remove(names)
    if (!removed.ok) return { backupsRemoved: 0, trouble: removed.error.message }
    const summary = `${plural(names.length, 'reservekopie', 'reservekopieën')} verwijderd`
    const noted = await programme.note({ kind: 'backup', summary }, { why })
    return { backupsRemoved: names.length, trouble: noted.ok ? null : noted.error.message }
  }

  /** Drops the details of the log up to an entry; the entries stay. */
  async function tidyLog(upTo: number, why: string): Promise<Result<null>> {
    busy.value = true
    try {
      return await programme.compact(upTo, { why })
    } finally {
      busy.value = false
    }
  }

  return { busy, remove, removeThese, tidyLog }
}
