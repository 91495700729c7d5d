import { plural } from '@/domain/labels'
import type { ProposedRow, ReviewField, ReviewValue } from '@/domain/review'
import {
  type FileCell,
  type FileRow,
  isDateField,
  isPlacesField,
  type Notice,
  type Place,
  REVIEW_FIELDS,
  type RowVerdict,
} from '@/domain/review'
import type { FoundTable } from './findTable'
import { cellKey, columnName, type GridValue } from './grid'
import {
  type ColumnKey,
  contractOf,
  fieldHeading,
  HEAD_ROW,
  NEW_ROW,
  sameWord,
  VERDICT_WORDS,
} from './layout'
import { isErrorText, type Read, readCount, readDate, readText, shown } from './values'

export interface TableRows {
  readonly rows: readonly FileRow[]
  readonly proposed: readonly ProposedRow[]
  readonly notices: readonly Notice[]
}

/** More of one sort than this is told as one notice. */
const MANY = 20
const MAX_REMARK = 10_000

/** The rows below the heads, cell by cell; what can't be read is told by sheet, row and column. */
export function readTable(table: FoundTable): TableRows {
  const reader = new TableReader(table)
  for (let row = table.head + 1; row < table.grid.rows.length; row += 1) reader.row(row)
  return { rows: reader.rows, proposed: reader.proposed, notices: reader.told() }
}

class TableReader {
  readonly rows: FileRow[] = []
  readonly proposed: ProposedRow[] = []
  private readonly notices: Notice[] = []
  private hidden = 0
  private readonly fields: readonly ReviewField[]
  private readonly covered: ReadonlySet<number>
  private readonly names: ReadonlyMap<ColumnKey, string>

  constructor(private readonly table: FoundTable) {
    this.fields = REVIEW_FIELDS.filter((field) => table.columns.has(`field:${field}`))
    this.covered = coveredCells(table)
    this.names = new Map([...table.columns].map(([key, column]) => [key, columnName(column)]))
  }

  row(row: number): void {
    const code = readText(this.at(row, 'id'))
    if (code.length <= HEAD_ROW.length + 2 && sameWord(code, HEAD_ROW)) return
    const project = readText(this.at(row, 'project'))
    const isNew = code === '' || code.toLowerCase().startsWith(NEW_ROW)
    const before = this.notices.length
    const cells = this.fields.flatMap((field) => this.cell(row, field))
    const remark = this.remark(row)
    const verdict = this.verdict(row)
    if (this.table.grid.hiddenRows.has(row) && code !== '') this.hidden += 1
    const locked = {
      projectName: project,
      municipalityName: readText(this.at(row, 'municipality')),
      typeName: readText(this.at(row, 'type')),
    }
    if (!isNew) {
      this.rows.push({
        rowId: code.slice(0, 64),
        verdict,
        remark,
        cells,
        locked,
        place: this.place(row, 'id'),
      })
      return
    }
    const values = cells.filter((c) => c.value !== null).map(({ field, value }) => ({ field, value }))
    if (project === '' && values.length === 0 && remark === '') {
      // Totals, lines and empty rows that somebody put below the table are no rows of it.
      this.notices.length = before
      return
    }
    this.proposed.push({ code: '', ...shortened(locked), values, remark })
    this.tell(
      'row-new',
      'info',
      'Deze rij is nieuw: ze stond niet in de vraag. Ze staat apart.',
      row,
      'project',
    )
  }

  /** Notices in the order of the rows; many of one sort become one. */
  told(): Notice[] {
    const { grid, moved } = this.table
    const about: Notice[] = []
    const whole = (code: string, message: string): void => {
      about.push({ code, level: 'info', message, place: null })
    }
    if (moved)
      whole(
        'columns-moved',
        `De kolommen op het blad "${grid.name}" staan anders dan verstuurd. Palet herkent ze aan hun kop.`,
      )
    if (this.hidden > 0)
      whole(
        'rows-hidden',
        `${plural(this.hidden, 'rij is', 'rijen zijn')} verborgen op het blad "${grid.name}". Ook die ${this.hidden === 1 ? 'is' : 'zijn'} gelezen.`,
      )
    const bySort = new Map<string, Notice[]>()
    for (const notice of this.notices) bySort.set(notice.code, [...(bySort.get(notice.code) ?? []), notice])
    for (const [, list] of bySort) {
      about.push(...list.slice(0, MANY))
      const more = list.length - MANY
      const [first] = list
      if (more > 0 && first !== undefined)
        about.push({
          code: `${first.code}-more`,
          level: first.level,
          message: `En nog ${plural(more, 'keer', 'keer')} hetzelfde op het blad "${grid.name}".`,
          place: null,
        })
    }
    return about
  }

