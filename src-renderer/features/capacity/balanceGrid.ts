import { type BalanceBy, type BalanceRow, transitionBalance } from '@/domain/capacity'
import { compareDutch, formatShortDate, statusGroupLabels, capitalise } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  type GridColumn,
  type GridModel,
  type GridRow,
  type GridSort,
  numberCell,
  textCell,
} from './gridModel'
import { filterOf, narrow, type RowIds, type Scope } from './scope'

export interface BalanceGridOptions {
  readonly date: IsoDate
  readonly by: BalanceBy
  readonly scope: Scope
  readonly sort: GridSort
}

const BY_LABEL: Readonly<Record<BalanceBy, string>> = {
  municipality: 'Gemeente',
  association: 'Corporatie',
  type: 'Arrangement',
}

const FIGURES = ['shelterOpen', 'realised', 'committed', 'planned'] as const
const AMBITION_FIGURES = ['ambition', 'gap'] as const
type Figure = (typeof FIGURES)[number] | (typeof AMBITION_FIGURES)[number]

/** Wide enough for the heading with the arrow of the order. */
const WIDTHS: Readonly<Record<Figure, number>> = {
  shelterOpen: 156,
  realised: 114,
  committed: 100,
  planned: 88,
  ambition: 92,
  gap: 124,
}

/** Ambition is set per municipality, so only that division has columns for it. */
const figuresBy = (by: BalanceBy): readonly Figure[] =>
  by === 'municipality' ? [...FIGURES, ...AMBITION_FIGURES] : FIGURES

export function balanceColumns(by: BalanceBy): GridColumn[] {
  const name: GridColumn = {
    key: 'name',
    label: BY_LABEL[by],
    kind: 'text',
    width: by === 'type' ? 264 : 168,
    sticky: true,
    sortable: true,
  }
  const numbers = figuresBy(by).map((key): GridColumn => ({
    key,
    label: capitalise(statusGroupLabels[key]),
    kind: 'number',
    width: WIDTHS[key],
    sticky: false,
    sortable: true,
  }))
  const closing: GridColumn = {
    key: 'closing',
    label: 'Besluit of afspraak',
    kind: 'text',
    width: 260,
    sticky: false,
    sortable: false,
  }
  return by === 'municipality' ? [name, ...numbers, closing] : [name, ...numbers]
}

/** The transition balance of one date as a grid, by municipality, association or type. */
export function balanceGrid(data: ProgrammeData, options: BalanceGridOptions): GridModel {
  const { by, date, scope, sort } = options
  const balance = transitionBalance(data, date, by, filterOf(scope))
  const sign = sort.descending ? -1 : 1
  const figure = figuresBy(by).find((key) => key === sort.key)
  const rows = [...balance.rows].sort((a, b) => {
    const difference =
      figure === undefined ? compareDutch(a.name, b.name) : (a[figure] ?? 0) - (b[figure] ?? 0)
    return sign * difference || compareDutch(a.name, b.name)
  })
  return {
    columns: balanceColumns(by),
    rows: rows.map((row) => gridRow(row, options, 'detail')),
    totals: [gridRow({ ...balance.total, name: 'Totaal' }, options, 'total')],
  }
}

function gridRow(
  row: BalanceRow,
  { by, date, scope }: BalanceGridOptions,
  kind: 'detail' | 'total',
): GridRow {
  const ids: RowIds = kind === 'total' ? {} : { [by]: row.id }
  const cells = figuresBy(by).map((figure) =>
    numberCell(
      row[figure],
      { figure, date, ...narrow(scope, ids) },
      figure === 'gap' && (row.gap ?? 0) > 0 ? 'shortage' : undefined,
    ),
  )
  const closing = row.closing === null ? '' : `${formatShortDate(row.closing.date)} ${row.closing.text}`
  return {
    key: kind === 'total' ? 'total' : `${by}:${row.id ?? ''}`,
    kind,
    cells:
      by === 'municipality'
        ? [textCell(row.name), ...cells, textCell(closing)]
        : [textCell(row.name), ...cells],
  }
}
