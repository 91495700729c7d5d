import { compareDutch, formatDate, phaseLabels, plural } from '@/domain/labels'
import type { IsoDate, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { type PhaseBar, phaseBars } from '@/domain/timeline/phaseBars'
import { type MarkKind, type PlacesMark, placesMarks } from '@/domain/timeline/placesMarks'
import type { ProjectRow } from '../rows/projectRow'

export type GroupBy = 'municipality' | 'association' | 'type'

export type TimelineItem =
  | { readonly kind: 'group'; readonly key: string; readonly name: string; readonly count: number }
  | { readonly kind: 'project'; readonly key: string; readonly row: ProjectRow }

const groupName: Record<GroupBy, (row: ProjectRow) => string> = {
  municipality: (row) => row.municipality,
  association: (row) => row.association,
  type: (row) => row.typeName,
}

/** Rows under a heading per group, groups in Dutch order (without association last), projects as they came. */
export function groupRows(rows: readonly ProjectRow[], by: GroupBy): TimelineItem[] {
  const groups = new Map<string, ProjectRow[]>()
  for (const row of rows) {
    const name = groupName[by](row)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [row])
    else group.push(row)
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : compareDutch(a, b)))
    .flatMap(([name, members]): TimelineItem[] => [
      {
        kind: 'group',
        key: `group ${name}`,
        name: name === '' ? 'Zonder corporatie' : name,
        count: members.length,
      },
      ...members.map((row) => ({ kind: 'project' as const, key: row.id, row })),
    ])
}

export interface TimelineBars {
  readonly planned: readonly PhaseBar[]
  readonly actual: readonly PhaseBar[]
  readonly marks: readonly PlacesMark[]
}

/** What really was ends today; what is planned goes on until the horizon. */
export function timelineBars(
  data: ProgrammeData,
  project: Project,
  today: IsoDate,
  horizon: IsoDate,
): TimelineBars {
  return {
    planned: phaseBars(project, 'planned', horizon),
    actual: phaseBars(project, 'actual', today),
    marks: placesMarks(data, project),
  }
}

/** What a mark says after the number of places. */
export const markWords: Readonly<Record<MarkKind, string>> = {
  available: 'beschikbaar vanaf',
  committed: 'toegezegd voor',
  planned: 'gepland voor',
  closing: 'dicht op',
}

/** `4 plekken toegezegd voor 1 april 2027`. */
export function markSentence(mark: PlacesMark): string {
  return `${plural(mark.places, 'plek', 'plekken')} ${markWords[mark.kind]} ${formatDate(mark.date)}`
}

/** The row in one sentence, for those who hear the screen. */
export function rowSentence(row: ProjectRow, marks: readonly PlacesMark[]): string {
  const plan = marks.length === 0 ? 'nog geen plekken gepland' : marks.map(markSentence).join(', ')
  return `${row.name}, ${row.municipality}, ${row.typeName}, fase ${phaseLabels[row.project.phase]}: ${plan}.`
}
