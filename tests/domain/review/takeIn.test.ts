import { describe, expect, it } from 'vitest'
import {
  acceptOpen,
  checkAnswer,
  closeRound,
  compareAnswer,
  decideCells,
  latestAnswer,
  openQuestions,
  takeInAnswer,
} from '@/domain/review'
import { validateProgramme } from '@/domain/validation'
import { refused } from '../commands/support'
import { applied, ASK, plan, rowIdOf, SITE } from './plan'
import { answerFile, fileRow, given, started } from './support'

describe('taking an answer in', () => {
  const { data, round } = started(plan)
  const hf = rowIdOf(round, 'p-hf')
  const rooms = rowIdOf(round, 'p-kamers')
  const corrected = answerFile(round, SITE, [
    fileRow(hf, [given('available', 5), given('preparing', 1), given('homesOn', '2027-09-01')], {
      verdict: 'changed',
      remark: 'Een woning wacht op herstel.',
    }),
    fileRow(rooms, [given('preparing', 8), given('contract', 'none')]),
  ])

  it('compares three ways, keeps the remark as a question, and enters what was accepted as one change', () => {
    const taken = applied(data, takeInAnswer(corrected, [], ASK))
    const answer = latestAnswer(taken.data, round.id, SITE)
    if (answer === null) throw new Error('no answer')
    expect(compareAnswer(taken.data, round, answer)[0]?.cells.map((c) => [c.field, c.state, c.open])).toEqual(
      [
        ['available', 'theirs', true],
        ['preparing', 'theirs', true],
        ['committed', 'unchanged', false],
        ['explored', 'unchanged', false],
        ['idea', 'unchanged', false],
        ['homesOn', 'theirs', true],
        ['supportFrom', 'unchanged', false],
        ['contract', 'unchanged', false],
      ],
    )
    const { decisions, blocked } = acceptOpen(taken.data, round, answer)
    expect(blocked).toEqual([])
    const decided = applied(taken.data, decideCells(answer.id, decisions, ASK))
    expect(decided.summary).toBe(
      'besluiten over het antwoord van Sité op reviewronde 1: 3 wijzigingen overgenomen, 0 afgewezen en 2 open vragen',
    )
    const homes = decided.data.projects.get('p-hf')?.homes
    expect(homes?.map((s) => [s.date, s.from, s.to, s.places])).toEqual([
      ['2026-03-01', null, 'available', 6],
      ['2026-12-31', 'available', 'preparing', 1],
      ['2027-09-01', null, 'committed', 4],
    ])
    expect(homes?.[1]?.note).toBe('Reviewronde 1, opgave van Sité')
    // The contract belongs to the type: it became a question.
    expect(openQuestions(decided.data, round.id).map((q) => [q.question.field, q.question.owner])).toEqual([
      [null, 'regisseur'],
      ['contract', 'regisseur'],
    ])
    expect(validateProgramme(decided.data)).toEqual([])
  })

  it('says in the log which file it was', () => {
    const decisions = [{ rowId: hf, field: 'available' as const, verdict: 'accepted' as const, reason: '' }]
    const taken = applied(data, takeInAnswer(corrected, decisions, ASK))
    expect(taken.summary).toMatch(
      /^antwoord van Sité op reviewronde 1 ingelezen \(bestand "antwoord\.xlsx", kenmerk [0-9a-f]{12}, ontvangen 20 november 2026, van manager wonen\): 1 wijziging overgenomen, 0 afgewezen en 1 open vraag$/,
    )
  })

  it('wants a reason for a rejection and refuses what was never answered', () => {
    const taken = applied(data, takeInAnswer(corrected, [], ASK))
    const id = latestAnswer(taken.data, round.id, SITE)?.id ?? ''
    const decide = (field: 'available' | 'idea', verdict: 'rejected' | 'accepted') =>
      refused(taken.data, decideCells(id, [{ rowId: hf, field, verdict, reason: ' ' }], ASK)).code
    expect([decide('available', 'rejected'), decide('idea', 'accepted')]).toEqual([
      'reason-missing',
      'cell-unknown',
    ])
  })

  it('refuses a date on the wrong side of the reference date and says where it belongs', () => {
    const file = answerFile(round, SITE, [fileRow(hf, [given('homesOn', '2026-12-31')])])
    const taken = applied(data, takeInAnswer(file, [], ASK))
    const answer = latestAnswer(taken.data, round.id, SITE)
    if (answer === null) throw new Error('no answer')
    const { decisions, blocked } = acceptOpen(taken.data, round, answer)
    expect(decisions).toEqual([])
    expect(blocked[0]?.error).toMatchObject({
      code: 'date-side',
      message:
        '31 december 2026 ligt op of voor de peildatum (31 december 2026). Wat er dan al is, hoort in de kolommen met aantallen plekken.',
    })
  })

  it('knows the same file, an older one, one of another round or programme, and a closed round', () => {
    const at = (moment: string) => ({ ...corrected, answeredAt: moment })
    const taken = applied(data, takeInAnswer(at('2026-11-10T09:00:00Z'), [], ASK)).data
    const code = (result: ReturnType<typeof checkAnswer>) => (result.ok ? 'ok' : result.error.code)
    expect(code(checkAnswer(taken, corrected))).toBe('same-file')
    const fresh = answerFile(round, SITE, corrected.rows, { answeredAt: '2026-11-09T09:00:00Z' })
    const older = checkAnswer(taken, fresh)
    expect(older.ok && [older.value.older, older.value.notices[0]?.code]).toEqual([true, 'older-answer'])
    expect(refused(taken, takeInAnswer(fresh, [], ASK)).code).toBe('older-answer')
    const anyway = applied(taken, takeInAnswer(fresh, [], ASK, { evenIfOlder: true }))
    expect(latestAnswer(anyway.data, round.id, SITE)?.sequence).toBe(2)
    const again = checkAnswer(taken, answerFile(round, SITE, corrected.rows))
    expect(again.ok && again.value.notices[0]?.code).toBe('same-content')
    const stamp = { ...corrected.stamp, roundId: 'weg' }
    expect(code(checkAnswer(data, { ...corrected, stamp }))).toBe('round-unknown')
    expect(code(checkAnswer(data, { ...corrected, stamp: { ...stamp, programmeName: 'Ander' } }))).toBe(
      'other-programme',
    )
    expect(code(checkAnswer(data, corrected, 'andere-ronde'))).toBe('other-round')
    const other = { ...corrected, stamp: { ...corrected.stamp, associationId: 'partner-plavei' } }
    expect(code(checkAnswer(data, other))).toBe('not-in-round')
    const closed = applied(data, closeRound(round.id)).data
    expect(code(checkAnswer(closed, corrected))).toBe('round-closed')
    expect(refused(closed, closeRound(round.id)).code).toBe('round-closed')
  })

  it('tells of missing, double and strange rows, changed locked cells, and cells that were not asked', () => {
    const file = answerFile(
      round,
      SITE,
      [
        fileRow(hf, [given('available', 6)], {
          locked: { projectName: 'Andere naam', municipalityName: 'Doetinchem', typeName: 'Housing  First' },
        }),
        fileRow(hf, [given('available', 9)]),
        fileRow('R1-003', [given('explored', 2)]),
      ],
      {
        proposed: [
          { code: '', projectName: 'Nieuw', municipalityName: '', typeName: '', values: [], remark: '' },
        ],
      },
    )
    const checked = checkAnswer(data, file)
    if (!checked.ok) throw new Error(checked.error.message)
    expect(checked.value.notices.map((n) => n.code)).toEqual([
      'locked-changed',
      'row-double',
      'row-strange',
      'row-missing',
    ])
    expect(checked.value.rows.map((r) => r.rowId)).toEqual([hf])
    expect(checked.value.proposed.map((p) => p.code)).toEqual(['', hf, 'R1-003'])
    const taken = applied(data, takeInAnswer(file, [], ASK))
    expect(openQuestions(taken.data, round.id).map((q) => q.question.text)).toEqual([
      'Nieuwe rij: Nieuw',
      `Vreemde rij ${hf}: ; beschikbaar 9`,
      'Vreemde rij R1-003: ; verkend 2',
    ])
  })
})
