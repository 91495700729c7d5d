import type { BalanceBy, ProjectFilter } from '@/domain/capacity'
import { explain, type ExplanationRow } from '@/domain/indicators'
import { capitalise, compareDutch, statusGroupLabels } from '@/domain/labels'
import type { Id, IsoDate, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { matches } from '@/domain/capacity'
import { cellQuery, type RowId } from './cellQuery'

/** The projects behind a cell, by status: the rows of a part add up to its figure. */
export interface CellPart {
  readonly figure: 'realised' | 'committed' | 'planned' | 'shelterOpen'
  readonly title: string
  readonly value: number
  readonly rows: readonly ExplanationRow[]
}

const PARTS = ['realised', 'committed', 'planned', 'shelterOpen'] as const

export function cellParts(
  data: ProgrammeData,
  date: IsoDate,
  by: BalanceBy,
  row: RowId,
  filter: ProjectFilter,
): CellPart[] {
  return PARTS.map((figure) => {
    const { rows, value } = explain(data, cellQuery(figure, date, by, row, filter))
    return {
      figure,
      title: capitalise(statusGroupLabels[figure]),
      value: value ?? 0,
      // The largest first: those are what a talk is about.
      rows: [...rows].sort((a, b) => b.value - a.value || compareDutch(a.name, b.name)),
    }
  })
}

export interface CellDecision {
  readonly projectId: Id
  readonly name: string
  readonly date: IsoDate
  readonly text: string
  readonly late: boolean
}

/** All decisions that can still close something here, the first to come on top; taken ones of projects in use left out. */
export function cellDecisions(data: ProgrammeData, today: IsoDate, filter: ProjectFilter): CellDecision[] {
  const open = (project: Project): boolean => !['inUse', 'evaluation', 'ended'].includes(project.phase)
  const result: CellDecision[] = []
  for (const project of data.projects.values()) {
    const decision = project.closingDecision
    if (decision === null || !open(project) || !matches(data, project, filter)) continue
    result.push({
      projectId: project.id,
      name: project.name,
      date: decision.date,
      text: decision.text,
      late: decision.date < today,
    })
  }
  return result.sort((a, b) => (a.date === b.date ? compareDutch(a.name, b.name) : a.date < b.date ? -1 : 1))
}

/** The filter of one row: within what the screen is filtered on. */
export function rowFilter(by: BalanceBy, row: RowId, filter: ProjectFilter): ProjectFilter {
  if (row === null) return filter
  if (by === 'association') return { ...filter, associationIds: new Set([row.id]) }
  if (row.id === null) return filter
  return by === 'municipality'
    ? { ...filter, municipalityIds: new Set([row.id]) }
    : { ...filter, typeIds: new Set([row.id]) }
}
