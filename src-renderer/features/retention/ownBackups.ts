import { shallowRef } from 'vue'
import type { IsoDate } from '@/domain/model/entities'
import type { Result } from '@/domain/result'
import { readBackupName } from '@/platform'
import { snapshotNow } from '@/state/backupKeeper'
import { idInName, PLACE_WORDS, useBackups } from '@/state/backups'
import { localToday } from '@/state/clock'
import { useProgramme } from '@/state/programme'

/** A backup of the open programme, in one or more places. */
export interface OwnBackup {
  readonly name: string
  /** Moment in UTC. */
  readonly at: string
  readonly day: IsoDate
  /** How far the log was in it; null when this profile didn't make it. */
  readonly version: number | null
  /** `de eigen map van Palet`. */
  readonly places: readonly string[]
}

/** The backups of the open programme, in all places that can be reached. */
export function useOwnBackups() {
  const programme = useProgramme()
  const store = useBackups()
  const all = shallowRef<readonly OwnBackup[]>([])
  /** Places that were chosen but can't be reached now: what lies there isn't in the list. */
  const unreachable = shallowRef<readonly string[]>([])

  async function refresh(): Promise<void> {
    const { id } = programme
    if (id === null) return
    await store.refresh()
    const inName = await idInName(id)
    const found = new Map<string, OwnBackup>()
    for (const { name, place } of store.found) {
      const label = readBackupName(name)
      if (label?.programmeId !== inName) continue
      const known = found.get(name)
      found.set(name, {
        ...{ name, at: label.at, day: localToday(new Date(label.at)) },
        version: store.ledger.records.find((record) => record.name === name)?.version ?? null,
        places: [...(known?.places ?? []), PLACE_WORDS[place]],
      })
    }
    all.value = [...found.values()]
    unreachable.value = store.places
      .filter(({ chosen, available }) => chosen && !available)
      .map(({ place }) => PLACE_WORDS[place])
  }

  async function remove(names: readonly string[]): Promise<Result<null>> {
    const done = await store.remove(names)
    await refresh()
    return done
  }

  /** A fresh one, of what the programme holds now. */
  async function make(): Promise<Result<unknown>> {
    const of = snapshotNow()
    return of === null ? { ok: true, value: null } : store.make('zelf', of)
  }

  return { all, unreachable, refresh, remove, make }
}
