import { directionQuestionLabels, directionVerdictLabels } from '@/domain/labels'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { directionAdvice, type DirectionCheck } from '@/domain/regie'
import type { ExportTable } from '@/exchange'

/** The checks that were kept, the newest first. */
export const checksOf = (data: ProgrammeData): DirectionCheck[] =>
  [...data.directionChecks.values()].sort((a, b) =>
    a.on > b.on ? -1 : a.on < b.on ? 1 : a.id < b.id ? -1 : 1,
  )

/** What the answers point to, as advice: who is asked decides. */
export function adviceWords(check: DirectionCheck): string {
  const { needed } = directionAdvice(check)
  if (needed === null) return 'nog geen advies'
  return needed ? 'regie lijkt nodig' : 'regie lijkt niet nodig'
}

/** The questions that were answered with yes. */
export const yesTo = (check: DirectionCheck): string[] =>
  check.answers.filter(({ answer }) => answer === 'yes').map(({ id }) => directionQuestionLabels[id])

export function checkTable(data: ProgrammeData, checks: readonly DirectionCheck[]): ExportTable {
  return {
    columns: [
      { key: 'on', label: 'Datum', kind: 'date' },
      { key: 'name', label: 'Waarover', kind: 'text' },
      { key: 'project', label: 'Project', kind: 'text' },
      { key: 'yes', label: 'Ja op', kind: 'text' },
      { key: 'advice', label: 'Advies', kind: 'text' },
      { key: 'verdict', label: 'Uitkomst', kind: 'text' },
      { key: 'outcome', label: 'Wat we doen', kind: 'text' },
    ],
    rows: checks.map((check) => [
      check.on,
      check.name,
      check.projectId === null ? '' : (data.projects.get(check.projectId)?.name ?? ''),
      yesTo(check).join(' '),
      adviceWords(check),
      directionVerdictLabels[check.verdict],
      check.outcome,
    ]),
  }
}
