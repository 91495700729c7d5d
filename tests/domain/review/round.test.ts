import { describe, expect, it } from 'vitest'
import { saveProject } from '@/domain/commands'
import { askedAssociations, removeRound, startRound, takeInAnswer, wholeScope } from '@/domain/review'
import { validateProgramme } from '@/domain/validation'
import { after, project, refused } from '../commands/support'
import { applied, ASK, plan, SITE, WONION } from './plan'
import { agreeing, answerFile, reviewContext, started } from './support'

describe('starting a round', () => {
  it('freezes the table of the associations, numbered, in the order people look for it', () => {
    const { round } = started(plan)
    expect(round.number).toBe(1)
    expect(round.rows.map((r) => [r.id, r.municipalityName, r.projectName])).toEqual([
      ['R1-001', 'Doetinchem', 'Housing First Wijnbergen'],
      ['R1-002', 'Doetinchem', 'Kamers Stationskwartier'],
      ['R1-003', 'Oude IJsselstreek', 'Omklapwoningen Ulft'],
    ])
    expect(round.rows[0]?.cells).toEqual([
      { field: 'available', value: 6, applies: true },
      { field: 'preparing', value: 0, applies: true },
      { field: 'committed', value: 0, applies: true },
      { field: 'explored', value: 0, applies: true },
      { field: 'idea', value: 0, applies: true },
      { field: 'homesOn', value: '2027-03-01', applies: true },
      { field: 'supportFrom', value: '2027-03-01', applies: true },
      { field: 'contract', value: 'ownLease', applies: false },
    ])
    expect(askedAssociations(round).map((a) => a.id)).toEqual([SITE, WONION])
  })

  it('keeps to its scope', () => {
    const scope = { ...wholeScope, associationIds: [WONION], statuses: ['explored' as const] }
    const { round } = started(plan, '2026-12-31', scope)
    expect(round.rows.map((r) => r.projectId)).toEqual(['p-wonion'])
    expect(round.rows[0]?.cells.map((c) => c.field)).toEqual([
      'explored',
      'homesOn',
      'supportFrom',
      'contract',
    ])
  })

  it('does not follow the plan afterwards', () => {
    const { data, round } = started(plan)
    const later = after(data, saveProject(project({ id: 'p-hf', name: 'Andere naam' })))
    expect(later.reviewRounds.get(round.id)?.rows[0]?.projectName).toBe('Housing First Wijnbergen')
    expect(validateProgramme(later)).toEqual([])
  })

  it('refuses what makes no round, in Dutch', () => {
    const input = { referenceDate: '2026-12-31', dueDate: '2026-12-01', question: '', scope: wholeScope }
    const codes = [
      { ...input, dueDate: '2026-11-01' },
      { ...input, referenceDate: '2026-13-01' },
      { ...input, scope: { ...wholeScope, municipalityIds: ['GM0197'] } },
      { ...input, scope: { ...wholeScope, associationIds: ['partner-iriszorg'] } },
      { ...input, scope: { ...wholeScope, typeIds: ['weg'] } },
    ].map((wrong) => refused(plan, startRound(wrong)))
    expect(codes.map((e) => e.code)).toEqual([
      'date-order',
      'date-invalid',
      'no-rows',
      'scope-unknown',
      'scope-unknown',
    ])
    expect(codes.every((e) => e.message.endsWith('.'))).toBe(true)
  })

  it('counts on, and takes its answers along when it goes', () => {
    const first = started(plan)
    const second = started(first.data, '2027-06-30', wholeScope, {
      ...reviewContext(),
      newId: () => 'ronde-2',
    })
    expect(second.round.number).toBe(2)
    expect(second.round.rows[0]?.id).toBe('R2-001')
    const taken = applied(
      second.data,
      takeInAnswer(answerFile(second.round, SITE, agreeing(second.round, SITE)), [], ASK),
    )
    const gone = applied(taken.data, removeRound(second.round.id))
    expect([gone.data.reviewRounds.size, gone.data.reviewAnswers.size]).toEqual([1, 0])
    expect(gone.summary).toBe('reviewronde 2 verwijderd, met 1 antwoord')
  })
})
