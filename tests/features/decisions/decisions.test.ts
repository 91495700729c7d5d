import { describe, expect, it } from 'vitest'
import { draftReport } from '@/domain/commands'
import { type Decision, draftDecision } from '@/domain/regie'
import { aboutIt, reportInTheMaking } from '@/features/decisions/asked/begin'
import { savedForm } from '@/features/decisions/asked/formOf'
import { decisionGroups } from '@/features/decisions/asked/groups'
import { freshSettle, settlementOf } from '@/features/decisions/asked/settleDraft'
import { decisionTable, mandateTable } from '@/features/decisions/tables'
import { sampleProgramme } from '../../../tools/sample/programme'

const TODAY = '2026-11-22'
const data = sampleProgramme()
const ctx = { newId: () => 'nieuw', today: TODAY }
const fresh = draftDecision(data, ctx)
const said = { id: 's', on: TODAY, partnerId: null, voice: 'Buurt', text: 'Liever niet.' }

describe('a form', () => {
  it('never takes dissent away, nor what was decided', () => {
    const stored: Decision = {
      ...fresh,
      dissent: [said],
      status: 'taken',
      settledOn: TODAY,
      withoutMandate: 'x',
    }
    expect(savedForm({ ...fresh, name: 'Anders' }, stored)).toEqual({ ...stored, name: 'Anders' })
    expect(savedForm(fresh, undefined)).toBe(fresh)
  })

  it('begins where another screen came from', () => {
    expect(aboutIt(fresh, { table: 'sessions', id: 's' }).sessionId).toBe('s')
    expect(aboutIt(fresh, { table: 'projects', id: 'p' }).links).toEqual([{ table: 'projects', id: 'p' }])
  })

  it('proposes a report only while it is being made', () => {
    const on = (id: string, date: string) => ({ ...draftReport(data, ctx, date), id })
    const withReports = (...reports: ReturnType<typeof on>[]) => ({
      ...data,
      reports: new Map(reports.map((report) => [report.id, report])),
    })
    expect(reportInTheMaking(withReports(on('a', '2026-09-30')), TODAY)).toBeNull()
    expect(reportInTheMaking(withReports(on('a', '2026-09-30'), on('b', '2026-12-31')), TODAY)).toBe('b')
  })
})

it('settles with the figures that were not left out, and none for what was withdrawn', () => {
  const figures = ['Gerealiseerd', 'Gepland'].map((label) => ({
    label,
    value: '1 plek',
    referenceDate: TODAY,
  }))
  const draft = { ...freshSettle(data, fresh, TODAY), leftOut: ['Gepland'] }
  expect(settlementOf(draft, figures, ctx.newId).figures.map(({ label }) => label)).toEqual(['Gerealiseerd'])
  expect(settlementOf({ ...draft, status: 'withdrawn' }, figures, ctx.newId)).toMatchObject({
    figures: [],
    mandateId: null,
  })
})

it('shows the groups in the order of a decision, the newest first', () => {
  const groups = decisionGroups(data, TODAY)
  expect(groups.map(({ status }) => status)).toEqual(['asked', 'taken', 'rejected'])
  for (const { rows } of groups) {
    const dates = rows.map(({ date }) => date)
    expect(dates).toEqual([...dates].sort().reverse())
  }
})

it('fills every column of its tables', () => {
  for (const table of [
    decisionTable(data, [...data.decisions.values()], TODAY),
    mandateTable(data, [...data.mandates.values()], TODAY),
  ]) {
    expect(table.rows.length).toBeGreaterThan(0)
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
  }
})
