import { describe, expect, it } from 'vitest'
import type { LogEntry } from '@/data/history'
import { toCsv } from '@/exchange'
import { asksRecords, isEmpty, type LogFilter, NO_FILTER, passes } from '@/features/history/logFilter'
import { logTable } from '@/features/history/logTable'
import { checkWords } from '@/features/history/useLogCheck'

const entry: LogEntry = {
  id: 'e1',
  sequence: 7,
  at: '2026-04-14T08:00:00.000Z',
  clock: null,
  who: 'Roos de Vries',
  summary: 'kopie bewaard als "a.palet"',
  why: 'voor het bestuur',
  kind: 'export',
  target: null,
  source: { fileName: 'a.palet', sha256: 'ab12' },
  records: 0,
  digest: 'd',
  previous: 'p',
  hash: 'h',
  erased: false,
}
const pass = (part: Partial<LogFilter>, touched: { table: string; id: string }[] | undefined = []): boolean =>
  passes(entry, { ...NO_FILTER, ...part }, touched)

describe('the filter of the log', () => {
  it('finds words anywhere in the row, in any order', () => {
    expect(pass({})).toBe(true)
    expect(pass({ text: ' BESTUUR  roos ' })).toBe(true)
    expect(pass({ text: 'export' })).toBe(true)
    expect(pass({ text: 'a.palet 14 april' })).toBe(true)
    expect(pass({ text: 'roos import' })).toBe(false)
  })

  it('narrows by person, kind and days, the last one included', () => {
    expect(pass({ who: 'Roos de Vries', kind: 'export' })).toBe(true)
    expect(pass({ who: 'Roos' })).toBe(false)
    expect(pass({ kind: 'print' })).toBe(false)
    expect(pass({ from: '2026-04-14', to: '2026-04-14' })).toBe(true)
    expect(pass({ from: '2026-04-15' })).toBe(false)
    expect(pass({ to: '2026-04-13' })).toBe(false)
  })

  it('narrows by table and record, and leaves out what nobody knows any more', () => {
    const touched = [{ table: 'projects', id: 'p1' }]
    const record = { table: 'projects' as const, id: 'p1', title: 'Project "Kamers"' }
    expect(pass({ table: 'projects' }, touched)).toBe(true)
    expect(pass({ table: 'partners' }, touched)).toBe(false)
    expect(pass({ record }, touched)).toBe(true)
    expect(pass({ record: { ...record, id: 'p2' } }, touched)).toBe(false)
    expect(passes(entry, { ...NO_FILTER, table: 'projects' }, undefined)).toBe(false)
    expect(asksRecords({ ...NO_FILTER, record })).toBe(true)
    expect(isEmpty(NO_FILTER)).toBe(true)
    expect(isEmpty({ ...NO_FILTER, record })).toBe(false)
  })
})

it('the table for a spreadsheet has who, what, why, the file and the hash', () => {
  const lines = toCsv(logTable([entry])).split('\r\n')
  expect(lines[1]).toMatch(
    /^7;14-04-2026;\d\d:00:00;Roos de Vries;export;"Kopie bewaard als ""a\.palet""";voor het bestuur;a\.palet;ab12;0;h$/,
  )
})

it('says in words how a check ended', () => {
  const check = { at: entry.at, entries: 1234, from: '2026-01-02', to: '2026-04-14', problems: [] }
  expect(checkWords(check)).toBe(
    'Het logboek is heel: alle 1.234 regels, van 2 januari 2026 tot en met 14 april 2026, sluiten op elkaar aan en zijn zoals ze zijn geschreven.',
  )
  expect(checkWords({ ...check, entries: 1 })).toContain('de enige regel')
  expect(checkWords({ ...check, problems: ['a'] })).toContain('Er is 1 plek gevonden')
  expect(checkWords({ ...check, problems: ['a', 'b'] })).toContain('Er zijn 2 plekken gevonden')
})
