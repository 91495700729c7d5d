import { computed, ref, type Ref, shallowRef, watch } from 'vue'
import { capitalise } from '../../domain/labels'
import type { LogEntry } from '../../data/history'
import type { Result } from '../../domain/result'
import type { LogPage } from '../../data/repository'
import { useProgramme } from '../../state/programme'
import { KIND_LABELS, momentOf } from './moment'

const PAGE_SIZE = 50
/** How much is read at a time while searching: entries carry no patches, so this is little. */
const BATCH = 1_000
const PATIENCE = 150

/** The log by page; with a text in the filter, the pages of what is found in the whole log. */
export function useLog(filter: Ref<string>) {
  const programme = useProgramme()
  const page = ref(0)
  const total = ref(0)
  const found = ref(0)
  const loaded = ref(false)
  const failure = ref<string | null>(null)
  const entries = shallowRef<readonly LogEntry[]>([])
  const hasNext = computed(() => (page.value + 1) * PAGE_SIZE < found.value)
  let all: { readonly version: number; readonly entries: readonly LogEntry[] } | null = null
  let asked = 0

  async function load(): Promise<void> {
    asked += 1
    const mine = asked
    const words = filter.value.trim().toLocaleLowerCase('nl').split(/\s+/).filter(Boolean)
    const result = words.length === 0 ? await pageOfAll() : await pageOfFound(words)
    // A later question has overtaken this one.
    if (mine !== asked) return
    loaded.value = true
    if (!result.ok) {
      failure.value = result.error.message
      return
    }
    failure.value = null
    entries.value = result.value.entries
    total.value = result.value.total
    found.value = result.value.found
  }

  async function pageOfAll(): Promise<Result<LogPage & { found: number }>> {
    const result = await programme.log({ page: page.value, pageSize: PAGE_SIZE })
    return result.ok ? { ok: true, value: { ...result.value, found: result.value.total } } : result
  }

  async function pageOfFound(words: readonly string[]): Promise<Result<LogPage & { found: number }>> {
    const read = await readAll()
    if (!read.ok) return read
    const hits = read.value.filter((entry) => matches(entry, words))
    const from = page.value * PAGE_SIZE
    return {
      ok: true,
      value: {
        entries: hits.slice(from, from + PAGE_SIZE),
        total: read.value.length,
        found: hits.length,
        page: page.value,
        pageSize: PAGE_SIZE,
      },
    }
  }

  async function readAll(): Promise<Result<readonly LogEntry[]>> {
    const version = programme.version
    if (all?.version === version) return { ok: true, value: all.entries }
    const collected: LogEntry[] = []
    for (let batch = 0; ; batch += 1) {
      const result = await programme.log({ page: batch, pageSize: BATCH })
      if (!result.ok) return result
      collected.push(...result.value.entries)
      if (result.value.entries.length < BATCH) break
    }
    all = { version, entries: collected }
    return { ok: true, value: collected }
  }

  async function go(to: number): Promise<void> {
    page.value = Math.max(0, to)
    await load()
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  watch(filter, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void go(0), PATIENCE)
  })

  return { entries, page, pageSize: PAGE_SIZE, total, found, loaded, hasNext, failure, load, go }
}

/** Every word must occur somewhere in what the row shows. */
function matches(entry: LogEntry, words: readonly string[]): boolean {
  const kind = entry.kind === 'change' ? '' : KIND_LABELS[entry.kind]
  const text = [momentOf(entry.at), entry.who, kind, capitalise(entry.summary), entry.why]
    .join(' ')
    .toLocaleLowerCase('nl')
  return words.every((word) => text.includes(word))
}
