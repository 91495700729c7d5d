import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPatches, invert } from '@/domain/history/patch'
import type { Project } from '@/domain/model/entities'
import { TABLE_NAMES, type ProgrammeData } from '@/domain/model/programmeData'
import {
  acceptOpen,
  compareAnswer,
  decideCells,
  isDateField,
  isPlacesField,
  nextDelivery,
  planValue,
  rejectOpen,
  type ReviewAnswer,
  type ReviewField,
  type ReviewRound,
  type ReviewValue,
  snapshotRows,
  takeInAnswer,
  threeWay,
} from '@/domain/review'
import { validateProgramme } from '@/domain/validation'
import { reviewContext, situationArbitrary } from './support'

const ASK = { owner: 'regisseur', due: '2026-12-15' }

function takenIn(data: ProgrammeData, file: Parameters<typeof takeInAnswer>[0]) {
  const ctx = reviewContext()
  const result = takeInAnswer(file, [], ASK)(data, ctx)
  if (!result.ok) throw new Error(result.error.message)
  const next = applyPatches(data, result.value.patches)
  const answer = [...next.reviewAnswers.values()][0]
  if (answer === undefined) throw new Error('no answer')
  return { data: next, answer, ctx }
}

const answersOf = (answer: ReviewAnswer): Map<string, { kind: string; value: ReviewValue }> =>
  new Map(answer.rows.flatMap((row) => row.cells.map((c) => [`${row.rowId} ${c.field}`, c] as const)))

/** The plain reference: a cell is taken over when it was corrected, differs from the plan, and the plan can have it. */
function expected(
  data: ProgrammeData,
  round: ReviewRound,
  answer: ReviewAnswer,
): Map<string, ReviewValue | undefined> {
  const said = answersOf(answer)
  const cells = new Map<string, ReviewValue | undefined>()
  for (const row of round.rows) {
    const project = data.projects.get(row.projectId)
    if (project?.typeId !== row.typeId) continue
    for (const { field } of row.cells) {
      const now = planValue(data, project, field, round.referenceDate)
      const cell = said.get(`${row.id} ${field}`)
      cells.set(`${row.id} ${field}`, cell?.kind === 'correct' && isPlacesField(field) ? cell.value : now)
    }
  }
  return cells
}

describe('three ways', () => {
  it('agrees with a plain table of cases', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.nat(2), fc.nat(2), (asked, answered, now) => {
        const reference = {
          '000': 'unchanged',
          '001': 'ours',
          '010': 'theirs',
          '011': 'same',
          '012': 'conflict',
        }
        const seen = [asked, answered, now].map((v, _i, all) => [...new Set(all)].indexOf(v)).join('')
        expect(threeWay(asked, answered, now)).toBe(new Map(Object.entries(reference)).get(seen))
      }),
    )
  })
})

