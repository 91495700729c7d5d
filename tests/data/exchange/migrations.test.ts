import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { transitionBalance } from '@/domain/capacity'
import { validateProgramme } from '@/domain/validation'
import {
  assertContiguous,
  CURRENT_FORMAT_VERSION,
  migrate,
  type Migration,
  migrations,
  parsePalet,
} from '@/exchange'
import { isLoose } from './support'

const renamed: Migration = {
  from: 1,
  to: 2,
  up: (data) => (isLoose(data) ? { naam: data['name'] } : data),
}
const doubled: Migration = {
  from: 2,
  to: 3,
  up: (data) => (isLoose(data) ? { ...data, twee: [data['naam'], data['naam']] } : data),
}

describe('migrations', () => {
  it('lead to the current version', () => {
    expect(() => {
      assertContiguous(migrations, CURRENT_FORMAT_VERSION)
    }).not.toThrow()
  })

  it('run in order, from the version of the data', () => {
    const list = [renamed, doubled]
    expect(migrate({ name: 'A' }, 1, list, 3)).toEqual({ ok: true, value: { naam: 'A', twee: ['A', 'A'] } })
    expect(migrate({ naam: 'B' }, 2, list, 3)).toEqual({ ok: true, value: { naam: 'B', twee: ['B', 'B'] } })
    const now = { naam: 'C', twee: [] }
    expect(migrate(now, 3, list, 3)).toEqual({ ok: true, value: now })
  })

  it('leave the data they were given alone', () => {
    const before = { name: 'A' }
    migrate(before, 1, [renamed, doubled], 3)
    expect(before).toEqual({ name: 'A' })
  })

  it('refuse data from the future', () => {
    const result = migrate({}, 4, [renamed, doubled], 3)
    expect(result).toMatchObject({ ok: false, error: { code: 'newer-version' } })
  })

  it('refuse a version that is no version', () => {
    for (const version of [0, -1, 1.5, NaN])
      expect(migrate({}, version, [], 1)).toMatchObject({ ok: false, error: { code: 'wrong-schema' } })
  })

  it('may have no gap, no double and no jump', () => {
    const jump: Migration = { from: 1, to: 3, up: (d) => d }
    for (const [list, current] of [
      [[doubled], 3],
      [[renamed, renamed], 3],
      [[doubled, renamed], 3],
      [[jump], 3],
      [[renamed], 3],
      [[renamed, doubled], 2],
    ] as const)
      expect(() => migrate({}, 1, list, current)).toThrow(/migration/)
  })
})

describe('from version 1 to 2', () => {
  const gate = { roles: '', relations: '', procedures: '', neighbourhoodPlan: '', mandate: '' }

  it('adds what a plan holds now, empty, and touches nothing else', () => {
    const before = {
      programme: { id: 'programme', name: 'Proef' },
      municipalities: [{ id: 'GM0222' }],
      projects: [{ id: 'p1', name: 'Kamers', phase: 'decision' }, { id: 'p2' }],
      reports: [],
    }
    const given = structuredClone(before)
    expect(migrate(before, 1, migrations.slice(0, 1), 2)).toEqual({
      ok: true,
      value: {
        programme: { id: 'programme', name: 'Proef' },
        municipalities: [{ id: 'GM0222' }],
        projects: [
          { id: 'p1', name: 'Kamers', phase: 'decision', dependencies: [], gate },
          { id: 'p2', dependencies: [], gate },
        ],
        reports: [],
        baselines: [],
        scenarios: [],
      },
    })
    expect(before).toEqual(given)
  })

  it('leaves what is no programme for the reader to name', () => {
    for (const data of [null, 3, 'tekst', [], {}, { projects: 'geen lijst' }, { projects: [null, 4] }])
      expect(() => migrate(data, 1, migrations.slice(0, 1), 2)).not.toThrow()
    expect(migrate({ projects: [null, 4] }, 1, migrations.slice(0, 1), 2)).toMatchObject({
      value: { projects: [null, 4] },
    })
  })

  it('opens the sample that Palet wrote in version 1, with the same figures', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../../fixtures/v1/achterhoek.palet'), 'utf8')
    const file = parsePalet(text)
    if (!file.ok) throw new Error(file.error.message)
    const { data, formatVersion } = file.value
    expect(formatVersion).toBe(1)
    expect(validateProgramme(data)).toEqual([])
    expect([data.projects.size, data.baselines.size, data.scenarios.size]).toEqual([45, 0, 0])
    expect([...data.projects.values()].every((p) => p.dependencies.length === 0)).toBe(true)
    expect(transitionBalance(data, '2030-12-31', 'municipality').total).toMatchObject({
      shelterOpen: 24,
      realised: 70,
      committed: 62,
      planned: 90,
      ambition: 300,
    })
  })
})

