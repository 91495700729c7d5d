import { describe, expect, it } from 'vitest'
import { saveProject } from '@/domain/commands'
import {
  agreementRate,
  cellHistory,
  confirmationOf,
  decideCells,
  latestAnswer,
  openQuestions,
  reminderText,
  roundProgress,
  rowsFor,
  saveQuestion,
  takeInAnswer,
  wholeScope,
} from '@/domain/review'
import { after, project, refused, step } from '../commands/support'
import { applied, ASK, plan, rowIdOf, SITE, WONION } from './plan'
import { agreeing, answerFile, fileRow, given, reviewContext, started } from './support'

describe('the page of a round', () => {
  const { data, round } = started(plan)
  const hf = rowIdOf(round, 'p-hf')

  it('says who answered, how far they agree, and who is reminded', () => {
    const rows = agreeing(round, SITE)
    const taken = applied(data, takeInAnswer(answerFile(round, SITE, rows), [], ASK)).data
    const progress = roundProgress(taken, round)
    expect(progress.map((p) => [p.name, p.rows, p.answeredRows, agreementRate(p.agreement)])).toEqual([
      ['Sité', 2, 2, 1],
      ['Wonion', 1, 0, null],
    ])
    expect(reminderText(taken, round, '2026-11-20')).toContain('Aan: Wonion\n')
    expect(reminderText(taken, round, '2026-11-20')).toContain('voor of op 1 december 2026')
    expect(reminderText(taken, round, '2026-12-02')).toContain('Dat hebben wij nog niet ontvangen.')
    const all = applied(taken, takeInAnswer(answerFile(round, WONION, agreeing(round, WONION)), [], ASK)).data
    expect(reminderText(all, round, '2026-12-02')).toBe('')
  })

  it('knows which figures are confirmed, by whom, when and in which round', () => {
    expect(confirmationOf(data, 'p-hf', 'available')).toBeNull()
    const file = answerFile(round, SITE, [
      fileRow(hf, [given('available', 6), given('preparing', 2), { ...given('idea', 0), kind: 'question' }]),
    ])
    const taken = applied(data, takeInAnswer(file, [], ASK)).data
    expect(confirmationOf(taken, 'p-hf', 'available')).toEqual({
      by: 'Sité',
      on: '2026-11-20',
      roundId: round.id,
      roundNumber: 1,
      referenceDate: '2026-12-31',
      value: 6,
      current: true,
    })
    expect(confirmationOf(taken, 'p-hf', 'preparing')).toBeNull()
    expect(confirmationOf(taken, 'p-hf', 'idea')).toBeNull()
    const answer = latestAnswer(taken, round.id, SITE)
    const accept = { rowId: hf, field: 'preparing' as const, verdict: 'accepted' as const, reason: '' }
    const decided = applied(taken, decideCells(answer?.id ?? '', [accept], ASK)).data
    expect(confirmationOf(decided, 'p-hf', 'preparing')).toMatchObject({ value: 2, current: true })
    const changed = after(
      decided,
      saveProject({ ...project({ id: 'p-hf' }), homes: [step('2026-03-01', null, 'available', 3)] }),
    )
    expect(confirmationOf(changed, 'p-hf', 'available')).toMatchObject({ value: 6, current: false })
  })

  it('keeps the history of a cell over rounds, the last first', () => {
    const first = applied(data, takeInAnswer(answerFile(round, SITE, agreeing(round, SITE)), [], ASK)).data
    const next = started(first, '2027-06-30', wholeScope, { ...reviewContext(), newId: () => 'ronde-2' })
    expect(
      cellHistory(next.data, 'p-hf', 'available').map((m) => [
        m.round.number,
        m.asked,
        m.answer?.kind ?? null,
      ]),
    ).toEqual([
      [2, 6, null],
      [1, 6, 'confirm'],
    ])
    // Nobody spoke in round 2 yet: the word of round 1 stands.
    expect(confirmationOf(next.data, 'p-hf', 'available')?.roundNumber).toBe(1)
  })

  it('settles a question', () => {
    const rows = [fileRow(hf, [given('available', 6)], { remark: 'Graag overleg.' })]
    const taken = applied(data, takeInAnswer(answerFile(round, SITE, rows), [], ASK)).data
    const [open] = openQuestions(taken, round.id)
    if (open === undefined) throw new Error('no question')
    const settled = { ...open.question, settledOn: '2026-12-01', outcome: 'Besproken met Sité.' }
    const done = applied(taken, saveQuestion(open.answer.id, settled)).data
    expect(openQuestions(done, round.id)).toEqual([])
    expect(refused(taken, saveQuestion(open.answer.id, { ...settled, text: '' })).code).toBe('text-missing')
    expect(rowsFor(round, SITE)).toHaveLength(2)
  })
})
