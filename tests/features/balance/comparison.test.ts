import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quarterDates, transitionBalance } from '@/domain/capacity'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { compareWithBaseline } from '@/domain/planning'
import { frozen } from '@/domain/planning/baseline'
import { changedProjects, placesPhrase } from '@/features/balance/changedProjects'
import { cellQuery } from '@/features/balance/cellQuery'
import {
  partsOfChange,
  reportsBefore,
  ThenFigures,
  withBaseline,
  withReport,
} from '@/features/balance/comparison'
import { PLACE_MEASURES } from '@/features/balance/measures'
import { literalData, milestone, project, step } from '../../fixtures/literal'
import { programmeArbitrary } from '../../fixtures/randomProgramme'

const FIELDS = { id: 'b1', name: 'Begroting 2027', frozenOn: '2026-01-01', note: '' }

/** Two plans of one region: every other project taken away, and the steps of the rest left as they were. */
function thinned(data: ProgrammeData): ProgrammeData {
  return { ...data, projects: new Map([...data.projects].filter((_, i) => i % 2 === 0)) }
}

describe('a comparison', () => {
  it('with the plan as it is shows no difference anywhere', () => {
    fc.assert(
      fc.property(programmeArbitrary, (data) => {
        const dates = quarterDates(data)
          .slice(0, 8)
          .map((q) => q.date)
        const then = new ThenFigures(withBaseline(data, frozen(data, FIELDS)), dates, 'municipality', {})
        for (const date of dates) {
          const now = transitionBalance(data, date, 'municipality')
          for (const figure of PLACE_MEASURES) {
            for (const row of now.rows) expect(then.valueOf(row, date, figure)).toBe(row[figure])
            expect(then.valueOf(null, date, figure)).toBe(now.total[figure])
          }
        }
      }),
    )
  })

  it('names parts that add up to the difference of the figure', () => {
    fc.assert(
      fc.property(programmeArbitrary, fc.constantFrom(...PLACE_MEASURES), fc.nat(), (before, figure, n) => {
        const now = thinned(before)
        const dates = quarterDates(now).map((q) => q.date)
        const date = dates[n % dates.length] ?? ''
        const comparison = withBaseline(now, frozen(before, FIELDS))
        const then = new ThenFigures(comparison, [date], 'municipality', {})
        const table = transitionBalance(now, date, 'municipality')
        for (const row of table.rows) {
          const parts = partsOfChange(now, cellQuery(figure, date, 'municipality', row, {}), comparison)
          const sum = parts.reduce((all, part) => all + part.now - part.then, 0)
          expect(sum).toBe((row[figure] ?? 0) - (then.valueOf(row, date, figure) ?? 0))
        }
      }),
    )
  })

  it('with a report looks at quarters after its reference date only', () => {
    const data = literalData(
      [project('p', { typeId: 'room', homes: [step('2027-02-01', null, 'available', 4)] })],
      [milestone('A', '2026-01-01', 10)],
    )
    const report = {
      id: 'r',
      name: 'Rapport',
      referenceDate: '2026-12-31',
      scope: [],
      coreMessage: '',
      requestedDecision: '',
      rating: { colour: 'green' as const, cause: '', consequence: '', adjustment: '' },
      risks: [],
      outlook: '',
    }
    const withIt = { ...data, reports: new Map([[report.id, report]]) }
    expect(reportsBefore(withIt, '2026-12-31')).toEqual([])
    expect(reportsBefore(withIt, '2027-01-01')).toEqual([report])
    const then = new ThenFigures(withReport(withIt, report), ['2026-12-31', '2027-03-31'], 'municipality', {})
    expect(then.valueOf({ id: 'A' }, '2026-12-31', 'realised')).toBeNull()
    expect(then.valueOf({ id: 'A' }, '2027-03-31', 'realised')).toBe(0)
    expect(then.valueOf({ id: 'A' }, '2027-03-31', 'gap')).toBe(10)
  })
})

describe('the list of changed projects', () => {
  it('names every project once, with its places', () => {
    fc.assert(
      fc.property(programmeArbitrary, (before) => {
        const now = thinned(before)
        const date = quarterDates(now).at(-1)?.date ?? ''
        const changes = changedProjects(compareWithBaseline(now, frozen(before, FIELDS), date))
        expect(new Set(changes.map((c) => c.id)).size).toBe(changes.length)
        const gone = [...before.projects.keys()].filter((id) => !now.projects.has(id))
        expect(changes.map((c) => c.id).sort()).toEqual(gone.sort())
        for (const change of changes) expect(change.kinds).toEqual(['vanished'])
      }),
    )
  })

  it('says in Dutch what differs', () => {
    expect(placesPhrase({ shelterOpen: -2, realised: 4, committed: -4, planned: 0 })).toBe(
      '-2 opvangplekken open, +4 gerealiseerd, -4 toegezegd',
    )
  })
})
