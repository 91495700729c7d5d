import { computed, ref, shallowRef, watch } from 'vue'
import { formatDate } from '@/domain/labels'
import type { IsoDate, Project } from '@/domain/model/entities'
import { wayBack } from '@/state/change'
import { useNotices } from '@/state/notices'
import { useProgramme } from '@/state/programme'
import type { ProjectRow } from '../rows/projectRow'
import { delayWords } from './delayWords'
import type { PlacedHandle } from './handles'
import { type Effect, effectOf, moveCommand } from './moves'

/** Something of a row that is being moved: not in the plan yet. */
export interface Held {
  readonly row: ProjectRow
  readonly placed: PlacedHandle
  readonly to: IsoDate
  readonly by: 'pointer' | 'keyboard'
}

/** A drop that the domain refused, told near its row until the person goes on. */
export interface Refusal {
  readonly key: string
  readonly date: IsoDate
  readonly text: string
}

/** A drop that makes others late: waits for an answer before anything is written. */
export interface Question {
  readonly held: Held
  readonly effect: Effect
}

/** What a move does beyond itself, in words; empty when it does nothing. */
export function effectWords({ refusal, delays, tooEarly }: Effect): string {
  if (refusal !== null) return refusal
  const early = tooEarly ? 'Het project begint dan eerder dan waar het op wacht.' : ''
  return [early, delayWords(delays)].filter((part) => part !== '').join(' ')
}

/** Taking hold, moving and letting go, the same for mouse and keyboard. One drop is one commit. */
export function useTimelineMove() {
  const programme = useProgramme()
  const notices = useNotices()
  const held = shallowRef<Held | null>(null)
  const refusal = shallowRef<Refusal | null>(null)
  const question = shallowRef<Question | null>(null)
  /** For those who hear the screen. */
  const said = ref('')

  const effect = computed<Effect | null>(() => {
    const { data } = programme
    if (held.value === null || data === null) return null
    const { row, placed, to } = held.value
    return effectOf(data, programme.context(), row.project, placed, to)
  })
  // Undone or changed elsewhere: what is held stands on another date now, and a drop would move it from there.
  watch(
    () => programme.data,
    (data) => {
      const now = held.value
      if (now === null || data?.projects.get(now.row.id) === now.row.project) return
      held.value = null
      said.value = 'Losgelaten: dit project is intussen veranderd.'
    },
  )

  const preview = computed<Project | null>(() => effect.value?.preview ?? null)

  function words(): string {
    if (held.value === null) return ''
    const { placed, to } = held.value
    const moved = to === placed.date ? formatDate(to) : `${formatDate(to)} (was ${formatDate(placed.date)})`
    return moved
  }

  function tell(before = ''): void {
    const more = effect.value === null ? '' : effectWords(effect.value)
    said.value = [before, `${words()}.`, more].filter((part) => part !== '').join(' ')
  }

  function pick(row: ProjectRow, placed: PlacedHandle, by: Held['by']): void {
    refusal.value = null
    held.value = { row, placed, to: placed.date, by }
    tell(
      `${placed.sentence} opgepakt. Pijlen verplaatsen, Shift een maand, Page Up en Page Down een kwartaal. Enter zet neer, Escape zet terug.`,
    )
  }

  function moveTo(to: IsoDate): void {
    if (held.value === null || held.value.to === to) return
    held.value = { ...held.value, to }
    tell()
  }

  function cancel(): void {
    if (held.value === null) return
    said.value = `Teruggezet op ${formatDate(held.value.placed.date)}.`
    held.value = null
  }

  async function commit(now: Held, along: boolean): Promise<void> {
    const { row, placed, to } = now
    const outcome = await programme.run(moveCommand(row.project, placed, to, along))
    if (!outcome.ok) {
      refuse(now, outcome.error.message)
      return
    }
    said.value = `${row.name}: verplaatst naar ${formatDate(to)}.`
    notices.show({
      kind: 'success',
      text: `${row.name}: ${formatDate(placed.date)} is nu ${formatDate(to)}.`,
      ...wayBack(),
    })
  }

  function refuse({ row, placed }: Held, text: string): void {
    refusal.value = { key: row.id, date: placed.date, text }
    said.value = `Niet verplaatst. ${text}`
  }

  /**
   * Lets go. What can't be is refused near the row; what makes others late asks first. The plan is new at once: whoever
   * moves on doesn't wait for the disk.
   */
  async function drop(): Promise<void> {
    const now = held.value
    const what = effect.value
    if (now === null || what === null) return
    if (now.to === now.placed.date) {
      cancel()
      return
    }
    if (what.refusal !== null) {
      // With the keyboard one goes on from here; the mouse has already let go.
      if (now.by === 'keyboard') {
        said.value = `Niet verplaatst. ${what.refusal}`
        refusal.value = { key: now.row.id, date: now.to, text: what.refusal }
        return
      }
      held.value = null
      refuse(now, what.refusal)
      return
    }
    held.value = null
    if (what.delays.length > 0) {
      question.value = { held: now, effect: what }
      return
    }
    await commit(now, false)
  }

  /** The answer to a drop that makes others late. */
  async function answer(given: 'along' | 'leave' | 'cancel'): Promise<void> {
    const asked = question.value
    question.value = null
    if (asked === null) return
    if (given === 'cancel') {
      said.value = `Teruggezet op ${formatDate(asked.held.placed.date)}.`
      return
    }
    await commit(asked.held, given === 'along')
  }

  function clearRefusal(): void {
    refusal.value = null
  }

  return {
    held,
    preview,
    effect,
    refusal,
    question,
    said,
    words,
    pick,
    moveTo,
    cancel,
    drop,
    answer,
    clearRefusal,
  }
}

export type TimelineMove = ReturnType<typeof useTimelineMove>
