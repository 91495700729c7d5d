import { computed, ref, type Ref, shallowRef, watch } from 'vue'
import type { LogEntry } from '@/data/history'
import type { RecordRef } from '@/data/repository'
import { compareDutch } from '@/domain/labels'
import type { Result } from '@/domain/result'
import { useProgramme } from '@/state/programme'
import { asksRecords, isEmpty, type LogFilter, passes } from './logFilter'

const PAGE_SIZE = 50
/** How much is read at a time: entries carry no patches, so this is little. */
const BATCH = 1_000
const PATIENCE = 150

interface Touched {
  readonly bySequence: Map<number, readonly RecordRef[]>
  upTo: number
  compactedUpTo: number
}

/** The log by page; with a filter, the pages of what is found in the whole log. */
export function useLog(filter: Ref<LogFilter>) {
  const programme = useProgramme()
  const page = ref(0)
  const total = ref(0)
  const found = ref(0)
  const loaded = ref(false)
  const failure = ref<string | null>(null)
  const entries = shallowRef<readonly LogEntry[]>([])
  const people = shallowRef<readonly string[]>([])
  /** How many entries can't be searched by record, because their changes were dropped. */
  const unsearchable = ref(0)
  const hasNext = computed(() => (page.value + 1) * PAGE_SIZE < found.value)
  /** Newest first. */
  let all: readonly LogEntry[] = []
  let touched: Touched = noneTouched()
  let asked = 0

  async function load(): Promise<void> {
    asked += 1
    const mine = asked
    const result = await (isEmpty(filter.value) ? pageOfAll() : pageOfFound())
    // A later question has overtaken this one.
    if (mine !== asked) return
    loaded.value = true
    if (!result.ok) {
      failure.value = result.error.message
      entries.value = []
      return
    }
    failure.value = null
    entries.value = result.value.entries
    total.value = result.value.total
    found.value = result.value.found
  }

  async function pageOfAll(): Promise<
    Result<{ entries: readonly LogEntry[]; total: number; found: number }>
  > {
    const result = await programme.log({ page: page.value, pageSize: PAGE_SIZE })
    return result.ok
      ? { ok: true, value: { entries: result.value.entries, ...both(result.value.total) } }
      : result
  }

  async function pageOfFound(): Promise<
    Result<{ entries: readonly LogEntry[]; total: number; found: number }>
  > {
    const read = await readFound()
    if (!read.ok) return read
    const from = page.value * PAGE_SIZE
    const some = read.value.slice(from, from + PAGE_SIZE)
    return { ok: true, value: { entries: some, total: all.length, found: read.value.length } }
  }

  /** Everything that passes the filter, newest first. */
  async function readFound(): Promise<Result<readonly LogEntry[]>> {
    const read = await readAll()
    if (!read.ok) return read
    if (asksRecords(filter.value)) {
      const known = await readTouched()
      if (!known.ok) return known
    }
    unsearchable.value = asksRecords(filter.value) ? touched.compactedUpTo : 0
    return {
      ok: true,
      value: read.value.filter((entry) =>
        passes(entry, filter.value, touched.bySequence.get(entry.sequence)),
      ),
    }
  }

  /** Reads what was added since the last time. */
  async function readAll(): Promise<Result<readonly LogEntry[]>> {
    const known = all[0]?.sequence ?? 0
    const fresh: LogEntry[] = []
    for (let batch = 0; ; batch += 1) {
      const result = await programme.log({ page: batch, pageSize: BATCH })
      if (!result.ok) return result
      const some = result.value.entries.filter(({ sequence }) => sequence > known)
      fresh.push(...some)
      if (some.length < BATCH) break
    }
    if (known > 0 && fresh.some(({ kind }) => kind === 'deletion' || kind === 'compaction')) {
      // Earlier entries may have lost their words or their changes.
      all = []
      touched = noneTouched()
      return readAll()
    }
    if (fresh.length > 0) all = [...fresh, ...all]
    people.value = [...new Set(all.map(({ who }) => who))].sort(compareDutch)
    return { ok: true, value: all }
  }

  async function readTouched(): Promise<Result<null>> {
    const newest = all[0]?.sequence ?? 0
    if (touched.upTo >= newest) return { ok: true, value: null }
    const more = await programme.touchedAfter(touched.upTo)
    if (!more.ok) return more
    for (const [sequence, refs] of more.value.bySequence) touched.bySequence.set(sequence, refs)
    touched.compactedUpTo = Math.max(touched.compactedUpTo, more.value.compactedUpTo)
    touched.upTo = newest
    return { ok: true, value: null }
  }

  async function go(to: number): Promise<void> {
    page.value = Math.max(0, to)
    await load()
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  watch(filter, (next, before) => {
    clearTimeout(timer)
    timer = setTimeout(() => void go(0), next.text === before.text ? 0 : PATIENCE)
  })

  return {
    ...{ entries, page, pageSize: PAGE_SIZE, total, found, loaded, hasNext, failure, people, unsearchable },
    ...{ load, go, readAll, readFound },
  }
}

const both = (count: number): { total: number; found: number } => ({ total: count, found: count })

const noneTouched = (): Touched => ({ bySequence: new Map(), upTo: 0, compactedUpTo: 0 })
