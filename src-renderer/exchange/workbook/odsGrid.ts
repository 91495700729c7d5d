import { ok, refuse, type Result } from '@/domain/result'
import { isIsoDate } from '@/domain/time/day'
import { type Archive, unpackText } from './archive'
import { cellKey, checkSize, type Grid, type GridValue, type MergedRange, type Workbook } from './grid'
import { MAX_CELL_TEXT, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS } from './limits'
import { attribute, walkXml } from './xml'

/**
 * An OpenDocument spreadsheet as Palet sees it. Read here and not by the library: it leaves out repeated head rows (which
 * LibreOffice writes as soon as a table is printed with its header on each page), grouped rows and what is hidden, and
 * builds a tree of the whole document first.
 */
export async function readOdsWorkbook(archive: Archive): Promise<Result<Workbook>> {
  const entry = archive.entries.get('content.xml')
  if (entry === undefined) return noTable()
  const content = await unpackText(archive, entry)
  if (!content.ok) return content
  const reader = new OdsReader()
  if (!walkXml(content.value, reader)) return noTable()
  if (reader.problem !== null) return reader.problem
  if (reader.sheets.length === 0) return noTable()
  const meta = archive.entries.get('meta.xml')
  const text = meta === undefined ? null : await unpackText(archive, meta)
  return ok({
    format: 'ods',
    sheets: reader.sheets,
    changedAt: text?.ok === true ? changedAt(text.value) : null,
  })
}

const noTable = (): Result<never> =>
  refuse(
    'damaged',
    'In dit bestand staat geen tabel die Palet kan lezen. Open het in het rekenprogramma, bewaar het als .xlsx en kies het daarna.',
  )

function changedAt(meta: string): string | null {
  const found = /<dc:date>(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})/.exec(meta)?.[1]
  return found !== undefined && isIsoDate(found.slice(0, 10)) ? `${found}Z` : null
}

interface OpenCell {
  value: GridValue
  type: string
  text: string[]
  readonly formula: boolean
  readonly repeat: number
  readonly across: number
  readonly down: number
}

class OdsReader {
  readonly sheets: Grid[] = []
  problem: Result<never> | null = null
  private readonly hiddenStyles = new Set<string>()
  private style = ''
  private depth = 0
  private name = ''
  private hidden = false
  private rows: GridValue[][] = []
  private hiddenRows = new Set<number>()
  private formulas = new Set<number>()
  private merged: MergedRange[] = []
  private row: GridValue[] = []
  private rowFormulas: number[] = []
  private rowAt = 0
  private columnAt = 0
  private columns = 0
  private rowRepeat = 1
  private rowHidden = false
  private cell: OpenCell | null = null
  private paragraph = 0
  private skipped = 0

  open(name: string, attributes: string): void {
    if (this.problem !== null) return
    if (this.skipped > 0 || name === 'office:annotation' || name === 'table:tracked-changes')
      this.skipped += 1
    else if (name === 'style:style') this.style = attribute(attributes, 'style:name') ?? ''
    else if (name === 'style:table-properties') {
      if (attribute(attributes, 'table:display') === 'false') this.hiddenStyles.add(this.style)
    } else if (name === 'table:table') this.openTable(attributes)
    else if (this.depth !== 1) return
    else if (name === 'table:table-row') this.openRow(attributes)
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.openCell(attributes)
    else if (name === 'text:p') {
      if (this.paragraph === 0 && (this.cell?.text.length ?? 0) > 0) this.cell?.text.push('\n')
      this.paragraph += 1
    } else if (name === 'text:s')
      this.cell?.text.push(' '.repeat(whole(attribute(attributes, 'text:c'), 1_000)))
    else if (name === 'text:tab') this.cell?.text.push('\t')
    else if (name === 'text:line-break') this.cell?.text.push('\n')
  }

  close(name: string): void {
    if (this.problem !== null) return
    if (this.skipped > 0) this.skipped -= 1
    else if (name === 'table:table') this.closeTable()
    else if (this.depth !== 1) return
    else if (name === 'text:p') this.paragraph -= 1
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.closeCell()
    else if (name === 'table:table-row') this.closeRow()
  }

  text(text: string): void {
    if (this.skipped === 0 && this.paragraph > 0) this.cell?.text.push(text)
  }