describe('from version 2 to 3', () => {
  it('adds review rounds and answers, empty, and touches nothing else', () => {
    const before = {
      programme: { id: 'programme', name: 'Proef' },
      projects: [{ id: 'p1', name: 'Kamers', dependencies: [] }],
      baselines: [{ id: 'b1' }],
      scenarios: [],
    }
    const given = structuredClone(before)
    expect(migrate(before, 2, migrations.slice(0, 2), 3)).toEqual({
      ok: true,
      value: {
        programme: { id: 'programme', name: 'Proef' },
        projects: [{ id: 'p1', name: 'Kamers', dependencies: [] }],
        baselines: [{ id: 'b1' }],
        scenarios: [],
        reviewRounds: [],
        reviewAnswers: [],
      },
    })
    expect(before).toEqual(given)
  })

  it('leaves what is no programme for the reader to name', () => {
    for (const data of [null, 3, 'tekst', []])
      expect(migrate(data, 2, migrations.slice(0, 2), 3)).toEqual({ ok: true, value: data })
  })

  it('opens the sample that Palet wrote in version 2, with everything in it', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../../fixtures/v2/achterhoek.palet'), 'utf8')
    const file = parsePalet(text)
    if (!file.ok) throw new Error(file.error.message)
    const { data, formatVersion } = file.value
    expect(formatVersion).toBe(2)
    expect(validateProgramme(data)).toEqual([])
    expect([data.projects.size, data.baselines.size, data.scenarios.size]).toEqual([45, 1, 2])
    expect([data.reviewRounds.size, data.reviewAnswers.size]).toEqual([0, 0])
  })
})

describe('from version 3 to 4', () => {
  it('adds the tables of regie and the new words of a partner, empty, and touches nothing else', () => {
    const before = {
      programme: { id: 'programme', name: 'Proef' },
      partners: [{ id: 'site', name: 'Sité' }],
      reviewRounds: [{ id: 'r1' }],
    }
    const given = structuredClone(before)
    const result = migrate(before, 3, migrations.slice(0, 3), 4)
    expect(result).toEqual({
      ok: true,
      value: {
        ...before,
        partners: [{ id: 'site', name: 'Sité', goalEndorsed: null, reachability: '' }],
        ...Object.fromEntries(
          [
            'agreements',
            'commitments',
            'mandates',
            'decisions',
            'meetingTables',
            'sessions',
            'pictures',
            'dilemmas',
            'neighbourhoods',
            'lessons',
            'roleMixes',
            'directionChecks',
            'celebrations',
            'trajectories',
          ].map((table) => [table, []]),
        ),
      },
    })
    expect(before).toEqual(given)
  })

  it('leaves what is no programme for the reader to name', () => {
    for (const data of [null, 3, 'tekst', []])
      expect(migrate(data, 3, migrations.slice(0, 3), 4)).toEqual({ ok: true, value: data })
    expect(migrate({ partners: [null, 4] }, 3, migrations.slice(0, 3), 4)).toMatchObject({
      value: { partners: [null, 4] },
    })
  })

  it('opens the sample that Palet wrote in version 3, with everything in it', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../../fixtures/v3/achterhoek.palet'), 'utf8')
    const file = parsePalet(text)
    if (!file.ok) throw new Error(file.error.message)
    const { data, formatVersion } = file.value
    expect(formatVersion).toBe(3)
    expect(validateProgramme(data)).toEqual([])
    expect([data.projects.size, data.reviewRounds.size, data.reviewAnswers.size]).toEqual([45, 2, 4])
    expect([data.agreements.size, data.decisions.size]).toEqual([0, 0])
    expect([...data.partners.values()].every((p) => p.goalEndorsed === null && p.reachability === '')).toBe(
      true,
    )
  })
})
