import { computed, ref, shallowRef, watch } from 'vue'
import { incomingRows, type RowOutcome, takeInRows } from '@/domain/intake'
import type { DomainError } from '@/domain/result'
import { localToday } from '@/state/clock'
import { useProgramme } from '@/state/programme'
import type { useMapping } from './useMapping'
import type { useSheet } from './useSheet'

/** The dry run: what each row would do, which rows come along, and taking them in. */
export function useTrial(sheet: ReturnType<typeof useSheet>, choices: ReturnType<typeof useMapping>) {
  const programme = useProgramme()
  const outcomes = shallowRef<readonly RowOutcome[]>([])
  const notices = shallowRef<readonly string[]>([])
  /** How far it is, 0 to 1; null when none is going on. */
  const share = ref<number | null>(null)
  const done = ref(false)
  const failure = ref<string | null>(null)
  /** Rows that somebody left out, by their number. */
  const without = shallowRef<ReadonlySet<number>>(new Set())
  const saving = ref(false)
  let run = 0

  function clear(): void {
    run += 1
    if (share.value !== null) sheet.desk.value?.stop()
    outcomes.value = []
    notices.value = []
    share.value = null
    done.value = false
    failure.value = null
    without.value = new Set()
  }
  // What was tried is about other choices, or another programme, as soon as one of them changes.
  watch([choices.mapping, sheet.place, sheet.source, () => programme.data], clear)

  async function start(): Promise<void> {
    const { data } = programme
    const desk = sheet.desk.value
    if (data === null || desk === null) return
    clear()
    const mine = (run += 1)
    share.value = 0
    const found: RowOutcome[] = []
    const input = {
      place: sheet.place.value,
      mapping: choices.mapping.value,
      values: choices.values.value,
      today: localToday(),
    }
    const end = await desk.run(data, input, (rows, part) => {
      if (mine !== run) return
      found.push(...rows)
      share.value = part
    })
    if (mine !== run) return
    share.value = null
    if (!end.ok) failure.value = end.error.message
    else if (end.value !== null) {
      outcomes.value = found
      notices.value = end.value.notices
      done.value = true
    }
  }

  const counts = computed(() => {
    const found = { new: 0, changed: 0, same: 0, problem: 0 }
    for (const { kind } of outcomes.value) found[kind] += 1
    return found
  })
  const incoming = computed(() => incomingRows(outcomes.value, without.value))

  function toggle(row: number): void {
    const next = new Set(without.value)
    if (!next.delete(row)) next.add(row)
    without.value = next
  }

  /** Null when it is in the programme; else why not. */
  async function takeIn(why: string): Promise<DomainError | null> {
    const { value: source } = sheet.source
    if (source === null) return null
    saving.value = true
    try {
      const command = takeInRows(choices.mapping.value.subject, incoming.value, source.fileName)
      const result = await programme.run(command, {
        source,
        ...(why.trim() === '' ? {} : { why: why.trim() }),
      })
      return result.ok ? null : result.error
    } finally {
      saving.value = false
    }
  }

  return {
    outcomes,
    notices,
    share,
    done,
    failure,
    without,
    saving,
    counts,
    incoming,
    clear,
    start,
    toggle,
    takeIn,
  }
}
