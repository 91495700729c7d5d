import { trackCounts } from '@/domain/capacity/statusCounts'
import { confidenceLabels, formatDate, phaseLabels, plural } from '@/domain/labels'
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
  const lost = trackCounts(after.homes, FAR).ended - trackCounts(before.homes, FAR).ended
  const closings = places(after, isClosing) - places(before, isClosing)
  if (lost - closings > 0) lines.push(`${plural(lost - closings, 'plek komt', 'plekken komen')} er niet`)
  if (closings > 0) lines.push(`${plural(closings, 'plek', 'plekken')} meer gesloten`)
  for (const { phase, planned } of after.phases) {
    const was = before.phases.find((p) => p.phase === phase)?.planned ?? null
    if (was !== planned) lines.push(moved(phaseLabels[phase].toLowerCase(), was, planned))
  }
  const decision = after.closingDecision?.date ?? null
  const decided = before.closingDecision?.date ?? null
  if (decision !== decided) lines.push(moved('besluit', decided, decision))
  return lines.length === 0 ? ['datums schuiven op'] : lines
}

type Step = Project['homes'][number]
const isClosing = (step: Step): boolean => step.from === 'available' && step.to === 'ended'

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
