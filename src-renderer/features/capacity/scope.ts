import type { ProjectFilter } from '@/domain/capacity'
import type { FigureQuery } from '@/domain/indicators'
import type { Id } from '@/domain/model/entities'

/** The part of the programme that the filters leave. Absent = all; null among associations = without one. */
export type Scope = Pick<FigureQuery, 'municipalityIds' | 'associationIds' | 'typeIds'>

export function filterOf(scope: Scope): ProjectFilter {
  return {
    ...(scope.municipalityIds === undefined ? {} : { municipalityIds: new Set(scope.municipalityIds) }),
    ...(scope.associationIds === undefined ? {} : { associationIds: new Set(scope.associationIds) }),
    ...(scope.typeIds === undefined ? {} : { typeIds: new Set(scope.typeIds) }),
  }
}

/** One row of a table: its own municipality, association or type takes the place of the filter's. */
export interface RowIds {
  readonly municipality?: Id
  readonly association?: Id | null
  readonly type?: Id
}

export function narrow(scope: Scope, ids: RowIds): Scope {
  return {
    ...scope,
    ...(ids.municipality === undefined ? {} : { municipalityIds: [ids.municipality] }),
    ...(ids.association === undefined ? {} : { associationIds: [ids.association] }),
    ...(ids.type === undefined ? {} : { typeIds: [ids.type] }),
  }
}
