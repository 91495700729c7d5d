import { balanceOverDates, type BalanceBy, type BalanceRow, type ProjectFilter } from '@/domain/capacity'
import { explain, type ExplanationRow, type FigureQuery } from '@/domain/indicators'
import { formatDate } from '@/domain/labels'
import type { Baseline } from '@/domain/model/baseline'
import type { Id, IsoDate, ProgressReport } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { planOfBaseline } from './baselinePlan'

/** What the matrix is compared with. */
export interface Comparison {
  readonly kind: 'report' | 'baseline'
  /** Such as: het vastgestelde plan "Begroting 2027". */
  readonly name: string
  /** One sentence on what a difference means. */
  readonly meaning: string
  /** The plan that the other figures come from: today's, or the frozen one. */
  readonly plan: ProgrammeData
  /** On which day the other figures of a quarter are taken; null when that quarter isn't compared. */
  dateOf(date: IsoDate): IsoDate | null
}

/** The planning of now, against how things stood on the reference date of a report. */
export function withReport(data: ProgrammeData, report: ProgressReport): Comparison {
  const on = report.referenceDate
  return {
    kind: 'report',
    name: `"${report.name}"`,
    meaning: `Het verschil is dat met de stand op ${formatDate(on)}, de peildatum van "${report.name}", volgens de planning van nu.`,
    plan: data,
    dateOf: (date) => (date > on ? on : null),
  }
}

/** The planning of now, against a frozen one, quarter by quarter. */
export function withBaseline(data: ProgrammeData, baseline: Baseline): Comparison {
  return {
    kind: 'baseline',
    name: `"${baseline.name}"`,
    meaning: `Het verschil is dat met hetzelfde kwartaal in "${baseline.name}", vastgesteld op ${formatDate(baseline.frozenOn)}.`,
    plan: planOfBaseline(data, baseline),
    dateOf: (date) => date,
  }
}

/** The latest report whose reference date lies before a day. */
export function reportsBefore(data: ProgrammeData, day: IsoDate): ProgressReport[] {
  return [...data.reports.values()]
    .filter((report) => report.referenceDate < day)
    .sort((a, b) => (a.referenceDate < b.referenceDate ? 1 : -1))
}

/** The other figures of every cell: by row, then by date. A row that wasn't there yet has nothing. */
export class ThenFigures {
  private readonly byDate = new Map<IsoDate, Map<Id | null, BalanceRow>>()
  private readonly totals = new Map<IsoDate, BalanceRow>()

  constructor(
    private readonly comparison: Comparison,
    dates: readonly IsoDate[],
    by: BalanceBy,
    filter: ProjectFilter,
  ) {
    const wanted = new Set<IsoDate>()
    for (const date of dates) {
      const on = comparison.dateOf(date)
      if (on !== null) wanted.add(on)
    }
    for (const table of balanceOverDates(comparison.plan, [...wanted].sort(), by, filter)) {
      this.byDate.set(table.date, new Map(table.rows.map((row) => [row.id, row])))
      this.totals.set(table.date, table.total)
    }
  }

  /**
   * What a figure was; null when the quarter isn't compared, or the figure isn't defined for the row.
   * @param row null for the total
   */
  valueOf(
    row: { readonly id: Id | null } | null,
    date: IsoDate,
    figure: keyof BalanceRow & FigureQuery['figure'],
  ): number | null {
    const on = this.comparison.dateOf(date)
    if (on === null) return null
    if (row === null) return this.totals.get(on)?.[figure] ?? null
    const then = this.byDate.get(on)?.get(row.id)
    return then === undefined ? 0 : then[figure]
  }
}

/** What one project (or the ambition of one municipality) adds to a difference. */
export interface PartChange {
  readonly id: string
  readonly projectId: Id | null
  readonly name: string
  readonly municipality: string
  readonly then: number
  readonly now: number
}

/** The projects behind the difference of one figure, largest first. The differences add up to that of the figure. */
export function partsOfChange(data: ProgrammeData, query: FigureQuery, comparison: Comparison): PartChange[] {
  const on = comparison.dateOf(query.date)
  if (on === null) return []
  const parts = new Map<
    string,
    { projectId: Id | null; name: string; municipality: string; then: number; now: number }
  >()
  const add = (row: ExplanationRow, when: 'then' | 'now'): void => {
    const id = row.projectId ?? row.id
    let part = parts.get(id)
    if (part === undefined) {
      const name = row.projectId === null ? `${row.name}, ${row.note}` : row.name
      part = { projectId: row.projectId, name, municipality: row.municipality, then: 0, now: 0 }
      parts.set(id, part)
    }
    part[when] += row.value
  }
  // First now, so that a project that was given another name has its present one.
  for (const row of explain(data, query).rows) add(row, 'now')
  for (const row of explain(comparison.plan, { ...query, date: on }).rows) add(row, 'then')
  return [...parts]
    .map(([id, part]) => ({ id, ...part }))
    .filter((part) => part.now !== part.then)
    .sort((a, b) => Math.abs(b.now - b.then) - Math.abs(a.now - a.then))
}