  private at(row: number, key: ColumnKey): GridValue {
    const column = this.table.columns.get(key)
    return column === undefined ? null : (this.table.grid.rows[row]?.[column] ?? null)
  }

  private place(row: number, key: ColumnKey): Place {
    return { sheet: this.table.grid.name, row: row + 1, column: this.names.get(key) ?? null }
  }

  private tell(code: string, level: Notice['level'], message: string, row: number, key: ColumnKey): void {
    this.notices.push({ code, level, message, place: this.place(row, key) })
  }

  private cell(row: number, field: ReviewField): FileCell[] {
    const key = `field:${field}` as const
    const raw = this.at(row, key)
    const column = this.table.columns.get(key) ?? 0
    const heading = fieldHeading(field)
    if (this.covered.has(cellKey(row, column))) {
      this.tell(
        'cell-merged',
        'warning',
        `"${heading}" is samengevoegd met een andere cel en is daarom niet gelezen. Splits de cellen en vul het getal in.`,
        row,
        key,
      )
      return []
    }
    if (this.table.grid.formulas.has(cellKey(row, column)))
      this.tell(
        'cell-formula',
        raw === null ? 'error' : 'warning',
        raw === null
          ? `Bij "${heading}" staat een formule zonder uitkomst. Open het bestand in het rekenprogramma, bewaar het opnieuw, of vul het getal zelf in.`
          : `Bij "${heading}" staat een formule. De uitkomst is overgenomen: ${shown(raw)}.`,
        row,
        key,
      )
    const read = readField(field, raw, this.table.monthFirst)
    if (read.kind === 'wrong') {
      this.tell(
        'cell-unreadable',
        'error',
        `Bij "${heading}": ${read.why}. Deze cel is niet overgenomen.`,
        row,
        key,
      )
      return []
    }
    if (read.kind === 'value' && read.odd !== null && field !== 'contract')
      this.tell(
        'cell-as-text',
        'info',
        `Bij "${heading}": ${shown(raw)} ${read.odd}. Gelezen als ${shown(typeof read.value === 'string' ? { date: read.value } : read.value)}.`,
        row,
        key,
      )
    const value = read.kind === 'value' ? read.value : null
    return [{ field, kind: 'given', value, remark: '', column: this.names.get(key) ?? null }]
  }

  private remark(row: number): string {
    const text = readText(this.at(row, 'remark'))
    if (isErrorText(text)) {
      this.tell(
        'cell-unreadable',
        'error',
        `In de opmerking staat een formule met een fout (${text}).`,
        row,
        'remark',
      )
      return ''
    }
    return text.slice(0, MAX_REMARK)
  }

  private verdict(row: number): RowVerdict {
    const text = readText(this.at(row, 'verdict'))
    if (text === '') return 'none'
    for (const [verdict, word] of Object.entries(VERDICT_WORDS) as [keyof typeof VERDICT_WORDS, string][])
      if (sameWord(text, word)) return verdict
    if (/^(ja|akkoord|ok|juist|goed|x|v)$/i.test(text)) return 'agreed'
    if (text.endsWith('?')) return 'question'
    this.tell(
      'verdict-unknown',
      'warning',
      `"${shown(text)}" is geen oordeel dat Palet kent (klopt, gewijzigd of vraag). Gewijzigde cellen zijn wel gelezen.`,
      row,
      'verdict',
    )
    return 'none'
  }
}

function readField(field: ReviewField, raw: GridValue, monthFirst: boolean): Read<ReviewValue> {
  if (isPlacesField(field)) return readCount(raw)
  if (isDateField(field)) return readDate(raw, monthFirst)
  const text = readText(raw)
  if (text === '') return { kind: 'empty' }
  const form = contractOf(text)
  return form === null
    ? { kind: 'wrong', why: `"${shown(text)}" is geen vorm van contract die Palet kent` }
    : { kind: 'value', value: form, odd: null }
}

/** Cells that lie under a merged range, but for its first. */
function coveredCells({ grid, head }: FoundTable): Set<number> {
  const covered = new Set<number>()
  for (const { top, left, bottom, right } of grid.merged.slice(0, 10_000)) {
    if (bottom <= head) continue
    for (let row = Math.max(top, head + 1); row <= Math.min(bottom, grid.rows.length - 1); row += 1)
      for (let column = left; column <= Math.min(right, left + 200); column += 1)
        if (row !== top || column !== left) covered.add(cellKey(row, column))
    if (covered.size > 200_000) break
  }
  return covered
}

function shortened<T extends Readonly<Record<string, string>>>(texts: T): T {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.slice(0, 1_000)])) as T
}
