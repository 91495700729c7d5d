import { beforeAll, describe, expect, it } from 'vitest'
import { checkAnswer, type CheckedAnswer, type Notice } from '@/domain/review'
import { writeReviewWorkbook } from '@/exchange/workbook'
import { plan, SITE } from '../../domain/review/plan'
import { started } from '../../domain/review/support'
import {
  answerOf,
  asCsv,
  asOds,
  asXlsx,
  cellsWith,
  columnAt,
  fill,
  FIRST,
  HEAD,
  refusalOf,
  type Sheets,
  sheetsOf,
  table,
  utf8,
  windows1252,
} from './support'

const { data, round } = started(plan)
let asked: Sheets
beforeAll(async () => {
  asked = await sheetsOf(await writeReviewWorkbook(round, SITE, data))
})

const fresh = (): Sheets => structuredClone(asked)

async function checked(bytes: Uint8Array, name = 'antwoord.xlsx'): Promise<CheckedAnswer> {
  const result = checkAnswer(data, await answerOf(bytes, name))
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** What was said, as `row field kind value`. */
const said = (answer: CheckedAnswer): string[] =>
  answer.rows.flatMap((row) => row.cells.map((c) => `${row.rowId} ${c.field} ${c.kind} ${String(c.value)}`))
const codes = (answer: { notices: readonly Notice[] }): string[] => answer.notices.map((n) => n.code)

const ANSWER = [
  'R1-001 available correct 5',
  'R1-001 preparing correct 1',
  'R1-001 committed confirm 0',
  'R1-001 explored confirm 0',
  'R1-001 idea confirm 0',
  'R1-001 homesOn correct 2027-09-01',
  'R1-001 supportFrom confirm 2027-03-01',
  'R1-001 contract confirm ownLease',
]

function answered(): Sheets {
  const sheets = fresh()
  fill(sheets, 0, 'field:available', 5)
  fill(sheets, 0, 'field:preparing', 1)
  fill(sheets, 0, 'field:homesOn', new Date('2027-09-01T00:00:00Z'))
  fill(sheets, 0, 'verdict', 'gewijzigd')
  fill(sheets, 1, 'verdict', 'vraag')
  fill(sheets, 1, 'remark', 'Tellen de studio’s mee?')
  return sheets
}

describe('an answer in any kind of file', () => {
  it.each<[string, (sheets: Sheets) => Promise<Uint8Array> | Uint8Array]>([
    ['xlsx', asXlsx],
    ['ods', asOds],
    ['csv with semicolons', (s) => utf8(asCsv(s, ';'))],
    ['csv with commas', (s) => utf8(asCsv(s, ','))],
    ['csv with tabs', (s) => utf8(asCsv(s, '\t'))],
    ['csv with a byte order mark', (s) => utf8(`\uFEFF${asCsv(s)}`)],
    ['csv with its separator on top', (s) => utf8(`sep=;\r\n${asCsv(s)}`)],
    ['csv with single line ends', (s) => utf8(asCsv(s).replaceAll('\r\n', '\n'))],
    ['csv in UTF-16', (s) => new Uint8Array(Buffer.from(`\uFEFF${asCsv(s)}`, 'utf16le'))],
  ])('is read as meant: %s', async (_kind, save) => {
    const answer = await checked(await save(answered()))
    expect(said(answer)).toEqual(ANSWER)
    expect(answer.rows.map((r) => r.remark)).toEqual(['', 'Tellen de studio’s mee?'])
    expect(answer.notices.filter((n) => n.level === 'error')).toEqual([])
  })

  it('reads Windows-1252, as Dutch Excel saves', async () => {
    const sheets = fresh()
    fill(sheets, 0, 'verdict', 'vraag')
    fill(sheets, 0, 'remark', 'Is dit één café?')
    const answer = await checked(windows1252(asCsv(sheets)))
    expect(answer.rows[0]?.remark).toBe('Is dit één café?')
  })

  it('takes who filled it in from the first sheet', async () => {
    const sheets = answered()
    const cover = sheets['Uitleg'] ?? []
    const line = cover.find((row) => String(row[0]).startsWith('Ingevuld door'))
    if (line === undefined) throw new Error('no line')
    line[1] = 'manager wonen'
    const file = await answerOf(await asXlsx(sheets), 'C:\\Documenten\\antwoord.xlsx')
    expect([file.sender, file.source.name, file.source.format]).toEqual([
      'manager wonen',
      'antwoord.xlsx',
      'xlsx',
    ])
    expect(file.source.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(file.answeredAt).toMatch(/^\d{4}-\d{2}-\d{2}T/)
  })
})

describe('what people do to a table', () => {
  it('renamed sheet, moved columns, lines above: known by its heads', async () => {
    const sheets = answered()
    const rows = table(sheets)
    const verdict = columnAt(rows, 'verdict')
    const moved = rows.map((row) => [row[verdict] ?? null, ...row.filter((_c, i) => i !== verdict)])
    const bent = { Uitleg: sheets['Uitleg'] ?? [], 'Tabel van ons': [['Van Sité'], [], ...moved] }
    const answer = await checked(await asXlsx(bent))
    expect(said(answer)).toEqual(ANSWER)
    expect(codes(answer)).toEqual(['sheet-renamed', 'columns-moved'])
  })

  it('deleted, copied, strange and new rows', async () => {
    const sheets = answered()
    const rows = table(sheets)
    const [first, second] = [rows[FIRST], rows[FIRST + 1]]
    if (first === undefined || second === undefined) throw new Error('no rows')
    rows.splice(FIRST, 2, first, [...first], ['R9-001', 'Vreemd'])
    fill(sheets, 5, 'project', 'Flexwoningen Gaanderen')
    fill(sheets, 5, 'field:idea', 12)
    const answer = await checked(await asXlsx(sheets))
    expect(codes(answer).sort()).toEqual(['row-double', 'row-missing', 'row-new', 'row-strange'])
    expect(answer.proposed.map((p) => [p.code, p.projectName])).toEqual([
      ['', 'Flexwoningen Gaanderen'],
      ['R1-001', 'Housing First Wijnbergen'],
      ['R9-001', 'Vreemd'],
    ])
    expect(answer.proposed[0]?.values).toEqual([{ field: 'idea', value: 12 }])
  })

  it('a locked cell changed: told, and our own text stays', async () => {
    const sheets = answered()
    fill(sheets, 0, 'project', 'Housing First Sité')
    const answer = await checked(await asXlsx(sheets))
    expect(answer.notices).toMatchObject([
      {
        code: 'locked-changed',
        message:
          'De vaste cel "project" is gewijzigd van "Housing First Wijnbergen" in "Housing First Sité". Palet houdt "Housing First Wijnbergen" aan; de rij is herkend aan haar code.',
        place: { sheet: 'Capaciteit', row: 7 },
      },
    ])
    expect(said(answer)).toEqual(ANSWER)
  })

  it.each<[string, string | number | boolean | Date, string | null, string]>([
    [
      'text in a number cell',
      'vijf',
      null,
      'Bij "Beschikbaar": "vijf" is geen getal. Deze cel is niet overgenomen.',
    ],
    ['a number as text', '5', 'correct 5', 'Bij "Beschikbaar": 5 is als tekst ingevuld. Gelezen als 5.'],
    [
      'Dutch thousands',
      '1.234',
      'correct 1234',
      'Bij "Beschikbaar": 1.234 is als tekst ingevuld, met punten voor duizendtallen. Gelezen als 1234.',
    ],
    [
      'English thousands',
      '1,234',
      null,
      'Bij "Beschikbaar": "1,234" is niet duidelijk: in het Nederlands is de komma voor decimalen. Vul 1234 in als dat is bedoeld. Deze cel is niet overgenomen.',
    ],
    [
      'half a place',
      2.5,
      null,
      'Bij "Beschikbaar": 2,5 is geen heel getal van 0 of meer. Deze cel is niet overgenomen.',
    ],
    [
      'fewer than none',
      -3,
      null,
      'Bij "Beschikbaar": -3 is geen heel getal van 0 of meer. Deze cel is niet overgenomen.',
    ],
    ['yes', true, null, 'Bij "Beschikbaar": WAAR is geen getal. Deze cel is niet overgenomen.'],
    [
      'an error',
      '#REF!',
      null,
      'Bij "Beschikbaar": er staat een formule met een fout (#REF!). Deze cel is niet overgenomen.',
    ],
    [
      'a date',
      new Date('2026-05-01T00:00:00Z'),
      null,
      'Bij "Beschikbaar": het rekenprogramma heeft er een datum van gemaakt (01-05-2026); vul het getal opnieuw in. Deze cel is niet overgenomen.',
    ],
    ['too many', 1_000_000, null, 'Bij "beschikbaar" hoort een heel getal van 0 tot en met 100.000.'],
  ])('%s: %s', async (_case, value, want, message) => {
    const sheets = fresh()
    fill(sheets, 0, 'field:available', value)
    const answer = await checked(await asXlsx(sheets))
    expect(said(answer)).toEqual(want === null ? [] : [`R1-001 available ${want}`])
    expect(answer.notices.map((n) => n.message)).toEqual([message])
    expect(answer.notices[0]?.place).toEqual({ sheet: 'Capaciteit', row: 7, column: 'E' })
  })

  it.each<[string, string | number, string | null]>([
    ['text with dashes', '1-9-2027', '2027-09-01'],
    ['text with slashes', '01/09/2027', '2027-09-01'],
    ['words', '1 september 2027', '2027-09-01'],
    ['a short month', '1 mrt 2028', '2028-03-01'],
    ['year first', '2027-09-01', '2027-09-01'],
    ['two figures for the year', '1-9-27', '2027-09-01'],
    ['the number behind a date', 46_631, '2027-09-01'],
    ['no such day', '31-9-2027', null],
    ['a quarter', 'Q3 2027', null],
  ])('a date as %s', async (_case, value, want) => {
    const sheets = fresh()
    fill(sheets, 0, 'field:homesOn', value)
    const answer = await checked(await asXlsx(sheets))
    expect(said(answer)).toEqual(want === null ? [] : [`R1-001 homesOn correct ${want}`])
    expect(codes(answer)).toEqual([want === null ? 'cell-unreadable' : 'cell-as-text'])
  })

  it('an emptied cell is no answer, and certainly no zero', async () => {
    const sheets = fresh()
    fill(sheets, 0, 'field:available', null)
    fill(sheets, 0, 'verdict', 'klopt')
    const answer = await checked(await asXlsx(sheets))
    expect(said(answer).some((s) => s.includes('available'))).toBe(false)
    expect(answer.notices[0]?.message).toBe(
      'Bij "Housing First Wijnbergen" is "beschikbaar" leeggemaakt (gevraagd: 6). Dat telt als niet beantwoord. Bedoelt de corporatie 0, dan hoort daar een 0.',
    )
  })

  it('formulas count by their outcome; one without is told', async () => {
    const sheets = fresh()
    const bytes = await asXlsx(sheets, {
      Capaciteit: {
        cells: cellsWith({
          [`${String(FIRST)},4`]: { formula: '2+3', formulaResult: 5 },
          [`${String(FIRST)},5`]: { formula: '1/0' },
        }),
      },
    })
    const answer = await checked(bytes)
    expect(answer.notices.map((n) => [n.code, n.level])).toContainEqual(['cell-formula', 'warning'])
    expect(said(answer)).toContain('R1-001 available correct 5')
  })

  it('merged cells and hidden rows are told', async () => {
    for (const save of [asXlsx, asOds]) {
      const sheets = answered()
      const bytes = await save(sheets, {
        Capaciteit: {
          merges: [{ startRow: FIRST, startCol: 6, endRow: FIRST, endCol: 7 }],
          rowDefs: new Map([[FIRST + 1, { hidden: true }]]),
        },
      })
      const answer = await checked(bytes)
      expect(codes(answer)).toContain('cell-merged')
      expect(said(answer)).toEqual(ANSWER.filter((s) => !s.includes('explored')))
      if (save === asXlsx) expect(codes(answer)).toContain('rows-hidden')
    }
  })

  it('knows other words for agreed, and tells of words it doesn’t know', async () => {
    const sheets = fresh()
    fill(sheets, 0, 'verdict', 'Akkoord')
    fill(sheets, 1, 'verdict', 'misschien')
    const answer = await checked(await asXlsx(sheets))
    expect(said(answer)).toHaveLength(8)
    expect(codes(answer)).toEqual(['verdict-unknown'])
  })

  it('tells many of one sort once', async () => {
    const sheets = fresh()
    const rows = table(sheets)
    for (let i = 0; i < 200; i += 1) rows.push([`R7-${String(i)}`, 'x', '', '', 'veel'])
    const file = await answerOf(await asXlsx(sheets))
    expect(file.notices.filter((n) => n.code === 'cell-unreadable')).toHaveLength(20)
    expect(file.notices.at(-1)?.message).toBe('En nog 180 keer hetzelfde op het blad "Capaciteit".')
  })
})

describe('files that are no answer', () => {
  it('says what is missing', async () => {
    const without = (key: 'id' | 'project') => {
      const sheets = answered()
      const rows = table(sheets)
      const at = columnAt(rows, key)
      return {
        ...sheets,
        Capaciteit: rows.map((row, i) => (i < HEAD ? row : row.filter((_c, j) => j !== at))),
      }
    }
    expect(await refusalOf(await asXlsx(without('id')))).toBe('id-missing')
    const stampless = answered()
    const top = table(stampless)[0]
    if (top !== undefined) top[0] = null
    expect(await refusalOf(await asXlsx(stampless))).toBe('stamp-missing')
    const headless = answered()
    table(headless).splice(HEAD, 1)
    expect(await refusalOf(await asXlsx(headless))).toBe('heading-missing')
    const double = answered()
    table(double)[HEAD]?.push('Beschikbaar')
    expect(await refusalOf(await asXlsx(double))).toBe('heading-double')
    expect(
      await refusalOf(
        await asXlsx({
          Blad1: [
            ['a', 'b'],
            [1, 2],
          ],
        }),
      ),
    ).toBe('not-review')
    const newer = answered()
    const stamp = table(newer)[0]
    if (stamp !== undefined) stamp[0] = String(stamp[0]).replace('|1|', '|2|')
    expect(await refusalOf(await asXlsx(newer))).toBe('newer-version')
  })

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    [
      'an old Excel file',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'old-excel',
    ],
    ['a web page', utf8('<!DOCTYPE html><html><table></table></html>'), 'unreadable'],
    ['a PDF', utf8('%PDF-1.7 …'), 'unreadable'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'unreadable'],
    ['a zip of nothing', utf8('PK\u0005\u0006'), 'damaged'],
    ['text', utf8('Beste mensen,\nalles klopt.'), 'not-review'],
    ['JSON of something else', utf8('{"a":1}'), 'not-review'],
  ])('%s', async (_case, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code)
  })
})
