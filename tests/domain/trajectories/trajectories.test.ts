import { describe, expect, it } from 'vitest'
import {
  removeArrangementType,
  removeMunicipality,
  removeProject,
  saveMunicipality,
  saveProject,
} from '@/domain/commands'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { dueRecords, DEFAULT_POLICY } from '@/domain/retention'
import { linksOf, removeRecord, saveRecord } from '@/domain/regie'
import { search, searchEntries, searchIndex } from '@/domain/search'
import {
  acceptMatch,
  answerChecks,
  changeSituation,
  countBySteps,
  draftTrajectory,
  endedOn,
  groupOf,
  type Match,
  nextCode,
  placesOn,
  proposeMatch,
  rejectMatch,
  saveTrajectory,
  stateOf,
  stepOf,
  takeStep,
  traceIn,
  type Trajectory,
} from '@/domain/trajectories'
import { validateProgramme } from '@/domain/validation'
import { context, done, refusal } from '../regie/support'
import { begun, checks, only, region, sample } from './support'

const PROJECT = 'project-doe-3'

function trajectory(data: ProgrammeData, id: string): Trajectory {
  const found = data.trajectories.get(id)
  if (found === undefined) throw new Error('gone')
  return found
}

/** A trajectory with a place proposed. */
function proposed(): { data: ProgrammeData; id: string; match: Match } {
  const { data, id } = begun()
  const next = done(data, proposeMatch(id, { projectId: PROJECT, from: '2026-12-01' }))
  return { data: next, id, match: only(trajectory(next, id).matches) }
}

describe('beginning', () => {
  it('gives each trajectory a code of its own, and keeps it', () => {
    const { data, id } = begun()
    expect(trajectory(data, id).code).toBe('T-0001')
    expect(nextCode(data.trajectories)).toBe('T-0002')
    expect(nextCode(sample.trajectories)).toBe('T-0010')
    const same = { ...draftTrajectory(region(), context()), code: 'T-0001' }
    expect(refusal(data, saveTrajectory(same))).toBe('code-double')
    expect(refusal(data, saveTrajectory({ ...trajectory(data, id), code: 'T-0009' }))).toBe('code-kept')
    expect(refusal(region(), saveTrajectory({ ...same, code: 'Jan' }))).toBe('code-invalid')
  })

  it('knows homeless and about to be homeless, and where someone comes from and wants to live', () => {
    const { data, id } = begun({ originId: 'GM0294', preferredId: 'GM0222' })
    expect(groupOf(trajectory(data, id))).toBe('atRisk')
    const later = done(data, changeSituation(id, { situation: 'homeless', on: '2026-11-10', note: '' }))
    expect(groupOf(trajectory(later, id))).toBe('homeless')
    expect(trajectory(later, id).situations.map((s) => s.situation)).toEqual(['atRisk', 'homeless'])
    expect(refusal(later, changeSituation(id, { situation: 'homeless', on: '2026-11-11', note: '' }))).toBe(
      'same-situation',
    )
    expect(linksOf(later, 'trajectories', id)).toEqual([
      { table: 'municipalities', id: 'GM0294' },
      { table: 'municipalities', id: 'GM0222' },
    ])
  })

  it('holds no more of a person than a year of birth', () => {
    const draft = draftTrajectory(region(), context())
    for (const note of [
      'Bel 06-12345678',
      'Mevrouw Jansen belde',
      'BSN 123456789',
      'Woont op Kerkstraat 12',
      'Burgemeester Smitstraat 3a',
      'Adres: 7001 AB',
      'jan@voorbeeld.nl',
      'Geboren op 3 mei 1980',
    ])
      expect(refusal(region(), saveTrajectory({ ...draft, note })), note).toBe('person-in-text')
    for (const note of [
      'Wil in Doetinchem wonen, 2 kinderen van 4 en 6.',
      'Gesprek op 12 mei 2026.',
      'Sliep op straat 3 maanden; ging weg 2 weken geleden.',
      'Onderweg 12 dagen. Schuldsanering 3 jaar. Op de woningmarkt 2 jaar gezocht.',
      '',
    ])
      expect(traceIn(note), note).toBeNull()
    expect(refusal(region(), saveTrajectory({ ...draft, birthYear: 2030 }))).toBe('birth-year')
    expect(done(region(), saveTrajectory({ ...draft, birthYear: 1980 })).trajectories.size).toBe(1)
  })

  it('begins with one situation and one step, not in the future', () => {
    const draft = draftTrajectory(region(), context())
    expect(refusal(region(), saveTrajectory({ ...draft, since: '2027-01-01' }))).toBe('future')
    expect(refusal(region(), saveTrajectory({ ...draft, steps: [] }))).toBe('missing')
    expect(refusal(region(), saveTrajectory({ ...draft, situations: [] }))).toBe('missing')
    const twice = [...draft.steps, { id: 'x', on: '2026-11-22', step: 'intake' as const, note: '' }]
    expect(refusal(region(), saveTrajectory({ ...draft, steps: twice }))).toBe('begins-once')
    expect(refusal(region(), saveTrajectory({ ...draft, originId: 'GM9999' }))).toBe('link-unknown')
  })
})