describe('for random programmes, answers and edits meanwhile', () => {
  it('accepting everything gives back what was answered, cell by cell, and nothing else changes', () => {
    fc.assert(
      fc.property(situationArbitrary, ({ data: before, round, file }) => {
        const { data, answer, ctx } = takenIn(before, file)
        const want = expected(data, round, answer)
        const { decisions, blocked } = acceptOpen(data, round, answer)
        expect(blocked.every((b) => isDateField(b.field))).toBe(true)
        const result = decideCells(answer.id, decisions, ASK)(data, ctx)
        if (!result.ok) throw new Error(`${result.error.code} ${result.error.message}`)
        const after = applyPatches(data, result.value.patches)

        expect(validateProgramme(after)).toEqual([])
        for (const row of round.rows) {
          const project = after.projects.get(row.projectId)
          if (project?.typeId !== row.typeId) continue
          for (const { field } of row.cells)
            if (!isDateField(field))
              expect(planValue(after, project, field, round.referenceDate), `${row.id} ${field}`).toBe(
                want.get(`${row.id} ${field}`),
              )
        }
        datesFollow(data, after, round, answer, blocked)
        onlyTracksOfTheRound(data, after, round, answer)
        noMoreToAccept(after, round, answer.id, blocked)
        // One change, taken back in one go.
        expect(applyPatches(after, invert(result.value.patches))).toEqual(data)
      }),
      { numRuns: 400 },
    )
  })

  it('rejecting everything leaves the plan as it is', () => {
    fc.assert(
      fc.property(situationArbitrary, ({ data: before, round, file }) => {
        const { data, answer, ctx } = takenIn(before, file)
        const decisions = rejectOpen(data, round, answer, 'Het plan is vastgesteld.')
        const result = decideCells(answer.id, decisions, ASK)(data, ctx)
        if (!result.ok) throw new Error(result.error.message)
        const after = applyPatches(data, result.value.patches)
        expect(after.projects).toBe(data.projects)
        const kept = after.reviewAnswers.get(answer.id)
        expect(kept?.decisions).toHaveLength(decisions.length)
      }),
      { numRuns: 100 },
    )
  })

  it('a part accepted changes those cells only', () => {
    fc.assert(
      fc.property(
        situationArbitrary,
        fc.infiniteStream(fc.boolean()),
        ({ data: before, round, file }, coin) => {
          const { data, answer, ctx } = takenIn(before, file)
          const all = acceptOpen(data, round, answer).decisions
          const some = all.filter((d) => isPlacesField(d.field) && coin.next().value)
          const result = decideCells(answer.id, some, ASK)(data, ctx)
          if (!result.ok) throw new Error(result.error.message)
          const after = applyPatches(data, result.value.patches)
          const said = answersOf(answer)
          for (const row of round.rows) {
            const [was, is] = [data.projects.get(row.projectId), after.projects.get(row.projectId)]
            if (was === undefined || is === undefined || was.typeId !== row.typeId) continue
            for (const { field } of row.cells.filter((c) => isPlacesField(c.field))) {
              const chosen = some.some((d) => d.rowId === row.id && d.field === field)
              const want = chosen
                ? said.get(`${row.id} ${field}`)?.value
                : planValue(data, was, field, round.referenceDate)
              expect(planValue(after, is, field, round.referenceDate)).toBe(want)
            }
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('the next round asks what was answered in this one', () => {
    fc.assert(
      fc.property(situationArbitrary, ({ asked, round, file }) => {
        const { data, answer, ctx } = takenIn(asked, file)
        const { decisions } = acceptOpen(data, round, answer)
        const result = decideCells(answer.id, decisions, ASK)(data, ctx)
        if (!result.ok) throw new Error(result.error.message)
        const after = applyPatches(data, result.value.patches)
        const said = answersOf(answer)
        const next = snapshotRows(after, round.number, round.referenceDate, round.scope)
        expect(next.map((row) => row.id)).toEqual(round.rows.map((row) => row.id))
        for (const [i, row] of next.entries())
          for (const cell of row.cells.filter((c) => isPlacesField(c.field))) {
            const answered = said.get(`${row.id} ${cell.field}`)
            const was = round.rows[i]?.cells.find((c) => c.field === cell.field)
            expect(cell.value).toBe(answered?.value ?? was?.value)
          }
      }),
      { numRuns: 200 },
    )
  })
})

/** An accepted date is the next delivery, unless an answer about places brought all that was to come. */
function datesFollow(
  before: ProgrammeData,
  after: ProgrammeData,
  round: ReviewRound,
  answer: ReviewAnswer,
  blocked: readonly { rowId: string; field: ReviewField }[],
): void {
  for (const row of compareAnswer(before, round, answer)) {
    const project = after.projects.get(row.row.projectId)
    const touched = row.cells.some((c) => isPlacesField(c.field) && c.open)
    for (const cell of row.cells) {
      if (!isDateField(cell.field) || project === undefined || row.project === null) continue
      const accepted =
        cell.open && cell.applies && !blocked.some((b) => b.rowId === row.row.id && b.field === cell.field)
      const track = cell.field === 'homesOn' ? 'homes' : 'support'
      const next = nextDelivery(project[track], round.referenceDate)
      if (touched) continue
      const now = planValue(after, project, cell.field, round.referenceDate)
      expect(now).toBe(accepted ? cell.answer?.value : cell.now)
      if (accepted) expect(next).toBe(cell.answer?.value)
    }
  }
}

function onlyTracksOfTheRound(
  before: ProgrammeData,
  after: ProgrammeData,
  round: ReviewRound,
  answer: ReviewAnswer,
): void {
  for (const table of TABLE_NAMES)
    if (table !== 'projects' && table !== 'reviewAnswers') expect(after[table]).toBe(before[table])
  const asked = new Set(
    round.rows.filter((r) => r.associationId === answer.associationId).map((r) => r.projectId),
  )
  for (const [id, project] of before.projects) {
    const next = after.projects.get(id)
    if (!asked.has(id)) expect(next).toBe(project)
    else expect({ ...next, homes: null, support: null } as unknown).toEqual(withoutTracks(project))
  }
}

const withoutTracks = (project: Project): unknown => ({ ...project, homes: null, support: null })

/** What stays open is a date: one that couldn't be had, or one that an answer about places overtook. */
function noMoreToAccept(
  data: ProgrammeData,
  round: ReviewRound,
  answerId: string,
  blocked: readonly { rowId: string; field: ReviewField }[],
): void {
  const answer = data.reviewAnswers.get(answerId)
  if (answer === undefined) throw new Error('no answer')
  for (const { row, cells } of compareAnswer(data, round, answer)) {
    const overtaken = cells.some((c) => isPlacesField(c.field) && c.decision?.verdict === 'accepted')
    for (const cell of cells.filter((c) => c.open)) {
      expect(isDateField(cell.field)).toBe(true)
      expect(overtaken || blocked.some((b) => b.rowId === row.id && b.field === cell.field)).toBe(true)
    }
  }
}
