import { byNumber, formatDate, formatNumber, plural } from '../labels/format'
import { phaseLabels, ratingLabels } from '../labels/values'
import type { Id, IsoDate, Project } from '../model/entities'
import { type ProgrammeData, programmeOf } from '../model/programmeData'
import { PHASES } from '../model/values'
import { hasAmbition } from './ambition'
import { transitionBalance } from './balance'
import { hasSupportTrack, matches, type ProjectFilter } from './places'
import { trackCounts } from './statusCounts'

/** Something that asks for the manager's attention today. */
export interface AttentionItem {
  readonly kind:
    | 'rating'
    | 'deliveryOverdue'
    | 'supportMissing'
    | 'phaseOverdue'
    | 'decisionOverdue'
    | 'noPlan'
    | 'noAmbition'
  readonly severity: 'high' | 'normal'
  /** One Dutch sentence, with the name of what it is about. */
  readonly text: string
  readonly projectId: Id | null
  readonly municipalityId: Id | null
  /** Since when, for sorting; null when it has no date. */
  readonly date: IsoDate | null
}

/** All items, the most pressing first: high before normal, then oldest first. */
export function attention(data: ProgrammeData, today: IsoDate, filter: ProjectFilter = {}): AttentionItem[] {
  const items: AttentionItem[] = []
  for (const project of data.projects.values())
    if (project.phase !== 'ended' && matches(data, project, filter))
      items.push(...ofProject(data, project, today))
  items.push(...ofMunicipalities(data, filter))
  const rank = (i: AttentionItem): string =>
    `${i.severity === 'high' ? '0' : '1'}${i.date ?? '9999'}${i.text}`
  return items
    .map((item) => ({ item, key: rank(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((x) => x.item)
}

function ofProject(data: ProgrammeData, project: Project, today: IsoDate): AttentionItem[] {
  const items: AttentionItem[] = []
  const add = (
    kind: AttentionItem['kind'],
    severity: AttentionItem['severity'],
    text: string,
    date: IsoDate | null,
  ): void => {
    items.push({ kind, severity, text, projectId: project.id, municipalityId: project.municipalityId, date })
  }
  const { colour, cause } = project.rating
  if (colour === 'red' || colour === 'orange')
    add(
      'rating',
      colour === 'red' ? 'high' : 'normal',
      `${project.name} staat op ${ratingLabels[colour]}: ${cause}`,
      null,
    )

  const homes = trackCounts(project.homes, today)
  const late = homes.idea + homes.explored + homes.committed + homes.preparing
  if (late > 0) {
    const first = project.homes.find((s) => s.to !== 'available' && s.to !== 'ended' && s.date <= today)
    add(
      'deliveryOverdue',
      'high',
      `${project.name}: ${plural(late, 'plek', 'plekken')} ${byNumber(late, 'zou', 'zouden')} er nu zijn, maar ${byNumber(late, 'is', 'zijn')} nog niet beschikbaar.`,
      first?.date ?? null,
    )
  }
  if (hasSupportTrack(data, project)) {
    const short = homes.available - trackCounts(project.support, today).available
    if (short > 0)
      add(
        'supportMissing',
        'high',
        `${project.name}: voor ${plural(short, 'woning', 'woningen')} die klaar ${byNumber(short, 'staat', 'staan')} is nog geen begeleiding.`,
        null,
      )
  }
  const at = PHASES.indexOf(project.phase)
  const overdue = project.phases.find(
    (p) => PHASES.indexOf(p.phase) > at && p.actual === null && p.planned !== null && p.planned < today,
  )
  if (overdue !== undefined && overdue.planned !== null)
    add(
      'phaseOverdue',
      'normal',
      `${project.name}: de fase “${phaseLabels[overdue.phase]}” stond gepland op ${formatDate(overdue.planned)}.`,
      overdue.planned,
    )
  const decision = project.closingDecision
  if (decision !== null && decision.date < today && at < PHASES.indexOf('inUse'))
    add(
      'decisionOverdue',
      'normal',
      `${project.name}: “${decision.text}” zou op ${formatDate(decision.date)} rond zijn.`,
      decision.date,
    )
  return items
}

function ofMunicipalities(data: ProgrammeData, filter: ProjectFilter): AttentionItem[] {
  if (!hasAmbition(data))
    return [
      {
        kind: 'noAmbition',
        severity: 'high',
        text: 'Er is nog geen ambitie vastgelegd. Zonder ambitie is niet te zien hoeveel plekken er nog nodig zijn.',
        projectId: null,
        municipalityId: null,
        date: null,
      },
    ]
  const horizon = programmeOf(data).horizon
  const scope: ProjectFilter =
    filter.municipalityIds === undefined ? {} : { municipalityIds: filter.municipalityIds }
  return transitionBalance(data, horizon, 'municipality', scope).rows.flatMap((row): AttentionItem[] => {
    const missing = (row.gap ?? 0) - row.planned
    if (missing <= 0 || row.id === null) return []
    return [
      {
        kind: 'noPlan',
        severity: 'normal',
        text: `${row.name}: voor ${formatNumber(missing)} van de ${plural(row.ambition ?? 0, 'plek', 'plekken')} op ${formatDate(horizon)} is nog geen plan.`,
        projectId: null,
        municipalityId: row.id,
        date: null,
      },
    ]
  })
}
