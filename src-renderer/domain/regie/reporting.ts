import type { Command } from '../commands/context'
import { saveReport } from '../commands/reports'
import type { Patch } from '../history/patch'
import type { Id, IsoDate, ProgressReport } from '../model/entities'
import { type ProgrammeData, programmeOf } from '../model/programmeData'
import { ok } from '../result'
import { toDay, toIso } from '../time/day'
import type { Decision } from './model'
import { saveRecord } from './records'

/**
 * How decisions and reports find each other. A decision names the last report in which it was asked; the reports before
 * that one stay among its links.
 */

export const isInReport = (decision: Decision, reportId: Id): boolean =>
  decision.reportId === reportId ||
  decision.links.some(({ table, id }) => table === 'reports' && id === reportId)

/** Asked of the board, and in no report yet. */
export const waitsForReport = (decision: Decision): boolean =>
  decision.status === 'asked' && decision.level === 'board' && decision.reportId === null

function intoReport(decision: Decision, reportId: Id): Decision {
  const { reportId: before } = decision
  const others = decision.links.filter(({ table, id }) => table !== 'reports' || id !== reportId)
  const links =
    before === null || before === reportId || others.some((l) => l.table === 'reports' && l.id === before)
      ? others
      : [...others, { table: 'reports' as const, id: before }]
  return { ...decision, reportId, links }
}

const outOfReport = (decision: Decision, reportId: Id): Decision => ({
  ...decision,
  reportId: decision.reportId === reportId ? null : decision.reportId,
  links: decision.links.filter(({ table, id }) => table !== 'reports' || id !== reportId),
})

/** Asks decisions in a report, or no longer. */
export function askInReport(reportId: Id, decisionIds: readonly Id[], asked: boolean): Command {
  return (data, ctx) => {
    const patches: Patch[] = []
    const names: string[] = []
    for (const id of decisionIds) {
      const decision = data.decisions.get(id)
      if (decision === undefined || isInReport(decision, reportId) === asked) continue
      const next = asked ? intoReport(decision, reportId) : outOfReport(decision, reportId)
      const change = saveRecord('decisions', next)(data, ctx)
      if (!change.ok) return change
      patches.push(...change.value.patches)
      names.push(`"${decision.name}"`)
    }
    const what = names.length === 1 ? `besluit ${names[0] ?? ''}` : `${String(names.length)} besluiten`
    return ok({
      patches,
      summary: asked ? `${what} in het rapport gezet` : `${what} uit het rapport gehaald`,
    })
  }
}

/** A new report, in which every decision asked of the board is asked: also one that an earlier report asked. */
export function startReport(report: ProgressReport): Command {
  return (data, ctx) => {
    const begun = saveReport(report)(data, ctx)
    if (!begun.ok) return begun
    const open = [...data.decisions.values()].filter((d) => d.status === 'asked' && d.level === 'board')
    const withReport = { ...data, reports: new Map(data.reports).set(report.id, report) }
    const asked = askInReport(
      report.id,
      open.map((d) => d.id),
      true,
    )(withReport, ctx)
    if (!asked.ok) return asked
    return ok({ ...begun.value, patches: [...begun.value.patches, ...asked.value.patches] })
  }
}

export interface Period {
  readonly from: IsoDate
  readonly until: IsoDate
}

/** What a report looks back on: from the day after the report before it, or from the start of the programme. */
export function reportPeriod(data: ProgrammeData, { referenceDate }: ProgressReport): Period {
  let before: IsoDate | null = null
  for (const other of data.reports.values())
    if (other.referenceDate < referenceDate && (before === null || other.referenceDate > before))
      before = other.referenceDate
  return {
    from: before === null ? programmeOf(data).start : toIso(toDay(before) + 1),
    until: referenceDate,
  }
}

export const isWithin = ({ from, until }: Period, date: IsoDate | null): boolean =>
  date !== null && from <= date && date <= until
