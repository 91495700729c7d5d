import { computed, ref, shallowRef } from 'vue'
import type { LogEntry } from '@/data/history'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { TableName } from '@/domain/model/programmeData'
import { pointsLoosely } from '@/domain/regie'
import type { Result } from '@/domain/result'
import {
  backupsBefore,
  DEFAULT_POLICY,
  type DeletionEntry,
  dueBackups,
  dueOn,
  type DueRecord,
  dueRecords,
  lastDueEntry,
  pointersTo,
  policyChange,
  type RecordPlace,
  requestedRecords,
  type RetentionPolicy,
  policyFrom,
} from '@/domain/retention'
import { localToday } from '@/state/clock'
import { useProgramme } from '@/state/programme'
import { programmeSetting, setProgrammeSetting } from '@/state/programmeSettings'
import { type OwnBackup, useOwnBackups } from './ownBackups'

export interface WorkItem extends DueRecord {
  /** Records that point to it, and so hold it. */
  readonly heldBy: readonly RecordPlace[]
}

const BATCH = 1_000
/** The day of an entry where the person is. */
const dayOf = (entry: LogEntry): IsoDate => localToday(new Date(entry.at))

/** What is over its term in the open programme. */
export function useWorklist() {
  const programme = useProgramme()
  const backups = useOwnBackups()
  const policy = shallowRef<RetentionPolicy>(DEFAULT_POLICY)
  const items = shallowRef<readonly WorkItem[]>([])
  /** Trajectories of people who asked to be forgotten; asked anew each time, so that nothing goes by an old request. */
  const requested = shallowRef<ReadonlySet<Id>>(new Set())
  /** Entries up to here whose details may go; 0 for none. */
  const logUpTo = ref(0)
  const logCount = ref(0)
  const logDay = ref('')
  const deletion = shallowRef<DeletionEntry | null>(null)
  const loaded = ref(false)
  const failure = ref<string | null>(null)
  let asked = 0

  const oldBackups = computed(() => dueBackups(backups.all.value, policy.value.terms.backups, localToday()))
  /** Backups that may still hold what was deleted, each with the day on which its own term is over. */
  const holding = computed<readonly (OwnBackup & { readonly until: IsoDate | null })[]>(() => {
    const months = policy.value.terms.backups
    return deletion.value === null
      ? []
      : backupsBefore(backups.all.value, deletion.value).map((each) => ({
          ...each,
          until: months === null ? null : dueOn(each.day, months),
        }))
  })

  async function load(): Promise<void> {
    const { id } = programme
    if (id === null) return
    asked += 1
    const mine = asked
    const [kept, entries, touched] = await Promise.all([
      programmeSetting('retention', id),
      readLog(),
      programme.touchedAfter(0),
      backups.refresh(),
    ])
    if (mine !== asked || programme.data === null) return
    loaded.value = true
    const refused = [kept, entries, touched].find((result) => !result.ok)
    if (refused?.ok === false || !kept.ok || !entries.ok || !touched.ok) {
      failure.value = refused?.ok === false ? refused.error.message : null
      return
    }
    failure.value = null
    policy.value = policyFrom(kept.value)
    const { terms } = policy.value
    const days = entries.value.map((entry) => ({ sequence: entry.sequence, day: dayOf(entry) }))
    const lastTouch = new Map<string, number>()
    for (const [sequence, refs] of touched.value.bySequence)
      for (const { table, id: record } of refs) {
        const key = `${table}/${record}`
        lastTouch.set(key, Math.max(sequence, lastTouch.get(key) ?? 0))
      }
    // What isn't known to be changed later has been as it is since the oldest changes that are left.
    const oldest = Math.max(1, touched.value.compactedUpTo)
    const changedOn = (table: TableName, record: Id): IsoDate =>
      days[(lastTouch.get(`${table}/${record}`) ?? oldest) - 1]?.day ?? localToday()
    const { data } = programme
    const onRequest = requestedRecords(data, requested.value, localToday())
    const due = [
      ...onRequest,
      ...dueRecords(data, terms, localToday(), changedOn).filter((item) => !requested.value.has(item.id)),
    ]
    const pointers = pointersTo(data, new Set(due.map(({ id: record }) => record)))
    // A contact is taken out of its partner, whatever points to that; a loose link lets go.
    items.value = due.map((item) => ({
      ...item,
      heldBy:
        item.kind === 'contacts'
          ? []
          : (pointers.get(item.id) ?? []).filter((from) => !pointsLoosely(data, from, item)),
    }))
    const upTo = lastDueEntry(days, terms.logDetails, localToday())
    logUpTo.value = upTo > touched.value.compactedUpTo ? upTo : 0
    logCount.value = logUpTo.value === 0 ? 0 : upTo - touched.value.compactedUpTo
    logDay.value = days[upTo - 1]?.day ?? ''
    deletion.value = entries.value.findLast(({ kind }) => kind === 'deletion') ?? null
  }

  async function request(id: Id): Promise<void> {
    requested.value = new Set([...requested.value, id])
    await load()
  }

  /** The whole log, oldest first. */
  async function readLog(): Promise<Result<readonly LogEntry[]>> {
    const found: LogEntry[] = []
    for (let page = 0; ; page += 1) {
      const result = await programme.log({ page, pageSize: BATCH })
      if (!result.ok) return result
      found.push(...result.value.entries)
      if (result.value.entries.length < BATCH) return { ok: true, value: found.reverse() }
    }
  }

  async function setPolicy(next: RetentionPolicy): Promise<Result<null>> {
    if (programme.id === null) return { ok: true, value: null }
    const summary = policyChange(policy.value, next)
    if (summary === null) return { ok: true, value: null }
    const kept = await setProgrammeSetting('retention', programme.id, next)
    if (!kept.ok) return kept
    const noted = await programme.note({ kind: 'setting', summary })
    await load()
    return noted.ok ? { ok: true, value: null } : noted
  }

  return {
    ...{ policy, items, logUpTo, logCount, logDay, oldBackups, holding, loaded, failure },
    ...{ load, request, setPolicy, backups },
  }
}
