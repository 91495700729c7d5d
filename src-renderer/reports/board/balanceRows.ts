import type { BalanceFigures, BalanceRow } from '../../domain/capacity'
import { compareDutch, formatNumber } from '../../domain/labels'
import type { BoardModel } from './model'

/** More rows than this don't fit the first page beside everything else. */
const MOST_ROWS = 10
const TOP_ROWS = 8

export interface BalanceLines {
  /** Head of the first column. */
  readonly kind: 'Gemeente' | 'Regio'
  readonly rows: readonly BalanceRow[]
  /** Says what was put together, or null when every municipality has its own line. */
  readonly note: string | null
}

/**
 * The balance as few lines as fit a page, always adding up to the same total: a line per municipality; else a line per
 * region; else the groups that miss most, with the rest in one line.
 */
export function balanceLines(model: BoardModel): BalanceLines {
  const { rows } = model.balance
  if (rows.length <= MOST_ROWS) return { kind: 'Gemeente', rows, note: null }
  const regions = perRegion(model)
  const kind = regions.length > 1 ? 'Regio' : 'Gemeente'
  const groups = kind === 'Regio' ? regions : rows
  const plural = kind === 'Regio' ? "regio's" : 'gemeenten'
  if (groups.length <= MOST_ROWS)
    return {
      kind,
      rows: groups,
      note: `De ${formatNumber(rows.length)} gemeenten staan per regio bij elkaar.`,
    }
  const byGap = [...groups].sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0) || compareDutch(a.name, b.name))
  const rest = byGap.slice(TOP_ROWS)
  return {
    kind,
    rows: [...byGap.slice(0, TOP_ROWS), sumRow(`Overige ${formatNumber(rest.length)} ${plural}`, rest)],
    note: `De ${String(TOP_ROWS)} ${plural} waar de meeste plekken ontbreken, van ${formatNumber(groups.length)}.`,
  }
}

export function perRegion(model: BoardModel): BalanceRow[] {
  const groups = new Map<string, BalanceRow[]>()
  for (const row of model.balance.rows) {
    const region = (row.id === null ? undefined : model.data.municipalities.get(row.id)?.region) ?? ''
    const list = groups.get(region)
    if (list === undefined) groups.set(region, [row])
    else list.push(row)
  }
  return [...groups].map(([name, rows]) => sumRow(name, rows)).sort((a, b) => compareDutch(a.name, b.name))
}

function sumRow(name: string, rows: readonly BalanceRow[]): BalanceRow {
  const sum = (key: keyof BalanceFigures): number => rows.reduce((total, row) => total + (row[key] ?? 0), 0)
  const withAmbition = rows.some((row) => row.ambition !== null)
  const first = rows
    .flatMap((row) => (row.closing === null || row.closing.overdue ? [] : [row.closing]))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : compareDutch(a.text, b.text)))[0]
  return {
    id: null,
    name,
    shelterOpen: sum('shelterOpen'),
    realised: sum('realised'),
    committed: sum('committed'),
    planned: sum('planned'),
    ambition: withAmbition ? sum('ambition') : null,
    gap: withAmbition ? sum('gap') : null,
    closing: first ?? null,
  }
}
