import type { IsoDate, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { ProjectRow } from '../rows/projectRow'
import { conflictWords } from './dependencyLinks'
import { type DrawnProject, drawProject } from './drawProject'
import type { TimeScale } from './timeScale'

interface DrawnRowsOptions {
  readonly data: () => ProgrammeData
  readonly scale: () => TimeScale
  readonly today: () => IsoDate
  readonly horizon: () => IsoDate
}

/** Rows in pixels, kept by the identity of the row: scrolling draws only what newly comes into view. */
export function useDrawnRows(options: DrawnRowsOptions) {
  let kept = new WeakMap<ProjectRow, DrawnProject>()
  let basis: readonly unknown[] = []
  let conflicts = new WeakMap<ProjectRow, string>()
  let projects: unknown

  function draw(row: ProjectRow, project: Project): DrawnProject {
    return drawProject(options.data(), row, project, options.scale(), options.today(), options.horizon())
  }

  function of(row: ProjectRow): DrawnProject {
    const now = [options.data().arrangementTypes, options.scale(), options.today(), options.horizon()]
    if (now.some((part, i) => part !== basis[i])) kept = new WeakMap()
    basis = now
    let found = kept.get(row)
    if (found === undefined) {
      found = draw(row, row.project)
      kept.set(row, found)
    }
    return found
  }

  /** Depends on other projects too, so any change of a project starts over. */
  function conflictOf(row: ProjectRow): string {
    const data = options.data()
    if (data.projects !== projects) conflicts = new WeakMap()
    projects = data.projects
    let found = conflicts.get(row)
    if (found === undefined) {
      found = conflictWords(data, row.project)
      conflicts.set(row, found)
    }
    return found
  }

  return { draw, of, conflictOf }
}
