import fc from 'fast-check'
import { type CommandContext, removeProject } from '@/domain/commands'
import { applyPatches } from '@/domain/history/patch'
import type { Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  type AnswerFile,
  type FileCell,
  type FileRow,
  isDateField,
  isPlacesField,
  type ReviewField,
  type ReviewRound,
  type ReviewValue,
  rowsFor,
  startRound,
  wholeScope,
} from '@/domain/review'
import {
  dateArbitrary,
  nameArbitrary,
  programmeArbitrary,
  trackArbitrary,
} from '../../fixtures/randomProgramme'

let ids = 0

export function reviewContext(today = '2026-11-02'): CommandContext {
  return { newId: () => `nieuw-${String(++ids)}`, today }
}

/** The data with a round in it, and that round. */
export function started(
  data: ProgrammeData,
  referenceDate = '2026-12-31',
  scope = wholeScope,
  ctx = reviewContext(),
): { data: ProgrammeData; round: ReviewRound } {
  const result = startRound({
    referenceDate,
    dueDate: '2026-12-01',
    question: 'Kloppen de aantallen op de peildatum?',
    scope,
  })(data, ctx)
  if (!result.ok) throw new Error(result.error.message)
  const next = applyPatches(data, result.value.patches)
  const round = [...next.reviewRounds.values()].sort((a, b) => b.number - a.number)[0]
  if (round === undefined) throw new Error('no round')
  return { data: next, round }
}

/** The sample has rounds of its own; without them the first round of a test is number 1. */
export const withoutRounds = (data: ProgrammeData): ProgrammeData => ({
  ...data,
  reviewRounds: new Map(),
  reviewAnswers: new Map(),
})

let files = 0

/** A file as the reader gives it, of one association. */
export function answerFile(
  round: ReviewRound,
  associationId: string,
  rows: readonly FileRow[],
  fields: Partial<AnswerFile> = {},
): AnswerFile {
  files += 1
  return {
    stamp: {
      roundId: round.id,
      roundNumber: round.number,
      associationId,
      programmeName: round.programmeName,
    },
    source: { name: 'antwoord.xlsx', hash: files.toString(16).padStart(64, '0'), format: 'xlsx' },
    sender: 'manager wonen',
    answeredAt: null,
    rows,
    proposed: [],
    notices: [],
    ...fields,
  }
}

export const given = (field: ReviewField, value: ReviewValue): FileCell => ({
  field,
  kind: 'given',
  value,
  remark: '',
  column: null,
})

export function fileRow(rowId: string, cells: readonly FileCell[], fields: Partial<FileRow> = {}): FileRow {
  return { rowId, verdict: 'agreed', remark: '', cells, locked: null, place: null, ...fields }
}

/** All rows as asked: an association that agrees with everything. */
export function agreeing(round: ReviewRound, associationId: string): FileRow[] {
  return rowsFor(round, associationId).map((row) =>
    fileRow(
      row.id,
      row.cells.map((cell) => given(cell.field, cell.value)),
    ),
  )
}

const valueArbitrary = (field: ReviewField, asked: ReviewValue): fc.Arbitrary<ReviewValue> => {
  if (isPlacesField(field))
    return fc.oneof(fc.constant(asked), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3 }))
  if (isDateField(field)) return fc.oneof(fc.constant(asked), dateArbitrary, fc.constant(null))
  return fc.constantFrom(asked, 'none', 'ownLease')
}

const cellArbitrary = (field: ReviewField, asked: ReviewValue): fc.Arbitrary<FileCell> =>
  fc.record({
    field: fc.constant(field),
    kind: fc.constantFrom('given' as const, 'given' as const, 'confirm' as const, 'question' as const),
    value: valueArbitrary(field, asked),
    remark: fc.constantFrom('', '', 'Zie de brief.'),
    column: fc.constant(null),
  })

/** Rows as somebody might send them back: some left out, some cells left out. */
export const rowsArbitrary = (round: ReviewRound, associationId: string): fc.Arbitrary<FileRow[]> =>
  fc.subarray(rowsFor(round, associationId)).chain((rows) =>
    fc.tuple(
      ...rows.map((row) =>
        fc
          .tuple(
            fc.tuple(...row.cells.map((cell) => cellArbitrary(cell.field, cell.value))),
            fc.subarray(row.cells.map((cell) => cell.field)),
            fc.constantFrom('agreed' as const, 'changed' as const, 'question' as const, 'none' as const),
            fc.constantFrom('', 'Opmerking bij de rij.'),
          )
          .map(([cells, kept, verdict, remark]): FileRow =>
            fileRow(
              row.id,
              cells.filter((cell) => kept.includes(cell.field)),
              { verdict, remark },
            ),
          ),
      ),
    ),
  )

/** What happened to the plan between the question and the answer. */
export function editsArbitrary(data: ProgrammeData): fc.Arbitrary<ProgrammeData> {
  const edit = (project: Project): fc.Arbitrary<Project | null> =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(project) },
      { weight: 3, arbitrary: trackArbitrary(`${project.id}-n`).map((homes) => ({ ...project, homes })) },
      { weight: 2, arbitrary: nameArbitrary.map((name) => ({ ...project, name: name.trim() })) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(null, 'corporatie-1', 'corporatie-2')
          .map((associationId) => ({ ...project, associationId })),
      },
      { weight: 1, arbitrary: fc.constant(null) },
    )
  const ids = [...data.projects.keys()]
  return fc.tuple(...[...data.projects.values()].map(edit)).map((edited) => {
    const changed = new Map(edited.flatMap((p) => (p === null ? [] : [[p.id, p] as const])))
    const kept: ProgrammeData = { ...data, projects: new Map([...data.projects, ...changed]) }
    // Through the command, so that what waited for a project no longer does.
    return ids
      .filter((id) => !changed.has(id))
      .reduce<ProgrammeData>((next, id) => {
        const result = removeProject(id)(next, reviewContext())
        return result.ok ? applyPatches(next, result.value.patches) : next
      }, kept)
  })
}

const asked = (data: ProgrammeData): boolean =>
  [...data.projects.values()].some((p) => p.associationId !== null)

/** A programme with a round, an answer of one association, and what was changed meanwhile. */
export const situationArbitrary = fc
  .tuple(programmeArbitrary.filter(asked), dateArbitrary)
  .chain(([programme, on]) => {
    const { data, round } = started(programme, on)
    return fc.constantFrom(...new Set(round.rows.map((r) => r.associationId))).chain((associationId) =>
      fc.record({
        data: editsArbitrary(data),
        asked: fc.constant(data),
        round: fc.constant(round),
        file: rowsArbitrary(round, associationId).map((rows) => answerFile(round, associationId, rows)),
      }),
    )
  })
