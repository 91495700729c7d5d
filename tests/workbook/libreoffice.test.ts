import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerFile, checkAnswer, rowsFor } from '@/domain/review'
import { type ExportTable } from '@/exchange'
import { readReviewAnswer, writeReviewWorkbook, writeTableWorkbook } from '@/exchange/workbook'
import { plan, SITE, WONION } from '../domain/review/plan'
import { started } from '../domain/review/support'
import { office, type OfficeReport, type SavedAs } from './office'

const { data, round } = started(plan)
const table = (cell: string) => ({ sheet: 'Capaciteit', cell })

const figures: ExportTable = {
  columns: [
    { key: 'name', label: 'Project', kind: 'text' },
    { key: 'places', label: 'Plekken', kind: 'number' },
    { key: 'on', label: 'Opgeleverd op', kind: 'date' },
  ],
  rows: [
    ['=1+1', 1234.5, '2027-07-01'],
    ['Kamers', 8, null],
  ],
}

let site: OfficeReport
let wonion: OfficeReport
let tables: OfficeReport[]
let refused: OfficeReport[]
const LOCKED = ['A7', 'B7', 'L7']

beforeAll(async () => {
  const [siteBook, wonionBook] = [
    await writeReviewWorkbook(round, SITE, data),
    await writeReviewWorkbook(round, WONION, data, { paper: 'a3' }),
  ]
  const file = { title: 'Capaciteit', madeOn: '2026-11-02' }
  const all = await office([
    {
      open: siteBook,
      edits: [
        { ...table('E7'), typed: '5' },
        { ...table('F7'), formula: '=4-3' },
        { ...table('J7'), typed: '2027-09-01' },
        { ...table('M7'), typed: 'gewijzigd' },
        { ...table('N7'), typed: 'Eén woning wacht op herstel; zie “brief”.' },
        { ...table('M8'), typed: 'klopt' },
        { ...table('B10'), typed: 'Flexwoningen Gaanderen' },
        { ...table('I10'), typed: '12' },
        { sheet: 'Uitleg', cell: 'B20', typed: 'manager wonen' },
      ],
      look: ['E7', 'J7', 'M7', 'N7', 'B7', 'A7', 'L7', 'E5', 'C10', 'U7'].map(table),
      save: ['xlsx', 'ods', 'csv', 'csv1252', 'xls'],
    },
    // What is typed into a locked cell isn't taken: the office shows a message each time, so one in each job.
    ...LOCKED.map((cell) => ({
      open: siteBook,
      edits: [{ ...table(cell), typed: 'Iets anders' }],
      look: [table(cell)],
    })),
    {
      open: wonionBook,
      look: [table('E7')],
      save: ['xlsx', 'ods', 'csv'],
    },
    {
      open: await writeTableWorkbook(figures, { ...file, format: 'xlsx' }),
      look: [{ sheet: 'Capaciteit', cell: 'A2' }],
    },
    {
      open: await writeTableWorkbook(figures, { ...file, format: 'ods' }),
      look: [
        { sheet: 'Capaciteit', cell: 'B2' },
        { sheet: 'Capaciteit', cell: 'C2' },
      ],
    },
  ])
  const [first, second, ...rest] = [all[0], ...all.slice(1 + LOCKED.length)]
  if (first === undefined || second === undefined) throw new Error('no report')
  refused = all.slice(1, 1 + LOCKED.length)
  site = first
  wonion = second
  tables = rest
}, 280_000)

const seen = (report: OfficeReport, cell: string) => {
  const found = report.seen.find((s) => s.cell === cell)
  if (found === undefined) throw new Error(`did not look at ${cell}`)
  return found
}

async function read(report: OfficeReport, as: SavedAs): Promise<AnswerFile> {
  const bytes = report.saved.get(as)
  if (bytes === undefined) throw new Error(`not saved as ${as}`)
  const answer = await readReviewAnswer(bytes, `antwoord.${as}`)
  if (!answer.ok) throw new Error(`${as} ${answer.error.code}: ${answer.error.message}`)
  return answer.value
}

