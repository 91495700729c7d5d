import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExportTable } from '@/exchange'
import { readText, writeTableWorkbook } from '@/exchange/workbook'
import { textArbitrary } from '../../fixtures/randomProgramme'
import { opened, plain } from './support'

const table: ExportTable = {
  columns: [
    { key: 'name', label: 'Project', kind: 'text' },
    { key: 'places', label: 'Plekken', kind: 'number' },
    { key: 'on', label: 'Opgeleverd op', kind: 'date' },
  ],
  rows: [
    ['Kamers', 8, '2027-07-01'],
    ['=HYPERLINK("http://x","y")', 1234.5, null],
    ["'t Huis", -0, 'onbekend'],
    [null, Number.NaN],
  ],
}

describe.each(['xlsx', 'ods'] as const)('every table as %s', (format) => {
  const write = (t: ExportTable, title = 'Capaciteit per gemeente') =>
    writeTableWorkbook(t, { title, madeOn: '2026-11-02', format })

  it('keeps numbers numbers and dates dates, and guards formulas', async () => {
    const book = await opened(await write(table))
    expect(book.format).toBe(format)
    expect(book.sheets[0]?.name).toBe('Capaciteit per gemeente')
    expect(book.sheets[0]?.formulas.size).toBe(0)
    expect(book.sheets[0]?.rows.slice(0, 4)).toEqual([
      ['Project', 'Plekken', 'Opgeleverd op'],
      ['Kamers', 8, { date: '2027-07-01' }],
      [`'=HYPERLINK("http://x","y")`, 1234.5, ...(format === 'xlsx' ? [null] : [])],
      ["'t Huis", 0, 'onbekend'],
    ])
  })

  it('takes any title, and a table without rows or columns', async () => {
    const book = await opened(
      await write({ columns: table.columns, rows: [] }, "Balans [2026/2027]: 'wat als?'"),
    )
    expect(book.sheets[0]?.name).toBe("Balans  2026 2027   'wat als")
    expect((await opened(await write({ columns: [], rows: [] }, '???'))).sheets[0]?.name).toBe('Tabel')
  })

  it('gives back every text as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(textArbitrary, { minLength: 1, maxLength: 8 }), async (texts) => {
        const columns = [
          { key: 'a', label: 'Tekst', kind: 'text' as const },
          { key: 'b', label: 'Einde', kind: 'number' as const },
        ]
        const book = await opened(await write({ columns, rows: texts.map((t) => [t, 1]) }))
        const back = book.sheets[0]?.rows.slice(1).map((row) => readText(row[0] ?? null))
        const squeezed = (t: string): string => t.replace(/\r\n?/g, '\n').trim()
        if (format === 'xlsx') expect(back).toEqual(texts.map(squeezed))
        else expect(back?.length).toBe(texts.length)
      }),
      { numRuns: 60 },
    )
  })
})

it('values of the other kinds stay plain for a test', () => {
  expect(plain({ date: '2027-07-01' })).toEqual(new Date('2027-07-01T00:00:00Z'))
})
