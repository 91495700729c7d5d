import { computed, ref } from 'vue'
import { plural } from '@/domain/labels'
import type { DomainError } from '@/domain/result'
import { decideCells, latestAnswer, reviewFieldLabels, takeInAnswer } from '@/domain/review'
import { useAnswers } from '@/state/answers'
import { wayBack } from '@/state/change'
import { useNotices } from '@/state/notices'
import { useProgramme } from '@/state/programme'
import { type AnswerLine, differs, keyOf, onlyRow, openCells } from './answerLines'
import { useAnswerStore } from './answerStore'
import { acceptAll, acceptCell, decideAll } from './decisions'
import type { AnswerAct } from './shortcuts'
import type { Subject } from './subject'
import { doneText, outlookOf } from './summary'

/** Which cells a decision is about: one, those of a row that are open, or all that are open. */
export type Target = AnswerLine | 'all'

/** Deciding on the screen, and carrying it out as one change. */
export function useAnswerDesk(subject: () => Subject | null) {
  const store = useAnswerStore()
  const notices = useNotices()
  const programme = useProgramme()
  const answers = useAnswers()

  /** The decision that waits for words. */
  const wording = ref<{ readonly target: Target; readonly verdict: 'rejected' | 'asked' } | null>(null)
  const problem = ref<string | null>(null)
  const busy = ref(false)
  const canDecide = computed(() => {
    const now = subject()
    return now !== null && !now.closed
  })

  const only = (target: Target) => (target === 'all' ? () => true : onlyRow(target.row.row.id))

  /** How many cells a decision would be about. */
  function reach(target: Target): number {
    const now = subject()
    if (now === null) return 0
    if (target !== 'all' && target.kind === 'cell') return target.cell.answer === null ? 0 : 1
    return now.rows.filter(only(target)).reduce((n, row) => n + openCells(row, store.draft).length, 0)
  }

  function act(what: AnswerAct, target: Target): void {
    const now = subject()
    if (now === null || now.closed || what === 'look') return
    if (what === 'clear') {
      clear(target)
      return
    }
    if (target !== 'all' && target.kind === 'cell') {
      const { cell } = target
      if (cell.answer === null) {
        tell(`Over "${reviewFieldLabels[cell.field]}" is in dit antwoord niets gezegd.`)
        return
      }
      if (what !== 'ask' && !differs(cell)) {
        tell('Hier valt niets te beslissen: het plan zegt al wat er is geantwoord.')
        return
      }
    } else if (reach(target) === 0) {
      tell('Hier is niets meer open.')
      return
    }
    if (what === 'accept') accept(now, target)
    else wording.value = { target, verdict: what === 'reject' ? 'rejected' : 'asked' }
  }

  function accept(now: Subject, target: Target): void {
    if (target !== 'all' && target.kind === 'cell') {
      const result = acceptCell(now, target.row, target.cell, store.draft)
      if (result.problem === null) store.decide([result.decision])
      else tell(`"${target.row.row.projectName}": ${result.problem.message}`, 'error')
      return
    }
    const { decisions, blocked } = acceptAll(now, store.draft, only(target))
    store.decide(decisions)
    const [first] = blocked
    if (first === undefined) return
    const name = now.rows.find((row) => row.row.id === first.rowId)?.row.projectName ?? ''
    const more =
      blocked.length === 1
        ? ''
        : ` Zo zijn er nog ${plural(blocked.length - 1, 'cel', 'cellen')} die open ${blocked.length === 2 ? 'blijft' : 'blijven'}.`
    tell(`"${name}" blijft open. ${first.error.message}${more}`, 'error')
  }

  /** The words are there: rejects, or makes questions of it. */
  function word(reason: string): void {
    const now = subject()
    const waiting = wording.value
    wording.value = null
    if (now === null || waiting === null) return
    const { target, verdict } = waiting
    store.decide(
      target !== 'all' && target.kind === 'cell'
        ? [{ rowId: target.row.row.id, field: target.cell.field, verdict, reason }]
        : decideAll(now, store.draft, only(target), verdict, reason),
    )
  }

  function clear(target: Target): void {
    if (target === 'all') store.clearAll()
    else if (target.kind === 'cell') store.clear([target.key])
    else store.clear(target.row.cells.map((cell) => keyOf(target.row, cell)))
  }

  /** Carries everything out as one change. Gives the id of the answer, or null when it was refused. */
  async function carryOut(evenIfOlder = false): Promise<string | null> {
    const now = subject()
    if (now === null || busy.value) return null
    busy.value = true
    try {
      const error = await run(now, evenIfOlder)
      problem.value = error?.message ?? null
      if (error !== null) return null
      const { data } = programme
      store.end()
      if (now.pending === null) return now.answer.id
      answers.clear()
      return data === null ? null : (latestAnswer(data, now.round.id, now.answer.associationId)?.id ?? null)
    } finally {
      busy.value = false
    }
  }

  async function run(now: Subject, evenIfOlder: boolean): Promise<DomainError | null> {
    const ask = { owner: store.owner.trim(), due: store.due }
    const decisions = [...store.draft.values()]
    const { pending } = now
    const outlook = outlookOf(now, store.draft, pending !== null)
    const result =
      pending === null
        ? await programme.run(decideCells(now.answer.id, decisions, ask))
        : await programme.run(takeInAnswer(pending.file, decisions, ask, { evenIfOlder }), {
            why: `bestand ${pending.source.fileName}`,
            source: pending.source,
          })
    if (!result.ok) return result.error
    // The log has the whole story; who sits here knows which file it was.
    notices.show({
      kind: 'success',
      text: `${pending === null ? 'Besluiten uitgevoerd' : `Antwoord van ${now.associationName} ingelezen`}: ${doneText(outlook)}.`,
      ...wayBack(),
    })
    return null
  }

  function tell(text: string, kind: 'info' | 'error' = 'info'): void {
    notices.show({ kind, text })
  }

  function stopWording(): void {
    wording.value = null
  }

  return { act, word, stopWording, wording, problem, busy, canDecide, reach, carryOut }
}
