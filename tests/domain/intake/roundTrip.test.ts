import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPatches, invert } from '@/domain/history/patch'
import { incomingRows, takeInRows } from '@/domain/intake'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { validateProgramme } from '@/domain/validation'
import { type ExportTable, toCsv } from '@/exchange'
import { readWorkbook, writeTableWorkbook } from '@/exchange/workbook'
import { partnerTable } from '@/features/partners/tables'
import { createRowSource } from '@/features/planning/rows/projectRow'
import { projectTable } from '@/features/planning/rows/projectTable'
import { programmeArbitrary } from '../../fixtures/randomProgramme'
import { context, tried } from './support'

const ON = '2026-12-31'
const projectsOf = (data: ProgrammeData): ExportTable => projectTable(data, createRowSource()(data, ON), ON)

async function readBack(table: ExportTable, format: 'xlsx' | 'ods' | 'csv') {
  const bytes =
    format === 'csv'
      ? new TextEncoder().encode(toCsv(table))
      : await writeTableWorkbook(table, { title: 'Projecten', madeOn: '2026-11-02', format })
  const book = await readWorkbook(bytes)
  if (!book.ok) throw new Error(book.error.message)
  const [sheet] = book.value.sheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

/**
 * Of two municipalities with one name nobody can tell which is meant, and a name with the sign between names in it can't be
 * read out of a list: then Palet asks, and rightly.
 */
function canBeNamed(data: ProgrammeData): boolean {
  const names = [...data.municipalities.values()].map(({ name }) => name)
  const plain = names.map((name) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''))
  return new Set(plain).size === plain.length && names.every((name) => !/[;,|\n]| en /.test(name))
}

describe.each(['xlsx', 'csv', 'ods'] as const)('a table out and in again as %s', (format) => {
  it('of projects changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(programmeArbitrary, async (data) => {
        if (data.projects.size === 0) return
        const { outcomes, mapping } = tried(data, await readBack(projectsOf(data), format))
        expect(mapping.subject).toBe('projects')
        expect(outcomes.map((o) => [o.kind, o.changes, o.problems])).toEqual(
          outcomes.map(() => ['same', [], []]),
        )
        expect(outcomes).toHaveLength(data.projects.size)
      }),
      { numRuns: 25 },
    )
  })

  it('of partners changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(programmeArbitrary, async (data) => {
        if (data.partners.size === 0) return
        fc.pre(canBeNamed(data))
        const table = partnerTable(data, [...data.partners.values()])
        const { outcomes, mapping } = tried(data, await readBack(table, format))
        expect(mapping.subject).toBe('partners')
        expect(outcomes.map((o) => [o.kind, o.changes, o.problems])).toEqual(
          outcomes.map(() => ['same', [], []]),
        )
      }),
      { numRuns: 25 },
    )
  })
})

it('into an empty programme and back out: undo gives the same data, and what came in is sound', async () => {
  await fc.assert(
    fc.asyncProperty(programmeArbitrary, async (full) => {
      const sheet = await readBack(projectsOf(full), 'xlsx')
      const data = { ...full, projects: new Map() }
      const { outcomes } = tried(data, sheet)
      const rows = incomingRows(outcomes, new Set())
      const change = takeInRows('projects', rows, 'projecten.xlsx')(data, context())
      if (rows.length === 0) {
        expect(change.ok).toBe(false)
        return
      }
      if (!change.ok) throw new Error(change.error.message)
      const after = applyPatches(data, change.value.patches)
      expect(after.projects.size).toBe(rows.length)
      expect(validateProgramme({ ...after, baselines: new Map(), scenarios: new Map() })).toEqual([])
      for (const table of ['partners', 'municipalities', 'arrangementTypes'] as const)
        expect(after[table]).toBe(data[table])
      const back = applyPatches(after, invert(change.value.patches))
      expect([...back.projects]).toEqual([...data.projects])
    }),
    { numRuns: 25 },
  )
})

it('only the mapped fields of the rows change, whatever the cells say', async () => {
  await fc.assert(
    fc.asyncProperty(
      programmeArbitrary,
      fc.constantFrom('owner', 'nextStep', 'note', 'neighbourhoodContact'),
      fc.string({ maxLength: 40 }),
      async (data, field, text) => {
        const table = projectsOf(data)
        const at = table.columns.findIndex((c) => c.key === field)
        const changed = {
          ...table,
          rows: table.rows.map((row) => row.map((cell, i) => (i === at ? text : cell))),
        }
        const { outcomes } = tried(data, await readBack(changed, 'xlsx'))
        for (const { before, after } of outcomes) {
          if (before === null || after === null) continue
          expect({ ...after, [field]: '' }).toEqual({ ...before, [field]: '' })
        }
      },
    ),
    { numRuns: 25 },
  )
})
