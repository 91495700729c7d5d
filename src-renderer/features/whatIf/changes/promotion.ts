import { trackCounts } from '@/domain/capacity/statusCounts'
import { confidenceLabels, formatDate, formatNumber, phaseLabels, plural } from '@/domain/labels'
import type { IsoDate, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { planPart, type Scenario } from '@/domain/scenario'

/** What taking a scenario over does to one project, in words. */
export interface PromotedProject {
  readonly id: string
  readonly name: string
  readonly lines: readonly string[]
}

/** All projects that promoting changes, those that move along included. */
export function promotedProjects(data: ProgrammeData, scenario: Scenario, today: IsoDate): PromotedProject[] {
  return planPart(data, scenario, today, true).patches.flatMap(({ table, id, before, after }) => {
    if (table !== 'projects' || after === null || !('homes' in after)) return []
    const was = before !== null && 'homes' in before ? before : null
    return [{ id, name: after.name, lines: was === null ? newLines(data, after) : differences(was, after) }]
  })
}

const FAR: IsoDate = '9999-12-31'

function newLines(data: ProgrammeData, project: Project): string[] {
  const places = trackCounts(project.homes, FAR).available
  const where = data.municipalities.get(project.municipalityId)?.name ?? ''
  const type = data.arrangementTypes.get(project.typeId)?.name ?? ''
  const date = project.homes[0]?.date
  return [
    `nieuw in ${where}: ${plural(places, 'plek', 'plekken')} ${type}${date === undefined ? '' : ` vanaf ${formatDate(date)}`}`,
  ]
}

function differences(before: Project, after: Project): string[] {
  const lines: string[] = []
  if (before.confidence !== after.confidence)
    lines.push(
      `zekerheid van ${confidenceLabels[before.confidence].toLowerCase()} naar ${confidenceLabels[after.confidence].toLowerCase()}`,
    )
  const closed = lastDate(before, isClosing)
  const closes = lastDate(after, isClosing)
  if (closed !== closes) lines.push(moved('dicht', closed, closes))
  const opened = lastDate(before, (step) => !isClosing(step))
  const opens = lastDate(after, (step) => !isClosing(step) && step.to !== 'ended')
  if (opened !== opens && opens !== null) lines.push(moved('laatste plekken', opened, opens))
  const lost = foreseen(before) - foreseen(after)
  if (lost > 0) lines.push(`${plural(lost, 'plek komt', 'plekken komen')} er niet`)
  const closings = places(after, isClosing) - places(before, isClosing)
  if (closings !== 0)
    lines.push(
      `${plural(Math.abs(closings), 'plek', 'plekken')} ${closings > 0 ? 'meer' : 'minder'} gesloten`,
    )
  const phases = after.phases.filter(
    ({ phase, planned }) => (before.phases.find((p) => p.phase === phase)?.planned ?? null) !== planned,
  )
  // A project that moves as a whole says so once; one phase alone is named.
  const [only] = phases
  if (phases.length > 1) lines.push(`${formatNumber(phases.length)} fasen schuiven mee`)
  else if (only !== undefined) {
    const was = before.phases.find((p) => p.phase === only.phase)?.planned ?? null
    lines.push(moved(`fase ${phaseLabels[only.phase].toLowerCase()}`, was, only.planned))
  }
  const decision = after.closingDecision?.date ?? null
  const decided = before.closingDecision?.date ?? null
  if (decision !== decided) lines.push(moved('sluitend besluit', decided, decision))
  return lines.length === 0 ? ['stappen in de planning veranderen'] : lines
}

type Step = Project['homes'][number]
const isClosing = (step: Step): boolean => step.from === 'available' && step.to === 'ended'
/** Places that the project means to have, or has: not those that end before they were ever there. */
const foreseen = (project: Project): number =>
  places(project, (step) => step.from === null) -
  places(project, (step) => step.from !== 'available' && step.to === 'ended')

function lastDate(project: Project, which: (step: Step) => boolean): IsoDate | null {
  return project.homes.reduce<IsoDate | null>(
    (last, step) => (which(step) && (last === null || step.date > last) ? step.date : last),
    null,
  )
}

function places(project: Project, which: (step: Step) => boolean): number {
  return project.homes.reduce((sum, step) => (which(step) ? sum + step.places : sum), 0)
}

function moved(what: string, from: IsoDate | null, to: IsoDate | null): string {
  if (from === null) return `${what} op ${formatDate(to ?? '')}`
  if (to === null) return `${what} niet meer op ${formatDate(from)}`
  return `${what} van ${formatDate(from)} naar ${formatDate(to)}`
}
