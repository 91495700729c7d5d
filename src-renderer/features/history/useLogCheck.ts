import { onBeforeUnmount, ref, shallowRef } from 'vue'
import type { ChainReport } from '@/data/verify'
import { formatDate, formatNumber, plural } from '@/domain/labels'
import { useProgramme } from '@/state/programme'
import { programmeSetting, setProgrammeSetting } from '@/state/programmeSettings'
import { dayOfMoment } from './moment'

/** How a check of the log ended. */
export interface LogCheck {
  /** Moment in UTC. */
  readonly at: string
  readonly entries: number
  /** Days of the first and last entry; empty when they couldn't be read. */
  readonly from: string
  readonly to: string
  /** Dutch sentences; empty when the log is whole. */
  readonly problems: readonly string[]
}

const isCheck = (value: unknown): value is LogCheck =>
  typeof value === 'object' &&
  value !== null &&
  ['at', 'from', 'to'].every((key) => typeof Reflect.get(value, key) === 'string') &&
  typeof Reflect.get(value, 'entries') === 'number' &&
  Array.isArray(Reflect.get(value, 'problems'))

/** Checks the whole log, with progress; the outcome stays until the next time. */
export function useLogCheck() {
  const programme = useProgramme()
  const last = shallowRef<LogCheck | null>(null)
  /** From 0 to 1; null while nothing runs. */
  const progress = ref<number | null>(null)
  const failure = ref<string | null>(null)
  const stopped = ref(false)
  let running: AbortController | undefined

  async function readLast(): Promise<void> {
    if (programme.id === null) return
    const kept = await programmeSetting('logCheck', programme.id)
    if (kept.ok && isCheck(kept.value)) last.value ??= kept.value
  }

  async function run(): Promise<void> {
    const { id } = programme
    if (id === null || progress.value !== null) return
    const controller = new AbortController()
    running = controller
    failure.value = null
    stopped.value = false
    progress.value = 0
    const report = await programme.verify((done, total) => {
      progress.value = total === 0 ? 0 : done / total
    }, controller.signal)
    if (controller.signal.aborted) {
      progress.value = null
      stopped.value = true
      return
    }
    if (!report.ok) {
      progress.value = null
      failure.value = report.error.message
      return
    }
    const [from, to] = await Promise.all([dayOfEntry(report.value.entries - 1), dayOfEntry(0)])
    // Only now: the outcome before it must not stand there for a moment as if it were this one.
    progress.value = null
    const check = { at: new Date().toISOString(), entries: report.value.entries, from, to }
    last.value = { ...check, problems: report.value.problems.map(({ text }) => text) }
    // Kept without names: what is deleted for good later must not live on here.
    await setProgrammeSetting('logCheck', id, { ...check, problems: namelessProblems(report.value) })
  }

  /** @param back how many entries before the last one */
  async function dayOfEntry(back: number): Promise<string> {
    const found = await programme.log({ page: back, pageSize: 1 })
    const at = found.ok ? found.value.entries[0]?.at : undefined
    return at === undefined ? '' : dayOfMoment(at)
  }

  function stop(): void {
    running?.abort()
  }
  onBeforeUnmount(stop)

  return { last, progress, failure, stopped, readLast, run, stop }
}

const namelessProblems = (report: ChainReport): string[] =>
  report.problems.map(({ kind, text }) =>
    kind === 'page' ? 'De bladen van de opslag kloppen niet met het logboek.' : text,
  )

/** The outcome in a sentence. */
export function checkWords({ entries, from, to, problems }: LogCheck): string {
  if (problems.length === 0) {
    const period = from === '' ? '' : `, van ${formatDate(from)} tot en met ${formatDate(to)},`
    return entries === 1
      ? `Het logboek is heel: de enige regel${period} is zoals hij is geschreven.`
      : `Het logboek is heel: alle ${formatNumber(entries)} regels${period} sluiten op elkaar aan en zijn zoals ze zijn geschreven.`
  }
  return `Het logboek is niet meer zoals het is geschreven. Er ${problems.length === 1 ? 'is' : 'zijn'} ${plural(problems.length, 'plek', 'plekken')} gevonden:`
}
