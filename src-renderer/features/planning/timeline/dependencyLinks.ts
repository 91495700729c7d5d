import { formatDate, phaseLabels } from '@/domain/labels'
import type { Dependency } from '@/domain/model/dependency'
import type { Id, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { conflictsOf } from '@/domain/planning/downstream'
import { type Wait, waitsOf } from '@/domain/timeline/waits'
import type { TimeScale } from './timeScale'

/** A line from what is waited for to what waits. */
export interface DrawnLink {
  readonly key: string
  readonly path: string
  readonly arrow: string
  readonly conflict: boolean
}

type WaitingIndex = ReadonlyMap<Id, readonly Id[]>
const indexes = new WeakMap<ProgrammeData['projects'], WaitingIndex>()

/** Who waits for a project: looked up once per plan, not per row. */
export function waitingIndex(data: ProgrammeData): WaitingIndex {
  const known = indexes.get(data.projects)
  if (known !== undefined) return known
  const index = new Map<Id, Id[]>()
  for (const project of data.projects.values())
    for (const { on } of project.dependencies) {
      const list = index.get(on.projectId)
      if (list === undefined) index.set(on.projectId, [project.id])
      else list.push(project.id)
    }
  indexes.set(data.projects, index)
  return index
}

/** `Begint te vroeg: voorbereiding wacht op Kamers Aalten (besluit), tot 1 april 2027.`; empty when all is kept. */
export function conflictWords(data: ProgrammeData, project: Project): string {
  if (project.dependencies.length === 0) return ''
  return conflictsOf(project, data.projects)
    .map(({ dependencyId, phase, earliest }) => {
      const dependency = project.dependencies.find(({ id }) => id === dependencyId)
      const on = dependency === undefined ? '' : targetWords(data, dependency)
      return `Begint te vroeg: fase ${phaseLabels[phase]} wacht op ${on} en kan vanaf ${formatDate(earliest)}.`
    })
    .join(' ')
}

export function targetWords(data: ProgrammeData, { on }: Dependency): string {
  const name = data.projects.get(on.projectId)?.name ?? 'een project dat er niet meer is'
  return `${name} (${on.kind === 'decision' ? 'besluit dat het gat sluit' : phaseLabels[on.phase]})`
}

interface LinksInView {
  readonly data: ProgrammeData
  /** A project as it would become while it is being moved. */
  readonly preview: Project | null
  readonly rows: readonly Id[]
  readonly waiting: ReadonlyMap<Id, readonly Id[]>
  /** Top of a row, also out of view; null when the filters leave it out. */
  readonly rowTop: (id: Id) => number | null
  readonly scale: TimeScale
}

/** Middle of the bars in a row. */
const MIDDLE = 12
const BEND = 7

/** Lines of which at least one end is in view. */
export function linksInView(view: LinksInView): DrawnLink[] {
  const projects =
    view.preview === null
      ? view.data.projects
      : new Map(view.data.projects).set(view.preview.id, view.preview)
  const ids = new Set(view.rows)
  for (const id of view.rows) for (const waiter of view.waiting.get(id) ?? []) ids.add(waiter)
  return [...ids].flatMap((id) => {
    const project = projects.get(id)
    if (project === undefined) return []
    return waitsOf(project, projects).flatMap((wait) => {
      const drawn = drawLink(view, wait)
      return drawn === null ? [] : [drawn]
    })
  })
}

function drawLink({ rowTop, scale }: LinksInView, wait: Wait): DrawnLink | null {
  const { dependency, project, reached, start, conflict } = wait
  const [from, to] = [rowTop(dependency.on.projectId), rowTop(project)]
  if (from === null || to === null) return null
  if (!scale.shows(reached) && !scale.shows(start)) return null
  const [x1, y1, x2, y2] = [scale.x(reached), from + MIDDLE, scale.x(start), to + MIDDLE]
  const down = y2 > y1
  // Round the corner halfway between the rows, so that lines to one row don't lie on each other's bars.
  const turn = down ? y2 - MIDDLE + 2 : y2 + MIDDLE
  const path = `M${n(x1)},${n(y1)}V${n(turn)}H${n(x2 - BEND)}V${n(y2)}H${n(x2)}`
  const arrow = `M${n(x2)},${n(y2)}l-5,-3.5v7z`
  return { key: `${project} ${dependency.id}`, path, arrow, conflict }
}

const n = (value: number): string => String(Math.round(value * 10) / 10)
