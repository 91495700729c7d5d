import { describe, expect, it } from 'vitest'
import { applyPatches } from '@/domain/history/patch'
import { createProgramme, distributeAmbition, removeMilestone } from '@/domain/commands'
import { emptyProgrammeData, type ProgrammeData } from '@/domain/model/programmeData'
import { achterhoekMunicipalities } from '@/domain/model/startingSet'
import type { Command } from '@/domain/commands'
import { ambitionGrid, cellCommand, removeDate } from '@/features/assignment/ambition/grid'
import { problemsOfFact, readFactDate, showFactDate, withFact } from '@/features/assignment/facts/facts'

let n = 0
const ctx = { newId: () => `id-${String((n += 1))}`, today: '2026-11-22' }

function run(data: ProgrammeData, command: Command): ProgrammeData {
  const change = command(data, ctx)
  if (!change.ok) throw new Error(change.error.message)
  return applyPatches(data, change.value.patches)
}

const start = run(
  emptyProgrammeData(),
  createProgramme({
    name: 'Proef',
    region: 'Achterhoek',
    purpose: '',
    start: '2026-01-01',
    horizon: '2030-12-31',
    cycle: 'quarter',
    municipalities: achterhoekMunicipalities,
    baselineTotal: 48,
    ambitionTotal: 300,
  }),
)

describe('the grid of ambitions', () => {
  it('has a column per date and a row per municipality in Dutch order', () => {
    const grid = ambitionGrid(start)
    expect(grid.dates).toEqual(['2026-01-01', '2030-12-31'])
    expect(grid.municipalities.map((m) => m.name).slice(0, 3)).toEqual([
      'Aalten',
      'Berkelland',
      'Bronckhorst',
    ])
    expect(grid.total('2030-12-31')).toBe(300)
  })

  it('changes, adds and empties a cell', () => {
    const before = ambitionGrid(start).cell('GM0222', '2030-12-31')
    expect(cellCommand(before, 'GM0222', '2030-12-31', before?.places ?? 0)).toBeNull()
    expect(cellCommand(undefined, 'GM0222', '2030-12-31', null)).toBeNull()
    const changed = run(start, cellCommand(before, 'GM0222', '2030-12-31', 1) ?? distributeNothing)
    expect(ambitionGrid(changed).cell('GM0222', '2030-12-31')).toMatchObject({ id: before?.id, places: 1 })
    const added = run(start, cellCommand(undefined, 'GM0222', '2028-12-31', 20) ?? distributeNothing)
    expect(ambitionGrid(added).dates).toEqual(['2026-01-01', '2028-12-31', '2030-12-31'])
    const emptied = run(start, cellCommand(before, 'GM0222', '2030-12-31', null) ?? distributeNothing)
    expect(ambitionGrid(emptied).cell('GM0222', '2030-12-31')).toBeUndefined()
  })

  it('takes a date away as one change', () => {
    const more = run(start, distributeAmbition({ date: '2028-12-31', total: 200 }))
    const change = removeDate('2028-12-31')(more, ctx)
    expect(change).toMatchObject({ ok: true, value: { summary: 'ambitie op 31 december 2028 verwijderd' } })
    expect(ambitionGrid(run(more, removeDate('2028-12-31'))).dates).toEqual(['2026-01-01', '2030-12-31'])
  })
})

const distributeNothing: Command = removeMilestone('nothing')

describe('facts', () => {
  it.each([
    ['2024-04', '04-2024'],
    ['2024-04-01', '01-04-2024'],
  ])('writes the date %s as %s, and back', (iso, shown) => {
    expect(showFactDate(iso)).toBe(shown)
    expect(readFactDate(shown)).toBe(iso)
  })

  it('leaves alone what is no date yet', () => {
    for (const typed of ['', '4', '04-20', 'april']) expect(readFactDate(showFactDate(typed))).toBe(typed)
    expect(readFactDate('4-2024')).toBe('2024-04')
  })

  it('finds the problems of one fact', () => {
    const fact = { id: 'b', label: '', value: 1, referenceDate: '', source: '', verified: false }
    const facts = withFact([{ ...fact, id: 'a' }], fact)
    const problems = [
      { code: 'x', message: 'A', field: 'facts.0.label' },
      { code: 'x', message: 'B', field: 'facts.1.label' },
      { code: 'x', message: 'C', field: 'name' },
    ]
    expect(problemsOfFact(problems, facts, 'b')).toEqual([{ code: 'x', message: 'B', field: 'label' }])
  })
})