describe('steps', () => {
  it('goes on by dated steps that stay', () => {
    const { data, id } = begun()
    const next = done(data, takeStep(id, { step: 'referral', on: '2026-11-08', note: ' via het loket ' }))
    expect(trajectory(next, id).steps.map(({ step, on, note }) => [step, on, note])).toEqual([
      ['signal', '2026-11-01', ''],
      ['referral', '2026-11-08', 'via het loket'],
    ])
    expect(stepOf(trajectory(next, id), '2026-11-07')?.step).toBe('signal')
    expect(refusal(next, takeStep(id, { step: 'referral', on: '2026-11-09', note: '' }))).toBe('same-step')
    expect(refusal(next, takeStep(id, { step: 'access', on: '2026-11-07', note: '' }))).toBe('date-order')
    expect(refusal(next, takeStep(id, { step: 'access', on: '2026-11-23', note: '' }))).toBe('future')
    expect(refusal(next, takeStep('weg', { step: 'access', on: '2026-11-09', note: '' }))).toBe('not-found')
    const fewer = { ...trajectory(next, id), steps: trajectory(next, id).steps.slice(0, 1) }
    expect(refusal(next, saveTrajectory(fewer))).toBe('history-kept')
    expect(refusal(next, saveRecord('trajectories', fewer))).toBe('history-kept')
  })

  it('asks for an accepted match before a place is allotted, and for a reason when it ends elsewhere', () => {
    const { data, id } = begun()
    const on = '2026-11-20'
    expect(refusal(data, takeStep(id, { step: 'allocation', on, note: '' }))).toBe('match-missing')
    expect(refusal(data, takeStep(id, { step: 'tenancyAgreement', on, note: '' }))).toBe('match-missing')
    expect(refusal(data, takeStep(id, { step: 'declined', on, note: ' ' }))).toBe('reason-missing')
    const ended = done(data, takeStep(id, { step: 'handover', on, note: 'naar een andere regio' }))
    expect(groupOf(trajectory(ended, id))).toBe('ended')
    expect(endedOn(trajectory(ended, id))).toBe(on)
  })
})

describe('a match', () => {
  it('is accepted with four answers only, and with a reason for each no', () => {
    const { data, id, match } = proposed()
    const after = (...words: string[]): ProgrammeData =>
      done(data, answerChecks(id, match.id, checks(...words)))
    expect(refusal(data, acceptMatch(id, match.id))).toBe('checks-open')
    expect(refusal(after('yes', 'yes', 'yes'), acceptMatch(id, match.id))).toBe('checks-open')
    expect(refusal(after('yes', 'no', 'yes', 'yes'), acceptMatch(id, match.id))).toBe('reason-missing')
    for (const words of [
      ['yes', 'yes', 'yes', 'yes'],
      ['no:het eerste jaar huurt de zorgaanbieder', 'yes', 'yes', 'yes'],
    ]) {
      const next = done(after(...words), acceptMatch(id, match.id))
      expect(stateOf(only(trajectory(next, id).matches))).toBe('accepted')
      expect(refusal(next, answerChecks(id, match.id, checks()))).toBe('settled')
      expect(refusal(next, acceptMatch(id, match.id))).toBe('settled')
      expect(done(next, takeStep(id, { step: 'allocation', on: '2026-11-22', note: '' }))).toBeDefined()
    }
  })

  it('names in its refusal what is missing', () => {
    const { data, id, match } = proposed()
    const half = done(data, answerChecks(id, match.id, checks('yes', 'unknown', 'unknown', 'yes')))
    expect(acceptMatch(id, match.id)(half, context())).toMatchObject({
      ok: false,
      error: {
        message:
          'Nog niet beantwoord: passend en betaalbaar. Beantwoord eerst alle vier de toetsen, met ja of nee.',
        field: 'matches.0.checks.fitting',
      },
    })
  })

  it('that does not go through says why, and stays', () => {
    const { data, id, match } = proposed()
    expect(refusal(data, rejectMatch(id, match.id, ' '))).toBe('reason-missing')
    const next = done(data, rejectMatch(id, match.id, 'te duur'))
    expect(stateOf(only(trajectory(next, id).matches))).toBe('rejected')
    expect(refusal(next, acceptMatch(id, match.id))).toBe('settled')
    expect(refusal(next, rejectMatch(id, match.id, 'nog eens'))).toBe('settled')
    const again = done(next, proposeMatch(id, { projectId: PROJECT, from: '2027-01-01' }))
    expect(trajectory(again, id).matches).toHaveLength(2)
    expect(refusal(again, proposeMatch(id, { projectId: PROJECT, from: '2027-01-01' }))).toBe(
      'proposed-twice',
    )
  })

  it('that was accepted can still fall through, with both dates kept', () => {
    const { data, id, match } = proposed()
    const yes = done(data, answerChecks(id, match.id, checks('yes', 'yes', 'yes', 'yes')))
    const next = done(done(yes, acceptMatch(id, match.id)), rejectMatch(id, match.id, 'ging elders wonen'))
    expect(only(trajectory(next, id).matches).outcomes.map((o) => o.outcome)).toEqual([
      'accepted',
      'rejected',
    ])
  })

  it('in a file can not be accepted past its checks', () => {
    const { data, id, match } = proposed()
    const forged: Trajectory = {
      ...trajectory(data, id),
      matches: [{ ...match, outcomes: [{ id: 'o', on: '2026-11-22', outcome: 'accepted', reason: '' }] }],
    }
    const errors = validateProgramme({ ...data, trajectories: new Map([[id, forged]]) })
    expect(errors.map((e) => e.code)).toContain('checks-open')
  })
})

