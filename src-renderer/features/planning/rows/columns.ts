import { compareDutch } from '@/domain/labels'
import { RATINGS } from '@/domain/model/values'
import type { ProjectRow } from './projectRow'

export const COLUMN_KEYS = [
  'name',
  'municipality',
  'type',
  'association',
  'phase',
  'places',
  'delivery',
  'rating',
  'owner',
  'nextStep',
] as const
export type ColumnKey = (typeof COLUMN_KEYS)[number]

export interface Column {
  readonly key: ColumnKey
  readonly label: string
  readonly numeric?: boolean
}

export const COLUMNS: readonly Column[] = [
  { key: 'name', label: 'Naam' },
  { key: 'municipality', label: 'Gemeente' },
  { key: 'type', label: 'Type' },
  { key: 'association', label: 'Corporatie' },
  { key: 'phase', label: 'Fase' },
  { key: 'places', label: 'Plekken', numeric: true },
  { key: 'delivery', label: 'Oplevering', numeric: true },
  { key: 'rating', label: 'Stoplicht' },
  { key: 'owner', label: 'Eigenaar' },
  { key: 'nextStep', label: 'Volgende stap' },
]

export interface Sorting {
  readonly key: ColumnKey
  readonly descending: boolean
}

const words: Partial<Record<ColumnKey, (row: ProjectRow) => string>> = {
  name: (row) => row.name,
  municipality: (row) => row.municipality,
  type: (row) => row.typeName,
  association: (row) => row.association,
  owner: (row) => row.project.owner,
  nextStep: (row) => row.project.nextStep,
}

/** Red first: what asks for attention comes on top. */
const RATING_ORDER = new Map(
  [...RATINGS].map((colour) => [colour, ['red', 'orange', 'green', 'grey'].indexOf(colour)]),
)

function number(key: ColumnKey, row: ProjectRow): number {
  if (key === 'phase') return row.phaseOrder
  if (key === 'rating') return RATING_ORDER.get(row.project.rating.colour) ?? 0
  return row.available * 1_000_000 + row.total
}

/**
 * A sorted copy. Empty values come last in either direction, equal ones keep the order of their names. Each distinct
 * word is compared once: a Dutch comparison is dear and thousands of rows share few names.
 */
export function sortRows(rows: readonly ProjectRow[], sorting: Sorting): ProjectRow[] {
  const sign = sorting.descending ? -1 : 1
  const byName = ranks(rows, (row) => row.name)
  const word = sorting.key === 'delivery' ? (row: ProjectRow) => row.delivery ?? '' : words[sorting.key]
  const rank = word === undefined ? null : sorting.key === 'name' ? byName : ranks(rows, word)
  const keyed = rows.map((row) => {
    const text = word?.(row)
    return {
      row,
      empty: text === '' ? 1 : 0,
      key: text === undefined ? number(sorting.key, row) : (rank?.get(text) ?? 0),
      name: byName.get(row.name) ?? 0,
    }
  })
  keyed.sort(
    (a, b) =>
      a.empty - b.empty || sign * (a.key - b.key) || a.name - b.name || (a.row.id < b.row.id ? -1 : 1),
  )
  return keyed.map(({ row }) => row)
}

function ranks(rows: readonly ProjectRow[], word: (row: ProjectRow) => string): Map<string, number> {
  const distinct = [...new Set(rows.map(word))].sort(compareDutch)
  return new Map(distinct.map((text, i) => [text, i]))
}