describe('LibreOffice opens the workbook of an association', () => {
  it('and sees protected sheets, print set-up and frozen heads', () => {
    expect(site.sheets.map((s) => [s.name, s.protected, s.visible])).toEqual([
      ['Uitleg', true, true],
      ['Capaciteit', true, true],
      ['Lijsten', true, false],
    ])
    expect(site.sheets[1]).toMatchObject({ landscape: true, width: 29_700, titleRow: 5, frozen: true })
    expect(wonion.sheets[1]).toMatchObject({ landscape: true, width: 42_000 })
    expect(site.sheets[1]?.formatConditions).toBeGreaterThan(5)
  })

  it('and sees which cells are locked, and keeps them as they are', () => {
    for (const cell of ['E7', 'J7', 'M7', 'N7']) expect(seen(site, cell).locked, cell).toBe(false)
    for (const cell of ['A7', 'B7', 'L7', 'E5', 'U7']) expect(seen(site, cell).locked, cell).toBe(true)
    expect(refused.map((report) => report.seen[0]?.value.shown)).toEqual([
      'R1-001',
      'Housing First Wijnbergen',
      'eigen huurcontract',
    ])
    expect([
      seen(site, 'A7').hiddenColumn,
      seen(site, 'U7').hiddenColumn,
      seen(site, 'E7').hiddenColumn,
    ]).toEqual([true, true, false])
  })

  it('and sees the checks, the colours and the totals', () => {
    expect(seen(site, 'E7').rule).toEqual({
      type: 'WHOLE',
      operator: 'BETWEEN',
      first: '0',
      second: '100000',
      stops: true,
    })
    expect(seen(site, 'J7').rule).toMatchObject({ type: 'DATE', stops: true })
    expect(seen(site, 'M7').rule).toMatchObject({ type: 'LIST', first: '"klopt";"gewijzigd";"vraag"' })
    expect(seen(site, 'N7').rule).toMatchObject({ type: 'TEXT_LEN' })
    expect(seen(site, 'C10').rule).toMatchObject({ type: 'LIST' })
    expect(seen(site, 'C10').rule.first).toContain('Lijsten')
    expect(seen(site, 'E7').conditions).toBeGreaterThan(0)
    // Of the two rows 5 and 0, and nothing yet in the rows for new projects.
    expect(seen(site, 'E5').value).toMatchObject({ number: 5, formula: '=SUBTOTAL(109;E7:E19)' })
  })
})

describe('what LibreOffice saves comes in with the right differences', () => {
  it.each<SavedAs>(['xlsx', 'ods', 'csv', 'csv1252'])('as %s', async (as) => {
    const file = await read(site, as)
    const checked = checkAnswer(data, file)
    if (!checked.ok) throw new Error(checked.error.message)
    const cells = checked.value.rows.flatMap((row) =>
      row.cells.map((c) => `${row.rowId} ${c.field} ${c.kind} ${String(c.value)}`),
    )
    expect(cells).toEqual([
      'R1-001 available correct 5',
      'R1-001 preparing correct 1',
      'R1-001 committed confirm 0',
      'R1-001 explored confirm 0',
      'R1-001 idea confirm 0',
      'R1-001 homesOn correct 2027-09-01',
      'R1-001 supportFrom confirm 2027-03-01',
      'R1-001 contract confirm ownLease',
      ...(rowsFor(round, SITE)[1]?.cells ?? []).map((c) => `R1-002 ${c.field} confirm ${String(c.value)}`),
    ])
    expect(checked.value.rows[0]?.remark).toBe('Eén woning wacht op herstel; zie “brief”.')
    expect(checked.value.proposed.map((p) => [p.projectName, p.values])).toEqual([
      ['Flexwoningen Gaanderen', [{ field: 'idea', value: 12 }]],
    ])
    const sheets = as === 'xlsx' || as === 'ods'
    expect(file.sender).toBe(sheets ? 'manager wonen' : '')
    expect(file.notices.filter((n) => n.level === 'error')).toEqual([])
    expect(checked.value.notices.map((n) => n.code).filter((c) => c !== 'cell-as-text')).toEqual(
      sheets ? ['cell-formula', 'row-new'] : ['row-new'],
    )
  })

  it('saved without a word in it, nothing was answered', async () => {
    for (const as of ['xlsx', 'ods', 'csv'] as const) {
      const checked = checkAnswer(data, await read(wonion, as))
      if (!checked.ok) throw new Error(checked.error.message)
      expect([as, checked.value.rows, checked.value.proposed]).toEqual([as, [], []])
    }
  })

  it('as an old .xls: told to save it as .xlsx', async () => {
    const answer = await readReviewAnswer(site.saved.get('xls') ?? new Uint8Array(), 'antwoord.xls')
    expect(answer).toMatchObject({ ok: false, error: { code: 'old-excel' } })
  })
})

describe('LibreOffice opens every table', () => {
  it('as xlsx, with a name that looks like a formula as text', () => {
    expect(tables[0]?.seen[0]?.value).toMatchObject({ shown: "'=1+1", formula: null })
  })

  it('as ods, with numbers and dates as such', () => {
    expect(tables[1]?.seen.map((s) => s.value['number'])).toEqual([1234.5, 46_569])
  })
})
