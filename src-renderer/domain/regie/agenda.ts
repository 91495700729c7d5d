import type { CommandContext } from '../commands/context'
import { compareDutch, formatDate, joinDutch, subjectLabels } from '../labels'
import type { Id, IsoDate } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { isOverdue } from './agreements'
import { mandateGaps, mayDecide } from './mandates'
import type { AgendaItem, Agreement, Commitment, MeetingTable, Neighbourhood } from './model'

/** Agenda items that are proposed, at most. */
const MOST_AGREEMENTS = 12

/**
 * What a table could talk about today: decisions that are asked, open agreements of its members or made at it (past
 * their date first), its dilemmas, and subjects about which no one may decide.
 */
export function proposedAgenda(data: ProgrammeData, ctx: CommandContext, tableId: Id): AgendaItem[] {
  const table = data.meetingTables.get(tableId)
  if (table === undefined) return []
  const items: AgendaItem[] = []
  const add = (text: string, link: AgendaItem['link']): void => {
    items.push({ id: ctx.newId(), text, link })
  }
  for (const decision of data.decisions.values())
    if (
      decision.status === 'asked' &&
      (decision.level === table.level || fromTable(data, decision, tableId))
    ) {
      const alone = mayDecide(data, decision, ctx.today).length === 0 ? ' (niemand mag dit nu beslissen)' : ''
      add(`Besluit: ${decision.name}${alone}`, { table: 'decisions', id: decision.id })
    }
  for (const agreement of openAgreements(data, table, ctx.today).slice(0, MOST_AGREEMENTS)) {
    const owner = data.partners.get(agreement.ownerId)?.name ?? ''
    const due = agreement.due === null ? '' : `, ${formatDate(agreement.due)}`
    const late = isOverdue(agreement, ctx.today) ? ' (over tijd)' : ''
    add(`${agreement.name}: ${owner}${due}${late}`, { table: 'agreements', id: agreement.id })
  }
  for (const dilemma of data.dilemmas.values())
    if (dilemma.links.some((l) => l.table === 'meetingTables' && l.id === tableId))
      add(`Dilemma: ${dilemma.name}`, { table: 'dilemmas', id: dilemma.id })
  const gaps = [...new Set(mandateGaps(data, ctx.today).map((gap) => subjectLabels[gap.subject]))]
  if (table.level !== 'operational' && gaps.length > 0)
    add(`Mandaat: niet overal mag iemand beslissen over ${joinDutch(gaps)}`, null)
  return items
}

const fromTable = (data: ProgrammeData, record: { readonly sessionId: Id | null }, tableId: Id): boolean =>
  record.sessionId !== null && data.sessions.get(record.sessionId)?.tableId === tableId

function openAgreements(data: ProgrammeData, table: MeetingTable, today: IsoDate): Agreement[] {
  const order = (a: Agreement): string => `${isOverdue(a, today) ? '0' : '1'} ${a.due ?? '9'}`
  return [...data.agreements.values()]
    .filter(
      (a) => a.status === 'open' && (fromTable(data, a, table.id) || table.partnerIds.includes(a.ownerId)),
    )
    .sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : compareDutch(a.name, b.name)))
}

/** What a partner promised, added up by kind; what was withdrawn doesn't count, nor what has no number. */
export function commitmentTotals(
  data: ProgrammeData,
  partnerId: Id,
): ReadonlyMap<Commitment['kind'], { readonly promised: number; readonly kept: number }> {
  const totals = new Map<Commitment['kind'], { promised: number; kept: number }>()
  for (const { partnerId: by, kind, amount, status } of data.commitments.values()) {
    if (by !== partnerId || status === 'withdrawn' || amount === null) continue
    const sum = totals.get(kind) ?? { promised: 0, kept: 0 }
    totals.set(kind, {
      promised: sum.promised + amount,
      kept: sum.kept + (status === 'kept' ? amount : 0),
    })
  }
  return totals
}

/** How much a neighbourhood can carry as it was last seen; null when nobody has looked. */
export function carryingNow(neighbourhood: Neighbourhood): Neighbourhood['carrying'][number] | null {
  return neighbourhood.carrying.reduce<Neighbourhood['carrying'][number] | null>(
    (last, seen) => (last === null || seen.on >= last.on ? seen : last),
    null,
  )
}

/** Signals that ask for a follow-up and have none yet: all but appreciation. */
export const openSignals = (neighbourhood: Neighbourhood): Neighbourhood['signals'] =>
  neighbourhood.signals.filter((s) => s.kind !== 'appreciation' && s.followedOn === null)

/** What has to be said with every picture of carrying capacity. */
export const CARRYING_LIMITS =
  'Dit is een indruk van wie er werken en wonen op een dag, geen meting. Gebruik het om erover te praten, niet om buurten te vergelijken.'
