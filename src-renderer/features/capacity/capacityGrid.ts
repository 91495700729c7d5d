import { type CapacityTableRow, capacityTable, zeroCounts } from '@/domain/capacity'
import type { FigureQuery } from '@/domain/indicators'
import { capitalise, compareDutch, NO_ASSOCIATION, plural, statusLabels } from '@/domain/labels'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { CapacityStatus } from '@/domain/model/values'
import type { Confirmations, ConfirmedPlaces } from '@/domain/review'
import { CONFIRMED_COLUMN, confirmedCells, confirmedOf, sumConfirmed } from './confirmedColumn'
import {
  type GridCell,
  type GridColumn,
  type GridModel,
  type GridRow,
  type GridSort,
  numberCell,
  textCell,
} from './gridModel'
import { filterOf, narrow, type RowIds, type Scope } from './scope'

export const GROUPINGS = ['municipality', 'association', 'type'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Statuses of places that exist or are thought of; what ended is history and no capacity. */
export const SHOWN_STATUSES = [
  'idea',
  'explored',
  'committed',
  'preparing',
  'available',
] as const satisfies readonly CapacityStatus[]
export type ShownStatus = (typeof SHOWN_STATUSES)[number]

export interface CapacityGridOptions {
  readonly date: IsoDate
  readonly scope: Scope
  readonly statuses: readonly ShownStatus[]
  readonly grouping: Grouping
  readonly sort: GridSort
  /** What the associations confirmed; without a review round there is no column for it. */
  readonly confirmations?: Confirmations | null
}

/** Narrow beside the column of what is confirmed, so that all fits a small screen. */
const TEXT_COLUMNS: Readonly<Record<Grouping, { label: string; width: number; narrow: number }>> = {
  municipality: { label: 'Gemeente', width: 148, narrow: 138 },
  association: { label: 'Corporatie', width: 132, narrow: 120 },
  type: { label: 'Arrangement', width: 258, narrow: 190 },
}

/** Wide enough for the heading with the arrow of the order. */
const STATUS_WIDTHS: Readonly<Record<ShownStatus, number>> = {
  idea: 64,
  explored: 80,
  committed: 94,
  preparing: 128,
  available: 104,
}

/** Text columns in order: the one grouped by comes first. */
export function textOrder(grouping: Grouping): readonly Grouping[] {
  return grouping === 'municipality'
    ? ['municipality', 'type', 'association']
    : grouping === 'association'
      ? ['association', 'municipality', 'type']
      : ['type', 'municipality', 'association']
}

export function capacityColumns(
  grouping: Grouping,
  statuses: readonly ShownStatus[],
  withConfirmed = false,
): GridColumn[] {
  const text = textOrder(grouping).map((key): GridColumn => ({
    key,
    label: TEXT_COLUMNS[key].label,
    width: TEXT_COLUMNS[key][withConfirmed ? 'narrow' : 'width'],
    kind: 'text',
    sticky: true,
    sortable: true,
  }))
  const numbers = statuses.map((status): GridColumn => ({
    key: status,
    label: capitalise(statusLabels[status]),
    kind: 'number',
    width: STATUS_WIDTHS[status],
    sticky: false,
    sortable: true,
  }))
  const total: GridColumn = {
    key: 'total',
    label: 'Totaal',
    kind: 'number',
    width: 74,
    sticky: false,
    sortable: true,
  }
  return [...text, ...numbers, total, ...(withConfirmed ? [CONFIRMED_COLUMN] : [])]
}

const confirmationsOf = ({ confirmations }: CapacityGridOptions): Confirmations | null =>
  confirmations ?? null

interface Line {
  readonly names: Readonly<Record<Grouping, string>>
  readonly ids: { readonly municipality: Id; readonly association: Id | null; readonly type: Id }
  readonly counts: Record<CapacityStatus, number>
  readonly projects: number
  /** Null without a review round. */
  readonly confirmed: ConfirmedPlaces | null
}

interface Group {
  readonly name: string
  readonly id: Id | null
  readonly counts: Record<CapacityStatus, number>
  projects: number
  readonly lines: Line[]
}

const sumOf = (
  counts: Readonly<Record<CapacityStatus, number>>,
  statuses: readonly ShownStatus[],
): number => {
  let sum = 0
  for (const status of statuses) sum += counts[status]
  return sum
}

/**
 * The capacity table as a grid: groups with a subtotal above their rows, one total below all. Every total is the sum
 * of the rows that are shown, over the statuses that are shown.
 */
export function capacityGrid(data: ProgrammeData, options: CapacityGridOptions): GridModel {
  const { statuses, grouping, sort } = options
  const order = textOrder(grouping)
  const lines = linesOf(data, options)
  const groups = groupLines(lines, grouping, statuses)
  const byLine = lineOrder<Line>(sort, statuses, (line, key) => line.names[key], order)
  const byGroup = lineOrder<Group>(
    groupingOf(sort.key) === null || sort.key === grouping ? sort : { key: grouping, descending: false },
    statuses,
    (group) => group.name,
    [grouping],
  )
  const query = queriesFor(options)
  const rows: GridRow[] = []
  for (const group of [...groups.values()].sort(byGroup)) {
    const ids: RowIds = { [grouping]: group.id }
    rows.push({
      key: `group:${group.id ?? ''}`,
      kind: 'subtotal',
      cells: [
        textCell(group.name),
        textCell(plural(group.projects, 'project', 'projecten'), 'muted'),
        textCell(''),
        ...numbers(group.counts, statuses, (status) => query(ids, status)),
        ...confirmedCells(sumConfirmed(group.lines), sumOf(group.counts, statuses)),
      ],
    })
    for (const line of group.lines.sort(byLine))
      rows.push({
        key: `${line.ids.municipality}|${line.ids.type}|${line.ids.association ?? ''}`,
        kind: 'detail',
        cells: [
          ...order.map((key, i) => textCell(line.names[key], i === 0 ? 'muted' : undefined)),
          ...numbers(line.counts, statuses, (status) => query(line.ids, status)),
          ...confirmedCells(line.confirmed, sumOf(line.counts, statuses)),
        ],
      })
  }
  return {
    columns: capacityColumns(grouping, statuses, confirmationsOf(options) !== null),
    rows,
    totals: totalRows(data, lines, options),
  }
}

/**
 * The total of all lines. Shelter and arrangements move against each other, so when both are in the table the total is
 * preceded by a row for each.
 */
function totalRows(data: ProgrammeData, lines: readonly Line[], options: CapacityGridOptions): GridRow[] {
  const { statuses, scope } = options
  const isShelter = (typeId: Id): boolean => data.arrangementTypes.get(typeId)?.family === 'shelter'
  const row = (kind: 'part' | 'total', name: string, part: readonly Line[], within: Scope): GridRow => {
    const counts = zeroCounts()
    let projects = 0
    for (const line of part) {
      projects += line.projects
      for (const status of statuses) counts[status] += line.counts[status]
    }
    const query = queriesFor({ ...options, scope: within })
    return {
      key: `${kind}:${name}`,
      kind,
      cells: [
        textCell(name),
        textCell(plural(projects, 'project', 'projecten'), 'muted'),
        textCell(''),
        ...numbers(counts, statuses, (status) => query({}, status)),
        ...confirmedCells(sumConfirmed(part), sumOf(counts, statuses)),
      ],
    }
  }
  const total = row('total', 'Totaal', lines, scope)
  const shelter = lines.filter((line) => isShelter(line.ids.type))
  if (shelter.length === 0 || shelter.length === lines.length) return [total]
  const typesWhere = (wanted: boolean): Id[] =>
    (scope.typeIds ?? [...data.arrangementTypes.keys()]).filter((id) => isShelter(id) === wanted)
  const arrangements = lines.filter((line) => !isShelter(line.ids.type))
  return [
    row('part', 'Opvang', shelter, { ...scope, typeIds: typesWhere(true) }),
    row('part', 'Arrangementen', arrangements, { ...scope, typeIds: typesWhere(false) }),
    total,
  ]
}

function linesOf(data: ProgrammeData, options: CapacityGridOptions): Line[] {
  const { date, scope, statuses } = options
  const lines: Line[] = []
  for (const row of capacityTable(data, date, filterOf(scope)).rows) {
    const line = lineOf(data, row, options)
    // A row without any place in the chosen statuses says nothing.
    if (sumOf(line.counts, statuses) > 0) lines.push(line)
  }
  return lines
}

function lineOf(data: ProgrammeData, row: CapacityTableRow, options: CapacityGridOptions): Line {
  const { date, statuses } = options
  const association = row.associationId === null ? undefined : data.partners.get(row.associationId)
  return {
    names: {
      municipality: data.municipalities.get(row.municipalityId)?.name ?? row.municipalityId,
      type: data.arrangementTypes.get(row.typeId)?.name ?? row.typeId,
      association: association?.name ?? capitalise(NO_ASSOCIATION),
    },
    ids: { municipality: row.municipalityId, association: row.associationId, type: row.typeId },
    counts: { ...row.counts },
    projects: row.projectIds.length,
    confirmed: confirmedOf(data, confirmationsOf(options), row.projectIds, date, statuses),
  }
}

function groupLines(
  lines: readonly Line[],
  grouping: Grouping,
  statuses: readonly ShownStatus[],
): Map<Id | null, Group> {
  const groups = new Map<Id | null, Group>()
  for (const line of lines) {
    const id = line.ids[grouping]
    let group = groups.get(id)
    if (group === undefined) {
      group = { name: line.names[grouping], id, counts: zeroCounts(), projects: 0, lines: [] }
      groups.set(id, group)
    }
    for (const status of statuses) group.counts[status] += line.counts[status]
    group.projects += line.projects
    group.lines.push(line)
  }
  return groups
}

function groupingOf(key: string): Grouping | null {
  return GROUPINGS.find((g) => g === key) ?? null
}

/** Order by the chosen column; equals fall back to the names from left to right. */
function lineOrder<T extends { readonly counts: Readonly<Record<CapacityStatus, number>> }>(
  sort: GridSort,
  statuses: readonly ShownStatus[],
  nameOf: (item: T, key: Grouping) => string,
  order: readonly Grouping[],
): (a: T, b: T) => number {
  const sign = sort.descending ? -1 : 1
  const status = statuses.find((s) => s === sort.key)
  const text = groupingOf(sort.key)
  const first = (a: T, b: T): number => {
    if (text !== null) return compareDutch(nameOf(a, text), nameOf(b, text))
    if (status !== undefined) return a.counts[status] - b.counts[status]
    return sumOf(a.counts, statuses) - sumOf(b.counts, statuses)
  }
  return (a, b) => {
    const difference = sign * first(a, b)
    if (difference !== 0) return difference
    for (const key of order) {
      const names = compareDutch(nameOf(a, key), nameOf(b, key))
      if (names !== 0) return names
    }
    return 0
  }
}

function numbers(
  counts: Readonly<Record<CapacityStatus, number>>,
  statuses: readonly ShownStatus[],
  query: (status: ShownStatus | null) => FigureQuery,
): GridCell[] {
  return [
    ...statuses.map((status) => numberCell(counts[status], query(status))),
    numberCell(sumOf(counts, statuses), query(null)),
  ]
}

function queriesFor({ date, scope, statuses }: CapacityGridOptions) {
  return (ids: RowIds, status: ShownStatus | null): FigureQuery => ({
    figure: 'places',
    date,
    ...narrow(scope, ids),
    ...(status !== null ? { status } : statuses.length < SHOWN_STATUSES.length ? { statuses } : {}),
  })
}
