import { formatDate } from '../labels'
import type { Id, IsoDate, Partner, Project } from '../model/entities'
import type { ProgrammeData, TableName } from '../model/programmeData'
import { addMonths } from '../time/day'
import { endedOn } from '../trajectories/overview'
import type { RetentionKind, RetentionTerms } from './terms'

/** Kinds that are records of the programme. */
export type RecordKind = Extract<
  RetentionKind,
  'projects' | 'trajectories' | 'contacts' | 'reports' | 'baselines'
>

/** A record whose term is over. */
export interface DueRecord {
  readonly kind: RecordKind
  readonly table: Extract<TableName, 'projects' | 'trajectories' | 'partners' | 'reports' | 'baselines'>
  readonly id: Id
  readonly name: string
  /** The day from which the term counts. */
  readonly since: IsoDate
  /** The first day after the term. */
  readonly due: IsoDate
  /** Dutch: why the term began that day. */
  readonly reason: string
}

/** The day on which a record was last changed, from the log. */
export type ChangedOn = (table: TableName, id: Id) => IsoDate

/** The first day on which something of that day may go. */
export const dueOn = (since: IsoDate, months: number): IsoDate => addMonths(since, months)

/**
 * Records whose term is over, those that wait longest first. What still works is never due: a project or trajectory that runs,
 * a partner with a project that runs.
 */
export function dueRecords(
  data: ProgrammeData,
  terms: RetentionTerms,
  today: IsoDate,
  changedOn: ChangedOn,
): DueRecord[] {
  const found: DueRecord[] = []
  const add = (item: Omit<DueRecord, 'due'>): void => {
    const months = terms[item.kind]
    if (months === null) return
    const due = dueOn(item.since, months)
    if (due <= today) found.push({ ...item, due })
  }
  for (const project of data.projects.values()) {
    const end = endOf(project, changedOn)
    if (end !== null) add({ kind: 'projects', table: 'projects', id: project.id, name: project.name, ...end })
  }
  for (const trajectory of data.trajectories.values()) {
    const since = endedOn(trajectory)
    const { id, code: name } = trajectory
    if (since !== null)
      add({
        ...{ kind: 'trajectories', table: 'trajectories', id, name, since },
        reason: `afgesloten op ${formatDate(since)}`,
      })
  }
  const projectsOf = projectsByPartner(data)
  for (const partner of data.partners.values()) {
    const end = endOfWork(partner, projectsOf.get(partner.id) ?? [], changedOn)
    if (end !== null) add({ kind: 'contacts', table: 'partners', id: partner.id, name: partner.name, ...end })
  }
  for (const { id, name, referenceDate } of data.reports.values())
    add({
      ...{ kind: 'reports', table: 'reports', id, name, since: referenceDate },
      reason: `peildatum ${formatDate(referenceDate)}`,
    })
  for (const { id, name, frozenOn } of data.baselines.values())
    add({
      ...{ kind: 'baselines', table: 'baselines', id, name, since: frozenOn },
      reason: `vastgesteld op ${formatDate(frozenOn)}`,
    })
  return found.sort((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1))
}

/** Trajectories of people who asked to be forgotten: they may go at once, whatever their term. */
export function requestedRecords(data: ProgrammeData, ids: ReadonlySet<Id>, today: IsoDate): DueRecord[] {
  return [...data.trajectories.values()]
    .filter(({ id }) => ids.has(id))
    .map(({ id, code }) => ({
      ...{ kind: 'trajectories', table: 'trajectories', id, name: code, since: today, due: today },
      reason: 'op verzoek',
    }))
}

interface End {
  readonly since: IsoDate
  readonly reason: string
}

/** When an ended project ended; null while it runs. */
export function endOf(project: Project, changedOn: ChangedOn): End | null {
  if (project.phase !== 'ended') return null
  const actual = project.phases.find(({ phase }) => phase === 'ended')?.actual ?? null
  if (actual !== null) return { since: actual, reason: `beëindigd op ${formatDate(actual)}` }
  const since = changedOn('projects', project.id)
  return { since, reason: `beëindigd, voor het laatst gewijzigd op ${formatDate(since)}` }
}

/** Partners that take part by projects; of the others nothing tells that they stopped. */
const BY_PROJECT: ReadonlySet<Partner['kind']> = new Set<Partner['kind']>([
  'housingAssociation',
  'shelterProvider',
  'careProvider',
])

/** When the work of a partner ended, as far as there is someone to forget; null while it goes on. */
function endOfWork(partner: Partner, projects: readonly Project[], changedOn: ChangedOn): End | null {
  if (partner.contactRole.trim() === '' || !BY_PROJECT.has(partner.kind)) return null
  let last: IsoDate | null = null
  for (const project of projects) {
    const end = endOf(project, changedOn)
    if (end === null) return null
    if (last === null || end.since > last) last = end.since
  }
  if (last !== null) return { since: last, reason: `het laatste project eindigde op ${formatDate(last)}` }
  const since = changedOn('partners', partner.id)
  return { since, reason: `bij geen enkel project, voor het laatst gewijzigd op ${formatDate(since)}` }
}

function projectsByPartner(data: ProgrammeData): ReadonlyMap<Id, readonly Project[]> {
  const found = new Map<Id, Project[]>()
  for (const project of data.projects.values())
    for (const id of new Set([project.associationId, project.supportProviderId]))
      if (id !== null) found.set(id, [...(found.get(id) ?? []), project])
  return found
}

/** An entry of the log, as far as its term is concerned. */
export interface DatedEntry {
  readonly sequence: number
  /** The day of the entry. */
  readonly day: IsoDate
}

/**
 * The last entry of the log up to which all terms are over; 0 when there is none.
 * @param entries oldest first
 */
export function lastDueEntry(entries: readonly DatedEntry[], months: number | null, today: IsoDate): number {
  if (months === null) return 0
  let last = 0
  for (const { sequence, day } of entries) {
    if (dueOn(day, months) > today) break
    last = sequence
  }
  return last
}
