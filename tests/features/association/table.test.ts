import { describe, expect, it } from 'vitest'
import { rowsFor } from '@/domain/review'
import { confirmRow, correctCell, emptyWork, questionCell, saveProposed } from '@/domain/review/answering'
import { readCell, typedForm } from '@/features/association/reading'
import { columnsOf, faceOf, linesOf, stretched } from '@/features/association/tableModel'
import { plan, SITE } from '../../domain/review/plan'
import { started } from '../../domain/review/support'

const rows = rowsFor(started(plan).round, SITE)
const [first] = rows

describe('what is typed in a cell', () => {
  it('is a whole number of places, a Dutch date, or a refusal in Dutch', () => {
    expect(readCell('available', ' 1.200 ')).toEqual({ ok: true, value: 1200 })
    for (const text of ['', 'zes', '-1', '2,5'])
      expect(readCell('available', text)).toMatchObject({ ok: false, error: { code: 'number-invalid' } })
    expect(readCell('homesOn', '1-3-2027')).toEqual({ ok: true, value: '2027-03-01' })
    expect(readCell('homesOn', '')).toEqual({ ok: true, value: null })
    expect(readCell('homesOn', 'onbekend')).toEqual({ ok: true, value: null })
    expect(readCell('homesOn', '31-02-2027')).toMatchObject({ ok: false, error: { code: 'date-invalid' } })
    expect(readCell('contract', 'ownLease')).toEqual({ ok: true, value: 'ownLease' })
    expect(typedForm('homesOn', '2027-03-01')).toBe('01-03-2027')
    expect(typedForm('available', 0)).toBe('0')
  })
})

describe('the table', () => {
  it('has a column for all that is asked of any row, and gives spare room to names and remarks', () => {
    const columns = columnsOf(rows)
    expect(columns.map((column) => column.key)).toEqual([
      'project',
      ...columns.filter((column) => column.key === 'field').map(() => 'field'),
      'row',
      'remark',
    ])
    const total = (all: readonly { width: number }[]): number => all.reduce((sum, c) => sum + c.width, 0)
    expect(total(stretched(columns, 2000))).toBe(2000)
    expect(total(stretched(columns, 100))).toBe(total(columns))
    expect(total(columns), 'fits a window of 1366').toBeLessThanOrEqual(1366 - 40 - 14)
  })

  it('filters, and holds the line that somebody is on', () => {
    if (first === undefined) throw new Error('no row')
    const done = confirmRow(emptyWork, first)
    const keys = (...args: Parameters<typeof linesOf>) => linesOf(...args).map((line) => line.key)
    expect(keys(rows, done, 'open', null)).not.toContain(first.id)
    expect(keys(rows, done, 'open', first.id)).toContain(first.id)
    expect(keys(rows, done, 'changed', null)).toEqual([])
    const added = saveProposed(correctCell(done, first, 'available', 5), null, {
      code: '',
      projectName: 'Nieuw',
      municipalityName: 'Doetinchem',
      typeName: '',
      values: [],
      remark: '',
    })
    expect(keys(rows, added, 'changed', null)).toEqual([first.id, '+0'])
  })

  it('says in a cell what was asked and what was answered', () => {
    const [line] = linesOf(rows, emptyWork, 'all', null)
    if (line === undefined || first === undefined) throw new Error('no line')
    const face = (work: typeof emptyWork) => faceOf(line, 'available', work)
    expect(face(emptyWork)).toMatchObject({ state: 'open', text: '6', spoken: '6, nog open' })
    expect(face(correctCell(emptyWork, first, 'available', 5))).toMatchObject({
      state: 'correct',
      text: '5',
      below: 'was 6',
      spoken: '5 was 6, gewijzigd',
    })
    expect(face(questionCell(emptyWork, first, 'available')).below).toBe('vraag zonder tekst')
  })
})
