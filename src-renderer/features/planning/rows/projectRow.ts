import { familyOf, projectPlaces } from '@/domain/capacity/places'
import type { CapacityStep, Id, IsoDate, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { type Family, PHASES } from '@/domain/model/values'
import { type PlacesMark, placesMarks } from '@/domain/timeline/placesMarks'

/** One project as the table and the timeline show it: names looked up, figures computed. */
export interface ProjectRow {
  readonly id: Id
  readonly project: Project
  readonly name: string
  readonly municipality: string
  readonly typeName: string
  readonly family: Family
  /** Empty text when no association is concerned. */
  readonly association: string
  readonly phaseOrder: number
  /** Places in use on the reference date, both tracks taken together. */
  readonly available: number
  /** All places ever added to the project. */
  readonly total: number
  /** First day on which places come; for shelter the day on which the last one closes. */
  readonly delivery: IsoDate | null
  /** Lower case without accents, for searching. */
  readonly haystack: string
}

/** `Zéker Wonen` → `zeker wonen`: searching ignores capitals and accents. */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}

function added(steps: readonly CapacityStep[]): number {
  return steps.reduce((sum, step) => (step.from === null ? sum + step.places : sum), 0)
}

/** All places ever added: the higher of the two tracks. */
export function totalPlaces(project: Pick<Project, 'homes' | 'support'>): number {
  return Math.max(added(project.homes), added(project.support))
}

/** When places come: into use, else the first date on which any are expected. Shelter: when the last one closes. */
function deliveryOf(family: Family, marks: readonly PlacesMark[]): IsoDate | null {
  if (family !== 'shelter') return (marks.find((mark) => mark.kind === 'available') ?? marks[0])?.date ?? null
  const last = marks.at(-1)
  return last?.kind === 'closing' && last.available === 0 ? last.date : null
}

function buildRow(data: ProgrammeData, project: Project, date: IsoDate): ProjectRow {
  const municipality = data.municipalities.get(project.municipalityId)?.name ?? ''
  const typeName = data.arrangementTypes.get(project.typeId)?.name ?? ''
  const association =
    project.associationId === null ? '' : (data.partners.get(project.associationId)?.name ?? '')
  const family = familyOf(data, project)
  return {
    id: project.id,
    project,
    name: project.name,
    municipality,
    typeName,
    family,
    association,
    phaseOrder: PHASES.indexOf(project.phase),
    available: projectPlaces(data, project, date).available,
    total: totalPlaces(project),
    delivery: deliveryOf(family, placesMarks(data, project)),
    haystack: searchable(
      [project.name, municipality, typeName, association, project.owner, project.nextStep].join(' '),
    ),
  }
}

/**
 * Builds rows and keeps them by the identity of the project record: after an edit only the edited project is built
 * anew, also with thousands of projects. Names and the reference date are part of every row, so a change there
 * starts over.
 */
export function createRowSource(): (data: ProgrammeData, date: IsoDate) => ProjectRow[] {
  let rows = new WeakMap<Project, ProjectRow>()
  let basis: readonly unknown[] = []
  return (data, date) => {
    const next = [data.municipalities, data.arrangementTypes, data.partners, date]
    if (next.some((part, i) => part !== basis[i])) rows = new WeakMap()
    basis = next
    const result: ProjectRow[] = []
    for (const project of data.projects.values()) {
      let row = rows.get(project)
      if (row === undefined) {
        row = buildRow(data, project, date)
        rows.set(project, row)
      }
      result.push(row)
    }
    return result
  }
}
