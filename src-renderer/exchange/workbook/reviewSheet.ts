import type {
  Cell,
  CellStyle,
  CellValue,
  ColumnDef,
  ConditionalRule,
  DataValidation,
  WriteSheet,
} from 'hucre/xlsx'
import { formatDate, plural } from '@/domain/labels'
import {
  askedFields,
  isDateField,
  isPlacesField,
  type ReviewField,
  type ReviewRound,
  type ReviewRow,
  valueText,
} from '@/domain/review'
import { MAX_PLACES } from '@/domain/validation'
import { columnName } from './grid'
import {
  askedHeading,
  type ColumnKey,
  fieldHeading,
  fieldOfKey,
  HEAD_ROW,
  MUNICIPALITY_HEADING,
  NEW_ROW,
  PROJECT_HEADING,
  REMARK_HEADING,
  ROW_HEADING,
  SAMPLE_DATE,
  stampText,
  TABLE_SHEET,
  tableTitle,
  TYPE_HEADING,
  VERDICT_HEADING,
  VERDICT_WORDS,
} from './layout'
import {
  answerDate,
  answerStyle,
  boldStyle,
  fills,
  headStyle,
  lockedDate,
  lockedStyle,
  titleStyle,
  wrapStyle,
} from './styles'
import { safeText, serialDate } from './write'

/** Rows for projects that aren't in the table yet. */
export const NEW_ROWS = 10
/** Rows, from 0: title, what is asked, how, totals, heads; then the table. */
const TOTAL_ROW = 4
const HEAD = 5
export const FIRST_ROW = 6
const MAX_REMARK = 2_000

export interface SheetInput {
  readonly round: ReviewRound
  readonly associationId: string
  readonly associationName: string
  readonly rows: readonly ReviewRow[]
  readonly paper: 'a4' | 'a3'
  /** Cells on the sheet of lists with the names to choose from in new rows. */
  readonly municipalityRange: string
  readonly typeRange: string
}

interface Column {
  readonly key: ColumnKey
  readonly heading: string
  readonly width: number
  readonly hidden?: boolean
}

function columnsOf(round: ReviewRound): Column[] {
  const fields = askedFields(round.scope)
  return [
    { key: 'id', heading: ROW_HEADING, width: 9, hidden: true },
    { key: 'project', heading: PROJECT_HEADING, width: 34 },
    { key: 'municipality', heading: MUNICIPALITY_HEADING, width: 18 },
    { key: 'type', heading: TYPE_HEADING, width: 26 },
    ...fields.map((field): Column => ({
      key: `field:${field}`,
      heading: fieldHeading(field),
      width: isPlacesField(field) ? 12 : field === 'contract' ? 22 : 15,
    })),
    { key: 'verdict', heading: VERDICT_HEADING, width: 12 },
    { key: 'remark', heading: REMARK_HEADING, width: 40 },
    ...fields.map((field): Column => ({
      key: `asked:${field}`,
      heading: askedHeading(field),
      width: 12,
      hidden: true,
    })),
  ]
}

