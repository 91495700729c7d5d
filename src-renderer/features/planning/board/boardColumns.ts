import { capitalise, phaseLabels, plural } from '@/domain/labels'
import { type Phase, PHASES } from '@/domain/model/values'
import type { ProjectRow } from '../rows/projectRow'

/** One phase with the projects that are in it, in the order of the list. */
export interface BoardColumn {
  readonly phase: Phase
  readonly label: string
  readonly rows: readonly ProjectRow[]
  /** All places of these projects. */
  readonly places: number
  /** Said instead of the heading: `besluit: 4 projecten, 12 plekken`. */
  readonly sentence: string
}

export function boardColumns(rows: readonly ProjectRow[]): BoardColumn[] {
  const byPhase = new Map<Phase, ProjectRow[]>(PHASES.map((phase) => [phase, []]))
  for (const row of rows) byPhase.get(row.project.phase)?.push(row)
  return PHASES.map((phase) => {
    const members = byPhase.get(phase) ?? []
    const places = members.reduce((sum, row) => sum + row.total, 0)
    return {
      phase,
      label: capitalise(phaseLabels[phase]),
      rows: members,
      places,
      sentence: `${capitalise(phaseLabels[phase])}: ${plural(members.length, 'project', 'projecten')}, ${plural(places, 'plek', 'plekken')}`,
    }
  })
}

/** Column and place in it of a project; null when the filters leave it out. */
export function cardAt(
  columns: readonly BoardColumn[],
  id: string,
): { column: number; index: number } | null {
  for (const [column, { rows }] of columns.entries()) {
    const index = rows.findIndex((row) => row.id === id)
    if (index !== -1) return { column, index }
  }
  return null
}
