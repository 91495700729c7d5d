import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { IsoDate } from '@/domain/model/entities'
import { type DecisionInput, decisionKey } from '@/domain/review'
import { toDay, toIso } from '@/domain/time/day'
import { localToday } from '@/state/clock'
import { useProgramme } from '@/state/programme'
import type { CellFilter, Draft } from './answerLines'

/** Two weeks is a usual time to find something out. */
const DAYS_TO_ANSWER = 14

/** What was decided on the screen about one answer. It stays while the person looks at another screen. */
export const useAnswerStore = defineStore('answerDraft', () => {
  const programme = useProgramme()
  /** Of which answer: its id, or the word for the one that isn't taken in yet. */
  const subject = ref('')
  const draft = shallowRef<Draft>(new Map())
  const filter = ref<CellFilter>('open')
  const owner = ref('opgavemanager')
  const due = ref<IsoDate>(dueDay())

  function begin(key: string, first: CellFilter): void {
    if (subject.value === key) return
    subject.value = key
    draft.value = new Map()
    filter.value = first
    due.value = dueDay()
  }
  function decide(decisions: readonly DecisionInput[]): void {
    draft.value = new Map([
      ...draft.value,
      ...decisions.map((d) => [decisionKey(d.rowId, d.field), d] as const),
    ])
  }
  function clear(keys: readonly string[]): void {
    const next = new Map(draft.value)
    for (const key of keys) next.delete(key)
    draft.value = next
  }
  function clearAll(): void {
    draft.value = new Map()
  }
  function end(): void {
    subject.value = ''
    clearAll()
  }
  watch(() => programme.id, end)

  return { draft, filter, owner, due, begin, decide, clear, clearAll, end }
})

const dueDay = (): IsoDate => toIso(toDay(localToday()) + DAYS_TO_ANSWER)
