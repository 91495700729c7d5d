import type { Id, ProgressReport } from '../model/entities'
import { removedFromRegie } from '../regie/removed'
import { validateReport } from '../validation/records'
import type { Command } from './context'
import { firstProblem, gone, saved } from './save'

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
    const label = `rapport "${report.name}"`
    return removedFromRegie(data, 'reports', id, label, `Het ${label}`)
  }
}
