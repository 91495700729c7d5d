import { formatNumber } from '@/domain/labels'
import { refuse, type Result } from '@/domain/result'
import { type Grid, type Workbook } from './grid'
import { type ColumnKey, columnOf, isMonthFirst, readStamp, ROW_HEADING, type TableStamp } from './layout'
import { readText } from './values'

/** Where the table of a review stands, whatever its sheet is called and wherever its columns went. */
export interface FoundTable {
  readonly grid: Grid
  readonly stamp: TableStamp
  /** Row with the heads, from 0. */
  readonly head: number
  readonly columns: ReadonlyMap<ColumnKey, number>
  /** True when the heads stand in another order than Palet writes. */
  readonly moved: boolean
  /** True when dates stand in the file as text with the month first. */
  readonly monthFirst: boolean
}

/** Heads that must be there to know a row for a table of ours. */
const ENOUGH_HEADS = 4
/** Rows from the top in which to look: people put lines above a table. */
const SEARCHED_ROWS = 60

/** Refuses `not-review`, `newer-version`, `stamp-missing`, `id-missing`, `heading-double`. */
export function findTable(workbook: Workbook): Result<FoundTable> {
  const found: { grid: Grid; head: number; columns: Map<ColumnKey, number>; double: string | null }[] = []
  let stamp: TableStamp | 'newer' | null = null
  for (const grid of workbook.sheets) {
    stamp ??= stampIn(grid)
    const head = headOf(grid)
    if (head !== null) found.push({ grid, ...head })
  }
  // A copy of the sheet may hang beside it: the one that is in sight comes first.
  const table = found.find((t) => !t.grid.hidden) ?? found[0]
  if (stamp === 'newer')
    return refuse(
      'newer-version',
      'Dit bestand is gemaakt met een nieuwere Palet. Werk Palet bij en lees het bestand daarna opnieuw in.',
    )
  if (table === undefined)
    return stamp === null
      ? refuse(
          'not-review',
          'In dit bestand staat geen tabel van een reviewronde. Kies het bestand dat de corporatie terugstuurde.',
        )
      : refuse(
          'heading-missing',
          'De rij met kopjes (Project, Gemeente, Arrangementtype …) is niet gevonden. Zet de kopjes terug zoals ze in het verstuurde bestand staan.',
        )
  if (table.double !== null)
    return refuse(
      'heading-double',
      `Op het blad "${table.grid.name}" staat de kop "${table.double}" twee keer, in rij ${formatNumber(table.head + 1)}. Verwijder de kolom die erbij is gekomen.`,
    )
  const own = stampIn(table.grid) ?? stamp
  if (own === null || own === 'newer')
    return refuse(
      'stamp-missing',
      'In dit bestand staat niet meer bij welke reviewronde het hoort: de eerste cel van de tabel is leeg. Vraag de afzender om het bestand dat u verstuurde in te vullen, met alle kolommen erin.',
    )
  if (!table.columns.has('id'))
    return refuse(
      'id-missing',
      `De verborgen kolom "${ROW_HEADING}" met de codes van de rijen is weg op het blad "${table.grid.name}". Zonder die codes weet Palet niet bij welk project een rij hoort. Vraag de afzender om het verstuurde bestand in te vullen.`,
    )
  return {
    ok: true,
    value: {
      grid: table.grid,
      stamp: own,
      head: table.head,
      columns: table.columns,
      moved: isMoved(table.columns),
      monthFirst: table.grid.rows.slice(0, table.head).some(isMonthFirst),
    },
  }
}

function stampIn(grid: Grid): TableStamp | 'newer' | null {
  for (const row of grid.rows.slice(0, SEARCHED_ROWS))
    for (const cell of row.slice(0, 60)) {
      const stamp = typeof cell === 'string' ? readStamp(cell) : null
      if (stamp !== null) return stamp
    }
  return null
}

function headOf(grid: Grid): { head: number; columns: Map<ColumnKey, number>; double: string | null } | null {
  let best: ReturnType<typeof headOf> = null
  grid.rows.slice(0, SEARCHED_ROWS).forEach((row, head) => {
    const columns = new Map<ColumnKey, number>()
    let double: string | null = null
    row.forEach((cell, column) => {
      const text = typeof cell === 'string' ? readText(cell) : ''
      const key = text === '' ? null : columnOf(text)
      if (key === null) return
      if (columns.has(key)) double ??= text
      else columns.set(key, column)
    })
    if (columns.size >= ENOUGH_HEADS && columns.size > (best?.columns.size ?? 0))
      best = { head, columns, double }
  })
  return best
}

/** Palet writes its columns in the order of this map's first keys; a rise in number means nobody moved them. */
function isMoved(columns: ReadonlyMap<ColumnKey, number>): boolean {
  const order = ['id', 'project', 'municipality', 'type', 'verdict', 'remark'] as const
  const places = order.map((key) => columns.get(key)).filter((at) => at !== undefined)
  const fields = [...columns].filter(([key]) => key.startsWith('field:')).map(([, at]) => at)
  const [least, most] = [Math.min(...fields), Math.max(...fields)]
  const between =
    fields.length === 0 ||
    (least > (columns.get('type') ?? -1) && most < (columns.get('verdict') ?? Infinity))
  return !between || places.some((at, i) => i > 0 && at < (places[i - 1] ?? 0))
}
