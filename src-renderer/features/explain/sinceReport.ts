import { explain, type ExplanationRow, type FigureQuery } from '@/domain/indicators'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'

/** What makes a figure differ from what it was on the reference date of the last progress report. */
export interface SinceReport {
  readonly reportName: string
  readonly date: IsoDate
  readonly value: number
  readonly difference: number
  /** Per project (or per municipality, for an ambition) what it adds to the difference; they add up to it. */
  readonly changes: readonly { readonly id: string; readonly name: string; readonly difference: number }[]
}

/** A row that is no project says what it is: `Aalten, ambitie`. */
const nameOf = (row: ExplanationRow): string =>
  row.projectId === null ? `${row.name}, ${row.note}` : row.name

/**
 * Compares a figure with the latest saved report whose reference date lies before the figure's own. Both are computed
 * from the programme as it is now, so a difference comes from the planning and never from another way of counting.
 * @returns null when there is no such report, or when the figure isn't defined for this part
 */
export function sinceReport(data: ProgrammeData, query: FigureQuery): SinceReport | null {
  const earlier = [...data.reports.values()].filter((report) => report.referenceDate < query.date)
  const last = earlier.sort((a, b) => (a.referenceDate < b.referenceDate ? 1 : -1))[0]
  if (last === undefined) return null
  const now = explain(data, query)
  const then = explain(data, { ...query, date: last.referenceDate })
  if (now.value === null || then.value === null) return null

  const changes = new Map<string, { name: string; difference: number }>()
  const add = (key: Id, name: string, value: number): void => {
    const known = changes.get(key)
    if (known === undefined) changes.set(key, { name, difference: value })
    else known.difference += value
  }
  for (const row of now.rows) add(row.projectId ?? row.id, nameOf(row), row.value)
  for (const row of then.rows) add(row.projectId ?? row.id, nameOf(row), -row.value)
  return {
    reportName: last.name,
    date: last.referenceDate,
    value: then.value,
    difference: now.value - then.value,
    changes: [...changes]
      .map(([id, change]) => ({ id, ...change }))
      .filter((change) => change.difference !== 0)
      .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference)),
  }
}
