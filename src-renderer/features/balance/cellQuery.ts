import type { BalanceBy, ProjectFilter } from '@/domain/capacity'
import type { FigureName, FigureQuery } from '@/domain/indicators'
import type { Id, IsoDate } from '@/domain/model/entities'

/** Which row of the matrix: null for the total, else the id of its municipality, association or type. */
export type RowId = { readonly id: Id | null } | null

/** The part of the programme that a row counts, as the explanation of its figures takes it. */
export function rowScope(by: BalanceBy, row: RowId, filter: ProjectFilter): Partial<FigureQuery> {
  const within: Partial<FigureQuery> =
    filter.municipalityIds === undefined ? {} : { municipalityIds: [...filter.municipalityIds] }
  if (row === null) return within
  if (by === 'association') return { ...within, associationIds: [row.id] }
  if (row.id === null) return within
  return by === 'municipality' ? { municipalityIds: [row.id] } : { ...within, typeIds: [row.id] }
}

export function cellQuery(
  figure: FigureName,
  date: IsoDate,
  by: BalanceBy,
  row: RowId,
  filter: ProjectFilter,
): FigureQuery {
  return { figure, date, ...rowScope(by, row, filter) }
}
