import type { Migration } from './migration'

/**
 * 1 → 2: dependencies and start gate of a project, baselines, scenarios. An older programme knows nothing of these, and
 * nothing is made up: they start empty. What isn't a record stays as it is, so that the reader can name the problem.
 */
export const planning: Migration = {
  from: 1,
  to: 2,
  up: (data) => {
    if (!isRecord(data)) return data
    const projects = data['projects']
    return {
      baselines: [],
      scenarios: [],
      ...data,
      projects: Array.isArray(projects) ? projects.map(withPlanning) : projects,
    }
  },
}

function withPlanning(project: unknown): unknown {
  if (!isRecord(project)) return project
  return {
    dependencies: [],
    gate: { roles: '', relations: '', procedures: '', neighbourhoodPlan: '', mandate: '' },
    ...project,
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
