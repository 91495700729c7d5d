import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameContent } from '@/domain/commands/patches'
import { applyPatches } from '@/domain/history/patch'
import type { Partner, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { TABLE_NAMES } from '@/domain/model/programmeData'
import {
  backupsBefore,
  DEFAULT_POLICY,
  dueBackups,
  dueOn,
  dueRecords,
  endOf,
  lastDueEntry,
  MAX_MONTHS,
  pointersTo,
  policyChange,
  policyFrom,
  replaceWithoutContact,
  requestedRecords,
  RETENTION_KINDS,
  type RetentionTerms,
  termProblem,
} from '@/domain/retention'
import { validateProgramme } from '@/domain/validation'
import { sampleProgramme } from '../../../tools/sample/programme'
import { aPartner, aProject, someData } from './support'

const day = fc
  .tuple(
    fc.integer({ min: 2000, max: 2040 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${String(y)}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
const months = fc.option(fc.integer({ min: 1, max: 240 }), { nil: null })
const terms: fc.Arbitrary<RetentionTerms> = fc.record({
  ...{
    projects: months,
    trajectories: months,
    contacts: months,
    reports: months,
    baselines: months,
    logDetails: months,
    backups: months,
  },
})

const project = fc
  .record({
    id: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
    ended: fc.option(day, { nil: null }),
    phase: fc.constantFrom<Project['phase']>('ended', 'inUse', 'idea'),
    associationId: fc.constantFrom('a1', 'a2', null),
    supportProviderId: fc.constantFrom('c1', null),
  })
  .map(({ ended, ...fields }): Project => ({
    ...aProject(fields.id),
    ...fields,
    phases: ended === null ? [] : [{ phase: 'ended', planned: null, actual: ended }],
  }))
const partner = fc
  .record({
    id: fc.constantFrom('a1', 'a2', 'c1', 'x1'),
    kind: fc.constantFrom<Partner['kind']>('housingAssociation', 'careProvider', 'police'),
    contactRole: fc.constantFrom('', 'manager wonen'),
  })
  .map((fields): Partner => ({ ...aPartner(fields.id), ...fields }))
const data: fc.Arbitrary<ProgrammeData> = fc
  .record({ projects: fc.array(project), partners: fc.array(partner) })
  .map(({ projects, partners }) => ({
    ...someData(),
    projects: new Map(projects.map((p) => [p.id, p])),
    partners: new Map(partners.map((p) => [p.id, p])),
  }))
const changedOn = () => '2020-06-15'
const keys = (found: readonly { kind: string; id: string }[]): Set<string> =>
  new Set(found.map(({ kind, id }) => `${kind}/${id}`))

describe('a change of the terms', () => {
  it('says for the log what went from what to what', () => {
    const terms = { ...DEFAULT_POLICY.terms, reports: 1, logDetails: null }
    expect(policyChange(DEFAULT_POLICY, { terms, backupsAtDeletion: 'remove' })).toBe(
      'bewaartermijnen gewijzigd: rapporten van 120 maanden naar 1 maand; details van het logboek van 60 maanden naar altijd; reservekopieën bij wissen: meteen verwijderen',
    )
    expect(policyChange(DEFAULT_POLICY, { ...DEFAULT_POLICY, terms: { ...DEFAULT_POLICY.terms } })).toBeNull()
  })
})

describe('what is due', () => {
  it('is exactly what has a term that is over, the longest overdue first', () => {
    fc.assert(
      fc.property(data, terms, day, (of, chosen, today) => {
        const found = dueRecords(of, chosen, today, changedOn)
        for (const { kind, since, due } of found) {
          expect(chosen[kind]).not.toBeNull()
          expect(due).toBe(dueOn(since, chosen[kind] ?? 0))
          expect(due <= today).toBe(true)
        }
        expect(found.map(({ due }) => due)).toEqual(found.map(({ due }) => due).sort())
        for (const p of of.projects.values()) {
          const end = endOf(p, changedOn)
          const over = end !== null && chosen.projects !== null && dueOn(end.since, chosen.projects) <= today
          expect(keys(found).has(`projects/${p.id}`)).toBe(over)
        }
      }),
    )
  })

  it('never grows by a longer term, and never shrinks by waiting', () => {
    fc.assert(
      fc.property(data, terms, day, fc.nat({ max: 60 }), (of, chosen, today, more) => {
        const found = keys(dueRecords(of, chosen, today, changedOn))
        const longer = Object.fromEntries(
          RETENTION_KINDS.map((kind) => [kind, chosen[kind] === null ? null : (chosen[kind] ?? 0) + more]),
        )
        const fewer = keys(dueRecords(of, { ...chosen, ...longer }, today, changedOn))
        expect([...fewer].every((key) => found.has(key))).toBe(true)
        const later = keys(dueRecords(of, chosen, dueOn(today, more), changedOn))
        expect([...found].every((key) => later.has(key))).toBe(true)
      }),
    )
  })

  it('is never a project that runs, nor the contact of a partner with one', () => {
    fc.assert(
      fc.property(data, terms, day, (of, chosen, today) => {
        for (const { kind, id } of dueRecords(of, chosen, today, changedOn)) {
          if (kind === 'projects') expect(of.projects.get(id)?.phase).toBe('ended')
          if (kind !== 'contacts') continue
          const projects = [...of.projects.values()].filter(
            (p) => p.associationId === id || p.supportProviderId === id,
          )
          expect(projects.every(({ phase }) => phase === 'ended')).toBe(true)
          expect(of.partners.get(id)?.contactRole).not.toBe('')
          expect(of.partners.get(id)?.kind).not.toBe('police')
        }
      }),
    )
  })

  it('counts from the reference date of a report and the day a plan was adopted', () => {
    const all = { ...DEFAULT_POLICY.terms, reports: 12, baselines: 24 }
    const found = (today: string) =>
      dueRecords(someData(), all, today, changedOn)
        .filter(({ kind }) => kind !== 'contacts')
        .map(({ kind, since, due, reason }) => [kind, since, due, reason])
    expect(found('2025-01-14')).toEqual([])
    const plan = ['baselines', '2023-01-15', '2025-01-15', 'vastgesteld op 15 januari 2023']
    expect(found('2025-03-30')).toEqual([plan])
    expect(found('2025-03-31')).toEqual([
      plan,
      ['reports', '2024-03-31', '2025-03-31', 'peildatum 31 maart 2024'],
    ])
  })

  it('takes a trajectory at once when its person asks, running or not, and nothing else', () => {
    const data = sampleProgramme()
    const [one] = [...data.trajectories.values()]
    const asked = new Set([one?.id ?? '', 'project-doe-1', 'gone'])
    expect(requestedRecords(data, asked, '2026-11-22')).toEqual([
      {
        ...{ kind: 'trajectories', table: 'trajectories', id: one?.id, name: one?.code },
        ...{ since: '2026-11-22', due: '2026-11-22', reason: 'op verzoek' },
      },
    ])
  })
})

describe('entries of the log', () => {
  it('go up to the last one with a term that is over, without a gap', () => {
    fc.assert(
      fc.property(fc.array(day), months, day, (days, term, today) => {
        const entries = days.sort().map((each, i) => ({ sequence: i + 1, day: each }))
        const last = lastDueEntry(entries, term, today)
        for (const entry of entries)
          expect(entry.sequence <= last).toBe(term !== null && dueOn(entry.day, term) <= today)
      }),
    )
  })
})

describe('backups', () => {
  const backup = fc.record({
    name: fc.uuid(),
    day,
    version: fc.option(fc.nat({ max: 20 }), { nil: null }),
  })
  it('are due by their own term, and hold what was deleted after them', () => {
    fc.assert(
      fc.property(fc.array(backup), months, day, fc.nat({ max: 20 }), (some, term, today, sequence) => {
        const all = some.map((each) => ({ ...each, at: `${each.day}T10:00:00.000Z` }))
        const due = new Set(dueBackups(all, term, today))
        for (const each of all) expect(due.has(each)).toBe(term !== null && dueOn(each.day, term) <= today)
        const at = `${today}T10:00:00.000Z`
        const holding = new Set(backupsBefore(all, { sequence, at }))
        for (const each of all)
          expect(holding.has(each)).toBe(each.version === null ? each.at <= at : each.version < sequence)
      }),
    )
  })
})

describe('the policy', () => {
  it('is right whatever was kept, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        const policy = policyFrom(kept)
        for (const kind of RETENTION_KINDS) expect(termProblem(policy.terms[kind])).toBeNull()
      }),
    )
    fc.assert(
      fc.property(terms, fc.constantFrom('keep' as const, 'remove' as const), (some, backupsAtDeletion) => {
        const policy = { terms: some, backupsAtDeletion }
        expect(policyFrom(JSON.parse(JSON.stringify(policy)))).toEqual(policy)
      }),
    )
    for (const wrong of [0, -1, 1.5, Number.NaN, MAX_MONTHS + 1])
      expect(termProblem(wrong)).toContain('heel aantal')
  })
})