  private openTable(attributes: string): void {
    this.depth += 1
    if (this.depth !== 1) return
    this.name = attribute(attributes, 'table:name') ?? ''
    this.hidden = this.hiddenStyles.has(attribute(attributes, 'table:style-name') ?? '')
    this.rows = []
    this.hiddenRows = new Set()
    this.formulas = new Set()
    this.merged = []
    this.rowAt = 0
    this.columns = 0
  }

  private closeTable(): void {
    this.depth -= 1
    if (this.depth !== 0) return
    if (this.sheets.length >= MAX_SHEETS) {
      this.problem = refuse('too-many-cells', 'Dit bestand heeft te veel bladen om in te lezen.')
      return
    }
    const { name, hidden, rows, hiddenRows, formulas, merged } = this
    this.sheets.push({ name, hidden, rows, hiddenRows, formulas, merged })
  }

  private openRow(attributes: string): void {
    this.row = []
    this.rowFormulas = []
    this.columnAt = 0
    this.rowRepeat = whole(attribute(attributes, 'table:number-rows-repeated'), Number.MAX_SAFE_INTEGER)
    const visibility = attribute(attributes, 'table:visibility')
    this.rowHidden = visibility === 'collapse' || visibility === 'filter'
  }

  private closeRow(): void {
    const filled = this.row.length > 0
    const from = this.rowAt
    this.rowAt += this.rowRepeat
    if (!filled) return
    this.columns = Math.max(this.columns, this.row.length)
    const size = checkSize(this.name, this.rowAt, this.columns)
    if (!size.ok) {
      this.problem = size
      return
    }
    while (this.rows.length < from) this.rows.push([])
    for (let row = from; row < this.rowAt; row += 1) {
      this.rows.push(this.row)
      if (this.rowHidden) this.hiddenRows.add(row)
      for (const column of this.rowFormulas) this.formulas.add(cellKey(row, column))
    }
  }

  private openCell(attributes: string): void {
    const type = attribute(attributes, 'office:value-type') ?? ''
    this.paragraph = 0
    this.cell = {
      value: typedValue(type, attributes),
      type,
      text: [],
      formula: attributes.includes('table:formula='),
      repeat: whole(attribute(attributes, 'table:number-columns-repeated'), Number.MAX_SAFE_INTEGER),
      across: whole(attribute(attributes, 'table:number-columns-spanned'), MAX_COLUMNS),
      down: whole(attribute(attributes, 'table:number-rows-spanned'), MAX_ROWS),
    }
  }

  private closeCell(): void {
    const { cell } = this
    this.cell = null
    if (cell === null) return
    const text = cell.text.join('').slice(0, MAX_CELL_TEXT)
    const value = cell.value ?? (text === '' ? null : text)
    const at = this.columnAt
    this.columnAt += cell.repeat
    if (cell.across > 1 || cell.down > 1)
      this.merged.push({
        top: this.rowAt,
        left: at,
        bottom: this.rowAt + cell.down - 1,
        right: at + cell.across - 1,
      })
    // Empty cells up to the edge of the sheet are how every row ends.
    if (value === null && !cell.formula) return
    const size = checkSize(this.name, 1, this.columnAt)
    if (!size.ok) {
      this.problem = size
      return
    }
    while (this.row.length < at) this.row.push(null)
    for (let column = at; column < this.columnAt; column += 1) {
      this.row.push(value)
      if (cell.formula) this.rowFormulas.push(column)
    }
  }
}

function typedValue(type: string, attributes: string): GridValue {
  if (type === 'float' || type === 'currency' || type === 'percentage') {
    const value = Number(attribute(attributes, 'office:value') ?? Number.NaN)
    return Number.isFinite(value) ? value : null
  }
  if (type === 'boolean') return attribute(attributes, 'office:boolean-value') === 'true'
  if (type === 'date') {
    const date = (attribute(attributes, 'office:date-value') ?? '').slice(0, 10)
    return isIsoDate(date) ? { date } : null
  }
  if (type === 'string') return attribute(attributes, 'office:string-value')
  return null
}

/** A count from a file: 1 when absent or senseless. */
function whole(text: string | null, most: number): number {
  const value = Number(text ?? '1')
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : 1
}
