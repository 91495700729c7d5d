import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ProposedRow, type ReviewRow, rowsFor } from '@/domain/review'
import {
  answerOf,
  answerProgress,
  answerTotals,
  type AnswerWork,
  beginHistory,
  clearCell,
  confirmCell,
  confirmOpen,
  confirmRow,
  correctCell,
  emptyWork,
  fittingWork,
  isRowChanged,
  isRowOpen,
  questionCell,
  remarkCell,
  remarkRow,
  removeProposed,
  saveProposed,
  stepBack,
  stepForward,
  stepTo,
} from '@/domain/review/answering'
import { parseReviewWork, serialiseReviewWork } from '@/exchange/reviewWork'
import { plan, SITE } from './plan'
import { started } from './support'

const { round } = started(plan)
const rows = rowsFor(round, SITE)
const first = rowAt(0)
const second = rowAt(1)

function rowAt(index: number): ReviewRow {
  const row = rows[index]
  if (row === undefined) throw new Error('no row')
  return row
}

const extra: ProposedRow = {
  code: '',
  projectName: 'Nieuw',
  municipalityName: 'Doetinchem',
  typeName: '',
  values: [{ field: 'available', value: 3 }],
  remark: '',
}

describe('one cell', () => {
  it('is confirmed, corrected, asked about and cleared; the asked value said again is a confirmation', () => {
    const confirmed = confirmCell(emptyWork, first, 'available')
    expect(answerOf(confirmed, first.id, 'available')).toMatchObject({ kind: 'confirm', value: 6 })
    const corrected = correctCell(confirmed, first, 'available', 5)
    expect(answerOf(corrected, first.id, 'available')).toMatchObject({ kind: 'correct', value: 5 })
    expect(answerOf(correctCell(corrected, first, 'available', 6), first.id, 'available')?.kind).toBe(
      'confirm',
    )
    const asked = questionCell(corrected, first, 'available')
    expect(answerOf(asked, first.id, 'available')).toMatchObject({ kind: 'question', value: 6 })
    expect(clearCell(asked, first, 'available').rows.size).toBe(0)
  })

  it('that nobody asked about takes no answer', () => {
    expect(confirmCell(emptyWork, { ...first, cells: [] }, 'available')).toBe(emptyWork)
  })

  it('with words only is a question, and a question without words is still open', () => {
    const worded = remarkCell(emptyWork, first, 'idea', ' Klopt dit? ')
    expect(answerOf(worded, first.id, 'idea')).toMatchObject({ kind: 'question', remark: 'Klopt dit?' })
    const wordless = questionCell(emptyWork, first, 'idea')
    const cells = rows.reduce((n, row) => n + row.cells.length, 0)
    expect(answerProgress(rows, wordless)).toMatchObject({ openCells: cells, asked: 1, wordless: 1 })
    expect(answerProgress(rows, worded)).toMatchObject({ openCells: cells - 1, asked: 1, wordless: 0 })
  })

  it('keeps its remark when the number changes, and drops the question once it is right', () => {
    const remarked = remarkCell(correctCell(emptyWork, first, 'available', 5), first, 'available', 'Leeg.')
    expect(answerOf(correctCell(remarked, first, 'available', 4), first.id, 'available')?.remark).toBe(
      'Leeg.',
    )
    const asked = remarkCell(questionCell(emptyWork, first, 'idea'), first, 'idea', 'Waarom?')
    expect(answerOf(confirmCell(asked, first, 'idea'), first.id, 'idea')?.remark).toBe('')
  })
})