describe('forgetting a contact', () => {
  it('leaves the same programme, with nothing that points to the old record', () => {
    const of = someData()
    const done = replaceWithoutContact('a1')(of, { newId: () => 'fresh', today: '2026-01-01' })
    if (!done.ok) throw new Error(done.error.message)
    const after = applyPatches(of, done.value.patches)
    expect(after.partners.has('a1')).toBe(false)
    expect(after.partners.get('fresh')).toEqual({ ...of.partners.get('a1'), id: 'fresh', contactRole: '' })
    expect(pointersTo(after, new Set(['a1'])).size).toBe(0)
    expect(after.projects.get('p1')?.associationId).toBe('fresh')
    expect(validateProgramme(after)).toEqual(validateProgramme(of))
    for (const table of TABLE_NAMES)
      for (const [id, record] of of[table])
        if (id !== 'a1' && !JSON.stringify(record).includes('"a1"'))
          expect(sameContent(after[table].get(id), record)).toBe(true)
  })

  it('refuses a partner that is gone', () => {
    expect(
      replaceWithoutContact('nobody')(someData(), { newId: () => 'x', today: '2026-01-01' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })
})

it('finds every record that points to another, and never itself', () => {
  const found = pointersTo(someData(), new Set(['p1', 'a1', 'p2', 'GM0001']))
  expect(found.get('p1')).toEqual([
    { table: 'projects', id: 'p2' },
    { table: 'baselines', id: 'b1' },
  ])
  expect(found.get('a1')).toEqual([{ table: 'projects', id: 'p1' }])
  expect(found.get('p2')).toBeUndefined()
  expect(found.get('GM0001')?.map(({ table }) => table)).toContain('programme')
})