/** The table as a sheet: only the cells to answer are unlocked. */
export function reviewSheet(input: SheetInput): WriteSheet {
  const { round, rows } = input
  const columns = columnsOf(round)
  const at = (key: ColumnKey): number => columns.findIndex((c) => c.key === key)
  const last = FIRST_ROW + rows.length - 1
  const newFrom = last + 2
  const newTo = newFrom + NEW_ROWS - 1
  const cells = new Map<string, Partial<Cell>>()
  const put = (
    row: number,
    column: number,
    value: CellValue,
    style: CellStyle,
    extra: Partial<Cell> = {},
  ): void => {
    cells.set(`${String(row)},${String(column)}`, { value, style, ...extra })
  }
  put(0, 0, stampText(round, input.associationId), lockedStyle)
  put(
    0,
    columns.findIndex((c) => c.key.startsWith('asked:')),
    serialDate(SAMPLE_DATE),
    lockedDate,
  )
  put(0, 1, safeText(tableTitle(round, input.associationName)), titleStyle)
  put(1, 1, safeText(round.question === '' ? 'Klopt deze tabel?' : round.question), wrapless)
  put(
    2,
    1,
    `Terug voor of op ${formatDate(round.dueDate)}. Vul alleen de lichte cellen in. Klopt een rij? Kies "klopt". Anders: verbeter het getal, of kies "vraag".`,
    wrapless,
  )
  columns.forEach((column, c) => {
    put(HEAD, c, column.heading, headStyle)
  })
  rows.forEach((row, i) => {
    columns.forEach((column, c) => {
      tableCell(put, FIRST_ROW + i, c, column.key, row)
    })
  })
  put(last + 1, 0, HEAD_ROW, lockedStyle)
  put(last + 1, 1, 'Nieuwe projecten die nog niet in de tabel staan', boldStyle)
  for (let row = newFrom; row <= newTo; row += 1)
    columns.forEach((column, c) => {
      newCell(put, row, c, column.key, `${NEW_ROW}-${String(row - newFrom + 1)}`)
    })
  totals(put, columns, rows, newTo)
  const letter = (key: ColumnKey): string => columnName(at(key))
  return {
    name: TABLE_SHEET,
    rows: [],
    cells,
    columns: columns.map(({ width, hidden }): ColumnDef => ({ width, hidden: hidden === true })),
    rowDefs: new Map([[HEAD, { height: 32 }]]),
    freezePane: { rows: FIRST_ROW, columns: 2 },
    autoFilter: { range: `${columnName(0)}${String(HEAD + 1)}:${letter('remark')}${String(last + 1)}` },
    protection: {
      sheet: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
      autoFilter: true,
    },
    dataValidations: validations(input, columns, newFrom, newTo),
    conditionalRules: rules(columns, letter, newTo),
    pageSetup: {
      paperSize: input.paper,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${String(HEAD + 1)}:$${String(HEAD + 1)}`,
      printArea: `$A$1:$${letter('remark')}$${String(newTo + 1)}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&LPalet, reviewronde&RBladzijde &P van &N' },
    view: { showGridLines: false },
  }
}

const wrapless: CellStyle = { ...wrapStyle, alignment: { vertical: 'top' } }

type Put = (row: number, column: number, value: CellValue, style: CellStyle, extra?: Partial<Cell>) => void

function tableCell(put: Put, row: number, column: number, key: ColumnKey, asked: ReviewRow): void {
  if (key === 'id') put(row, column, asked.id, lockedStyle)
  else if (key === 'project') put(row, column, safeText(asked.projectName), lockedStyle)
  else if (key === 'municipality') put(row, column, safeText(asked.municipalityName), lockedStyle)
  else if (key === 'type') put(row, column, safeText(asked.typeName), lockedStyle)
  else if (key === 'verdict' || key === 'remark') put(row, column, null, answerStyle)
  else {
    const field = fieldOfKey(key)
    const cell = asked.cells.find((c) => key === `field:${c.field}` || key === `asked:${c.field}`)
    const locked = field === null || field === 'contract' || cell === undefined
    const dated = cell !== undefined && isDateField(cell.field)
    const value = cell === undefined ? null : written(cell.field, cell.value)
    put(row, column, value, locked ? (dated ? lockedDate : lockedStyle) : dated ? answerDate : answerStyle)
  }
}

function written(field: ReviewField, value: ReviewRow['cells'][number]['value']): CellValue {
  if (value === null || typeof value === 'number') return value
  return isDateField(field) ? serialDate(value) : valueText(field, value)
}

function newCell(put: Put, row: number, column: number, key: ColumnKey, code: string): void {
  const field = fieldOfKey(key)
  if (key === 'id') put(row, column, code, lockedStyle)
  else if (key.startsWith('asked:') || key === 'verdict') put(row, column, null, lockedStyle)
  else put(row, column, null, field !== null && isDateField(field) ? answerDate : answerStyle)
}

/** Above the heads, so that they stay in sight; only what a filter leaves is added up. */
function totals(put: Put, columns: readonly Column[], rows: readonly ReviewRow[], lastRow: number): void {
  put(TOTAL_ROW, 1, 'Totaal van de zichtbare rijen', boldStyle)
  columns.forEach(({ key }, c) => {
    const field = fieldOfKey(key)
    if (field === null || !isPlacesField(field)) return
    const letter = columnName(c)
    const now = rows.reduce((sum, row) => {
      const value = row.cells.find((cell) => cell.field === field)?.value
      return sum + (typeof value === 'number' ? value : 0)
    }, 0)
    put(TOTAL_ROW, c, now, boldStyle, {
      formula: `SUBTOTAL(109,${letter}${String(FIRST_ROW + 1)}:${letter}${String(lastRow + 1)})`,
      formulaResult: now,
    })
  })
}

function validations(
  input: SheetInput,
  columns: readonly Column[],
  newFrom: number,
  newTo: number,
): DataValidation[] {
  const over = (column: number, from = FIRST_ROW): string =>
    `${columnName(column)}${String(from + 1)}:${columnName(column)}${String(newTo + 1)}`
  const stop = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop' } as const
  return columns.flatMap(({ key }, c): DataValidation[] => {
    const field = fieldOfKey(key)
    if (field !== null && isPlacesField(field))
      return [
        {
          ...stop,
          type: 'whole',
          operator: 'between',
          formula1: '0',
          formula2: String(MAX_PLACES),
          range: over(c),
          errorTitle: 'Aantal plekken',
          errorMessage: 'Vul een heel getal in van 0 of meer, zonder punt of komma.',
        },
      ]
    if (field !== null && isDateField(field))
      return [
        {
          ...stop,
          type: 'date',
          operator: 'between',
          formula1: '36526',
          formula2: '73050',
          range: over(c),
          errorTitle: 'Datum',
          errorMessage: 'Vul een datum in als dag-maand-jaar, zoals 1-7-2027.',
        },
      ]
    if (key === 'verdict')
      return [
        {
          ...stop,
          type: 'list',
          values: Object.values(VERDICT_WORDS),
          range: `${columnName(c)}${String(FIRST_ROW + 1)}:${columnName(c)}${String(newFrom - 1)}`,
          errorTitle: 'Uw oordeel',
          errorMessage: 'Kies "klopt", "gewijzigd" of "vraag".',
          showInputMessage: true,
          inputTitle: 'Uw oordeel',
          inputMessage:
            'klopt: de hele rij is goed. gewijzigd: u verbeterde iets. vraag: zet uw vraag in de laatste kolom.',
        },
      ]
    if (key === 'remark')
      return [
        {
          ...stop,
          type: 'textLength',
          operator: 'lessThanOrEqual',
          formula1: String(MAX_REMARK),
          range: over(c),
          errorTitle: 'Opmerking',
          errorMessage: `Er passen ${plural(MAX_REMARK, 'teken', 'tekens')} in. Schrijf geen namen van bewoners op.`,
        },
      ]
    if (key === 'municipality' || key === 'type')
      return [
        {
          ...stop,
          type: 'list',
          formula1: key === 'type' ? input.typeRange : input.municipalityRange,
          range: over(c, newFrom),
          errorTitle: 'Kies uit de lijst',
          errorMessage: 'Kies uit de lijst, of laat de cel leeg en schrijf het in de opmerking.',
        },
      ]
    return []
  })
}

function rules(
  columns: readonly Column[],
  letter: (key: ColumnKey) => string,
  newTo: number,
): ConditionalRule[] {
  const first = String(FIRST_ROW + 1)
  const to = String(newTo + 1)
  let priority = 0
  const rule = (range: string, formula: string, style: CellStyle): ConditionalRule => ({
    type: 'expression',
    priority: (priority += 1),
    range,
    formula,
    style,
  })
  const found = columns.flatMap(({ key }): ConditionalRule[] => {
    const field = fieldOfKey(key)
    if (field === null || field === 'contract') return []
    const here = letter(key)
    const was = letter(`asked:${field}`)
    const range = `${here}${first}:${here}${to}`
    return [
      rule(range, `AND(${here}${first}<>"",ISTEXT(${here}${first}))`, fills.wrong),
      rule(range, `AND(LEFT($A${first},1)="R",${here}${first}<>${was}${first})`, fills.changed),
    ]
  })
  const verdict = letter('verdict')
  const range = `${verdict}${first}:${verdict}${to}`
  const says = (word: string): string => `$${verdict}${first}="${word}"`
  return [
    ...found,
    rule(range, says(VERDICT_WORDS.agreed), fills.agreed),
    rule(range, says(VERDICT_WORDS.changed), fills.changed),
    rule(range, says(VERDICT_WORDS.question), fills.question),
  ]
}
