import { readXlsx } from 'hucre/xlsx'
import type { CellValue } from 'hucre/xlsx'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { type ReviewRound } from '@/domain/review'
import { reviewFileFor, serialiseReview, serialiseReviewAnswer } from '@/exchange'
import { readWorkbook, writeReviewWorkbook } from '@/exchange/workbook'
import { asCsv, asOds, asXlsx, plain, utf8 } from '../data/workbook/support'

/** A whole file to damage, and its table as values for damage by the cell. */
export interface Source {
  readonly kind: 'written' | 'xlsx' | 'ods' | 'csv' | 'palet'
  readonly bytes: Uint8Array
  readonly sheets: Record<string, CellValue[][]>
}

const NASTY = [
  '=1+1',
  '+31 6',
  '-2',
  '@SUM(A1:A9)',
  "=cmd|'/c calc'!A1",
  '\t=1',
  '|x',
  '_x0000_',
  '<b>&amp;',
  "'",
]

/** Some projects get a name that a spreadsheet would like to work out. */
export function withNastyNames(data: ProgrammeData, seed: number): ProgrammeData {
  const projects = [...data.projects].map(([id, project], i) => {
    const nasty = NASTY[(seed + i) % (NASTY.length * 2)]
    return [id, nasty === undefined ? project : { ...project, name: `${nasty.trim()} ${String(i)}` }] as const
  })
  return { ...data, projects: new Map(projects) }
}

export async function sourcesOf(data: ProgrammeData, round: ReviewRound): Promise<Source[]> {
  const associationId = round.rows[0]?.associationId ?? ''
  const written = await writeReviewWorkbook(round, associationId, data)
  const book = await readWorkbook(written)
  if (!book.ok) throw new Error(book.error.message)
  const sheets = Object.fromEntries(
    book.value.sheets.map((s) => [s.name, s.rows.map((row) => row.map(plain))]),
  )
  answer(sheets)
  const question = reviewFileFor(round, associationId)
  return [
    { kind: 'written', bytes: written, sheets },
    { kind: 'xlsx', bytes: await asXlsx(sheets), sheets },
    { kind: 'ods', bytes: await asOds(sheets), sheets },
    { kind: 'csv', bytes: utf8(asCsv(sheets)), sheets },
    { kind: 'palet', bytes: utf8(serialiseReview(question)), sheets },
    {
      kind: 'palet',
      bytes: utf8(
        serialiseReviewAnswer({
          roundId: question.roundId,
          roundNumber: question.roundNumber,
          programmeName: question.programmeName,
          associationId,
          sender: 'manager wonen',
          answeredAt: null,
          proposed: [],
          rows: question.rows.map((row) => ({
            rowId: row.id,
            remark: '',
            cells: row.cells.map((cell) => ({
              field: cell.field,
              kind: 'confirm',
              value: cell.value,
              remark: '',
            })),
          })),
        }),
      ),
      sheets,
    },
  ]
}

/** Something is answered in every table, so that damage meets real answers. */
function answer(sheets: Record<string, CellValue[][]>): void {
  const rows = sheets['Capaciteit'] ?? []
  const head = rows.findIndex((row) => row.includes('Beschikbaar'))
  const available = rows[head]?.indexOf('Beschikbaar') ?? -1
  const verdict = rows[head]?.indexOf('Uw oordeel') ?? -1
  rows.slice(head + 1).forEach((row, i) => {
    if (!String(row[0]).startsWith('R')) return
    while (row.length <= verdict) row.push(null)
    row[verdict] = ['klopt', 'gewijzigd', 'vraag', null][i % 4] ?? null
    if (i % 2 === 1) row[available] = i
  })
}

/** Formulas of our own are known; a name that became one, or text that would become one, isn't among them. */
export async function assertNoFormulas(source: Source): Promise<void> {
  if (source.kind !== 'written') return
  const book = await readXlsx(source.bytes)
  for (const sheet of book.sheets) {
    for (const cell of sheet.cells?.values() ?? [])
      if (cell.formula !== undefined && !/^(SUBTOTAL\(109,|COUNTIF\(Capaciteit!)/.test(cell.formula))
        throw new Error(`a formula of another: ${cell.formula}`)
    for (const value of sheet.rows.flat())
      if (typeof value === 'string' && /^[=+\-@\t\r\n]/.test(value))
        throw new Error(`text that would become a formula: ${value}`)
  }
}
