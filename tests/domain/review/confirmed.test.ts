import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saveProject } from '@/domain/commands'
import {
  acceptOpen,
  allConfirmations,
  confirmationOf,
  confirmedByAssociation,
  confirmedPlaces,
  confirmedText,
  draftAnswer,
  checkAnswer,
  REVIEW_FIELDS,
  takeInAnswer,
} from '@/domain/review'
import { applyPatches } from '@/domain/history/patch'
import { after, step } from '../commands/support'
import { applied, ASK, plan, rowIdOf, SITE, WONION } from './plan'
import { agreeing, answerFile, fileRow, given, reviewContext, situationArbitrary, started } from './support'

describe('all confirmations at once', () => {
  it('say of every cell what confirmationOf says of it', () => {
    fc.assert(
      fc.property(situationArbitrary, ({ data, file }) => {
        const checked = checkAnswer(data, file)
        if (!checked.ok) throw new Error(checked.error.message)
        const answer = draftAnswer(file, checked.value, 'a', '2026-11-20')
        const { decisions } = acceptOpen(data, checked.value.round, answer)
        const taken = takeInAnswer(file, decisions.slice(0, 3), ASK)(data, reviewContext())
        if (!taken.ok) throw new Error(taken.error.message)
        const next = applyPatches(data, taken.value.patches)
        const all = allConfirmations(next)
        for (const projectId of next.projects.keys())
          for (const field of REVIEW_FIELDS)
            expect(all.get(projectId)?.get(field) ?? null).toEqual(confirmationOf(next, projectId, field))
      }),
      { numRuns: 120 },
    )
  })

  it('a later round has the last word, also when it takes a confirmation away', () => {
    const first = started(plan)
    const confirmed = applied(
      first.data,
      takeInAnswer(answerFile(first.round, SITE, agreeing(first.round, SITE)), [], ASK),
    ).data
    const second = started(confirmed)
    const row = rowIdOf(second.round, 'p-hf')
    const doubt = answerFile(second.round, SITE, [
      fileRow(row, [{ ...given('available', 6), kind: 'question' }]),
    ])
    const taken = applied(second.data, takeInAnswer(doubt, [], ASK)).data
    const cells = allConfirmations(taken).get('p-hf')
    expect(cells?.get('available')).toBeNull()
    expect(cells?.get('preparing')).toMatchObject({ roundNumber: 1 })
  })
})

describe('confirmed places', () => {
  const { data, round } = started(plan)
  const taken = applied(data, takeInAnswer(answerFile(round, SITE, agreeing(round, SITE)), [], ASK)).data

  it('are counted per association, with by whom and when', () => {
    const lines = confirmedByAssociation(taken, allConfirmations(taken), '2026-12-31')
    expect(lines.map((l) => [l.name, l.places, l.confirmed, confirmedText(l)])).toEqual([
      ['Sité', 14, 14, 'bevestigd door Sité op 20 november 2026 (ronde 1)'],
      ['Wonion', 5, 0, 'niet bevestigd'],
    ])
    const of = new Set([WONION])
    expect(
      confirmedByAssociation(taken, allConfirmations(taken), '2026-12-31', { associationIds: of }),
    ).toHaveLength(1)
  })

  it('on another date count only where the plan says the same number there', () => {
    const project = taken.projects.get('p-hf')
    if (project === undefined) throw new Error('no project')
    const all = allConfirmations(taken)
    // In March four places are toegezegd as well: those were never asked about.
    const later = confirmedPlaces(taken, all, project, '2027-03-31')
    expect(later).toMatchObject({ places: 10, confirmed: 6 })
    expect(confirmedText(later)).toBe('6 van 10 bevestigd door Sité op 20 november 2026 (ronde 1)')
    expect(confirmedPlaces(taken, all, project, '2026-12-31', ['preparing'])).toMatchObject({ places: 0 })
  })

  it('are no longer confirmed when the plan says something else since', () => {
    const project = taken.projects.get('p-hf')
    if (project === undefined) throw new Error('no project')
    const more = () => [step('2026-03-01', null, 'available', 9)]
    const changed = after(taken, saveProject({ ...project, homes: more(), support: more() }))
    const now = changed.projects.get('p-hf')
    if (now === undefined) throw new Error('no project')
    expect(confirmedPlaces(changed, allConfirmations(changed), now, '2026-12-31')).toMatchObject({
      places: 9,
      confirmed: 0,
    })
  })
})