describe('places', () => {
  it('count only when home and support are both there, less those held already', () => {
    const project = (id: string) => {
      const found = sample.projects.get(id)
      if (found === undefined) throw new Error(id)
      return found
    }
    // Dinxperlo: homes since October, support committed for January.
    expect(placesOn(sample, project('project-aal-2'), '2026-12-01')).toEqual({
      ...{ homes: 4, support: 0, available: 0, taken: 0, free: 0 },
    })
    expect(placesOn(sample, project('project-doe-3'), '2026-12-01')).toMatchObject({
      homes: 8,
      support: 5,
      free: 5,
    })
    const first = [...sample.trajectories.values()].find((t) => t.code === 'T-0001')
    expect(placesOn(sample, project('project-doe-1'), '2026-11-02')).toMatchObject({ taken: 1, free: 9 })
    expect(placesOn(sample, project('project-doe-1'), '2026-11-02', first?.id)).toMatchObject({ taken: 0 })
    expect(placesOn(sample, project('project-doe-1'), '2025-10-31')).toMatchObject({ taken: 0 })
  })
})

describe('with the rest of the programme', () => {
  it('keeps the project of a match, and the municipalities and type that are named', () => {
    const { data, id } = proposed()
    expect(refusal(data, removeProject(PROJECT))).toBe('in-use')
    const own = done(
      data,
      saveMunicipality({
        id: 'X1',
        name: 'Proef',
        region: 'Proef',
        inhabitants: null,
        socialStock: null,
        tile: null,
      }),
    )
    const named = done(own, saveTrajectory({ ...trajectory(own, id), preferredId: 'X1' }))
    expect(refusal(named, removeMunicipality('X1'))).toBe('in-use')
    const typed = done(data, saveTrajectory({ ...trajectory(data, id), typeId: 'type-skaeve-huse' }))
    expect(refusal(typed, removeArrangementType('type-skaeve-huse'))).toBe('in-use')
    const freed = done(typed, removeRecord('trajectories', id))
    const project = freed.projects.get(PROJECT)
    if (project === undefined) throw new Error('gone')
    expect(done(done(freed, saveProject(project)), removeProject(PROJECT)).projects.has(PROJECT)).toBe(false)
  })

  it('is found by its code', () => {
    const found = search(searchIndex(searchEntries(sample)), 'T-0003')
    expect(found[0]?.entry).toMatchObject({ kind: 'trajectories', title: 'T-0003' })
  })

  it('is due fifteen years after its end, and never while it goes on', () => {
    const due = (today: string): string[] =>
      dueRecords(sample, DEFAULT_POLICY.terms, today, () => '2026-11-02')
        .filter(({ kind }) => kind === 'trajectories')
        .map(({ name, due: on }) => `${name} ${on}`)
    expect(due('2041-04-12')).toEqual([])
    expect(due('2041-04-13')).toEqual(['T-0006 2041-04-13'])
    expect(due('2099-01-01')).toEqual(['T-0006 2041-04-13', 'T-0009 2041-09-28'])
  })

  it('counts the sample by step', () => {
    const counts = countBySteps(sample.trajectories.values())
    expect([...counts.values()].reduce((sum, n) => sum + n, 0)).toBe(sample.trajectories.size)
    expect(counts.get('matching')).toBe(2)
  })
})
