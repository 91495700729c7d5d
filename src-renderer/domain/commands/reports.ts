import type { Id, ProgressReport } from '../model/entities'
import { validateReport } from '../validation/records'
import type { Command } from './context'
import { firstProblem, gone, removed, saved } from './save'

/** Adds or replaces the words of a progress report. Refuses with the first error of `validateReport`. */
export function saveReport(draft: ProgressReport): Command {
  return (data) => {
    const report = { ...draft, name: draft.name.trim() }
    const problem = firstProblem(validateReport(data, report))
    return problem ?? saved(data, 'reports', report, `rapport "${report.name}"`)
  }
}

export function removeReport(id: Id): Command {
  return (data) => {
    const report = data.reports.get(id)
    if (report === undefined) return gone('Dit rapport')
    return removed(data, 'reports', id, `rapport "${report.name}"`)
  }
}