describe('rows and the whole table', () => {
  it('confirms only what is open, and counts what is answered', () => {
    const some = correctCell(emptyWork, first, 'available', 5)
    const row = confirmRow(some, first)
    expect(isRowOpen(row, first)).toBe(false)
    expect(answerOf(row, first.id, 'available')?.value).toBe(5)
    expect(isRowChanged(row, first)).toBe(true)
    expect(isRowChanged(confirmRow(emptyWork, second), second)).toBe(false)
    expect(isRowChanged(remarkRow(emptyWork, second, 'Let op.'), second)).toBe(true)
    expect(answerProgress(rows, row)).toMatchObject({ rows: 2, answeredRows: 1, corrected: 1 })
    const all = confirmOpen(row, rows)
    expect(answerProgress(rows, all)).toMatchObject({ answeredRows: 2, openCells: 0 })
    expect(answerOf(all, first.id, 'available')?.value).toBe(5)
  })

  it('adds up what was asked beside what is answered, new projects included', () => {
    const asked = answerTotals(rows, emptyWork)
    expect(asked.every((total) => total.asked === total.answered)).toBe(true)
    const work = saveProposed(correctCell(emptyWork, first, 'available', 5), null, extra)
    const available = answerTotals(rows, work).find((total) => total.status === 'available')
    expect(available?.answered).toBe((available?.asked ?? 0) - 1 + 3)
    expect(removeProposed(work, 0).proposed).toEqual([])
  })
})

type Step = (work: AnswerWork) => AnswerWork
const stepArbitrary: fc.Arbitrary<Step> = fc
  .tuple(
    fc.constantFrom(...rows),
    fc.nat(7),
    fc.nat(7),
    fc.integer({ min: 0, max: 30 }),
    fc.constantFrom('', 'Ja.'),
  )
  .map(([row, how, at, value, remark]) => (work) => {
    const field = row.cells[at % row.cells.length]?.field ?? 'available'
    switch (how) {
      case 0:
        return confirmCell(work, row, field)
      case 1:
        return correctCell(work, row, 'available', value)
      case 2:
        return questionCell(work, row, field)
      case 3:
        return remarkCell(work, row, field, remark)
      case 4:
        return clearCell(work, row, field)
      case 5:
        return confirmRow(work, row)
      case 6:
        return saveProposed(work, null, extra)
      default:
        return remarkRow(work, row, remark)
    }
  })

describe('steps back and forward', () => {
  it('lead through the same states, however long the way; what is kept comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary, { maxLength: 30 }), (steps) => {
        let history = beginHistory(emptyWork)
        const states = [history.now]
        for (const step of steps) {
          const next = stepTo(history, 'stap', step(history.now))
          if (next !== history) states.push(next.now)
          history = next
        }
        const kept = parseReviewWork(serialiseReviewWork({ work: history.now, sender: 'manager wonen' }))
        expect(kept?.sender).toBe('manager wonen')
        expect(kept === null ? null : fittingWork(rows, kept.work)).toEqual(fittingWork(rows, history.now))
        for (const state of states.slice(0, -1).reverse()) {
          history = stepBack(history)
          expect(history.now).toBe(state)
        }
        expect(stepBack(history)).toBe(history)
        for (const state of states.slice(1)) {
          history = stepForward(history)
          expect(history.now).toBe(state)
        }
        expect(stepForward(history)).toBe(history)
      }),
      { numRuns: 200 },
    )
  })

  it('drop the way forward after something new', () => {
    const one = stepTo(beginHistory(emptyWork), 'een', confirmRow(emptyWork, first))
    const back = stepBack(one)
    expect(back.future).toHaveLength(1)
    expect(stepTo(back, 'twee', confirmRow(emptyWork, second)).future).toEqual([])
  })
})

describe('kept work', () => {
  it('falls away where the table is another one, and never carries an old question over', () => {
    const work = correctCell(confirmRow(emptyWork, second), first, 'available', 5)
    const smaller = { ...first, cells: first.cells.filter((cell) => cell.field !== 'available') }
    expect(fittingWork([smaller], work).rows.size).toBe(0)
    const moved = first.cells.map((cell) => (cell.field === 'available' ? { ...cell, value: 5 } : cell))
    const fitting = fittingWork([{ ...first, cells: moved }], work)
    expect(answerOf(fitting, first.id, 'available')).toMatchObject({ kind: 'confirm', value: 5 })
  })

  it('that is damaged is nothing', () => {
    expect(parseReviewWork('{"version":2}')).toBeNull()
    expect(parseReviewWork('{')).toBeNull()
  })
})
