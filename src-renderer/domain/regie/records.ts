import type { Command } from '../commands/context'
import { drop, sameContent } from '../commands/patches'
import { firstProblem, gone, saved } from '../commands/save'
import { capitalise, formatDate, tableLabels } from '../labels'
import type { Id } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { ok, refuse, type Result } from '../result'
import type { Trajectory } from '../trajectories/model'
import { tracesOf } from '../trajectories/privacy'
import { guardTrajectory } from '../trajectories/rules'
import { validateRegie } from '../validation/regie'
import { released } from './links'
import type {
  Agreement,
  Decision,
  Dilemma,
  Mandate,
  Neighbourhood,
  RegieTable,
  RegieTables,
  Session,
} from './model'
import { regieLabel } from './name'
import { peopleIn } from './people'

/**
 * Adds or replaces a record of regie. Refuses what `validateRegie` finds, and what only a command of its own may change:
 * the owner of an agreement, dissent, what was settled, positions that were taken.
 */
export function saveRecord<K extends RegieTable>(table: K, draft: RegieTables[K]): Command {
  return (data) => {
    const record = 'name' in draft ? { ...draft, name: draft.name.trim() } : draft
    const before = (data[table] as ReadonlyMap<Id, RegieTables[K]>).get(record.id)
    return guarded(before, record, table) ?? stored(data, table, record)
  }
}

/** Checks the record by the rules and puts it in its table: for commands that may change what `saveRecord` may not. */
export function stored<K extends RegieTable>(
  data: ProgrammeData,
  table: K,
  record: RegieTables[K],
  summary?: string,
): ReturnType<Command> {
  const problem = firstProblem(validateRegie(data, table, record)) ?? withPeople(table, record)
  if (problem !== null) return problem
  const change = saved<RegieTable>(data, table, record, regieLabel(table, record))
  return !change.ok || summary === undefined || change.value.patches.length === 0
    ? change
    : ok({ ...change.value, summary })
}

/** Removes a record; loose links to it go with it. Refuses `stays` for what is kept for good, and `in-use`. */
export function removeRecord(table: RegieTable, id: Id): Command {
  return (data) => {
    const record = data[table].get(id)
    const word = tableLabels[table].one
    if (record === undefined) return gone(capitalise(`deze ${word}`))
    const kept = staysBecause(data, table, record)
    if (kept !== null) return refuse('stays', kept)
    const label = regieLabel(table, record)
    const free = released(data, table, id, capitalise(label))
    if (!free.ok) return free
    return ok({ patches: [...free.value, ...drop(data, table, id)], summary: `${label} verwijderd` })
  }
}

function staysBecause(
  data: ProgrammeData,
  table: RegieTable,
  record: RegieTables[RegieTable],
): string | null {
  if (table === 'decisions') {
    const decision = record as Decision
    if (decision.dissent.length > 0)
      return 'Bij dit besluit staat tegengeluid. Dat blijft erbij, dus het besluit ook.'
    if (decision.status === 'taken' || decision.status === 'rejected')
      return 'Over dit besluit is beslist. Het blijft staan; schrijf erbij wat er van kwam.'
  }
  if (table === 'dilemmas' && (record as Dilemma).positions.length > 0)
    return 'Een dilemma waarop u al een plek koos, blijft: het is niet op te lossen, alleen te verschuiven.'
  if (table === 'sessions' && (record as Session).held)
    return 'Deze sessie is gehouden. Wie er was en wat er is gezegd, blijft bewaard.'
  if (table === 'agreements' && (record as Agreement).ownerChanges.length > 0)
    return 'Deze afspraak kreeg een andere eigenaar, met instemming. Dat blijft bewaard: laat de afspraak vervallen.'
  if (table === 'mandates' && [...data.decisions.values()].some((d) => d.mandateId === record.id))
    return 'Onder dit mandaat is een besluit genomen. Geef het een einddatum in plaats van het te verwijderen.'
  return null
}

/** What changes only by a command of its own. @returns null when the record keeps all of that */
function guarded(
  before: RegieTables[RegieTable] | undefined,
  record: RegieTables[RegieTable],
  table: RegieTable,
): Result<never> | null {
  if (table === 'agreements') return guardAgreement(before as Agreement | undefined, record as Agreement)
  if (table === 'decisions') return guardDecision(before as Decision | undefined, record as Decision)
  if (table === 'dilemmas') return guardDilemma(before as Dilemma | undefined, record as Dilemma)
  if (table === 'trajectories') return guardTrajectory(before as Trajectory | undefined, record as Trajectory)
  return table === 'mandates' && before !== undefined
    ? guardMandate(before as Mandate, record as Mandate)
    : null
}

function guardAgreement(before: Agreement | undefined, next: Agreement): Result<never> | null {
  if (before !== undefined && next.ownerId !== before.ownerId)
    return refuse(
      'owner-consent',
      'De eigenaar wijzigt alleen met instemming van de nieuwe eigenaar en een reden. Kies "Andere eigenaar".',
      'ownerId',
    )
  if (!sameContent(next.ownerChanges, before?.ownerChanges ?? []))
    return refuse('owner-history', 'Wie eerder eigenaar was, staat vast.', 'ownerChanges')
  return sameContent(next.steps, before?.steps ?? [])
    ? null
    : refuse('steps-kept', 'Wat er is gedaan om verder te komen, staat vast.', 'steps')
}

function guardDecision(before: Decision | undefined, next: Decision): Result<never> | null {
  if (!sameContent(next.dissent, before?.dissent ?? []))
    return refuse(
      'dissent-kept',
      'Tegengeluid blijft staan zoals het is gezegd. U kunt er alleen nieuw tegengeluid bij zetten.',
      'dissent',
    )
  if (next.status !== (before?.status ?? 'asked') || next.mandateId !== (before?.mandateId ?? null))
    return refuse('settle-first', 'Een besluit nemen gaat met "Besluit vastleggen".', 'status')
  if (before === undefined || before.status === 'asked') return null
  const fixed = [
    'name',
    'text',
    'subject',
    'level',
    'amount',
    'municipalityIds',
    'settledOn',
    'withoutMandate',
  ] as const
  const changed = [...fixed, 'figures' as const, 'askedOn' as const, 'reason' as const].find(
    (field) => !sameContent(before[field], next[field]),
  )
  return changed === undefined
    ? null
    : refuse(
        'settled',
        `Dit besluit is afgerond op ${formatDate(before.settledOn ?? before.askedOn)}. Wat er toen lag, blijft staan.`,
        changed,
      )
}

function guardDilemma(before: Dilemma | undefined, next: Dilemma): Result<never> | null {
  return sameContent(next.positions, before?.positions ?? [])
    ? null
    : refuse('positions-kept', 'Eerdere plekken op de lijn blijven staan. Kies een nieuwe plek.', 'positions')
}

/** A mandate that changed its subject would change what was decided under it. Its limit and its dates may change. */
function guardMandate(before: Mandate, next: Mandate): Result<never> | null {
  return before.subject === next.subject
    ? null
    : refuse('subject-kept', 'Het onderwerp van een mandaat staat vast. Maak een nieuw mandaat.', 'subject')
}

/** Neighbourhoods hold no people; a trajectory knows its person only by a code. */
function withPeople(table: RegieTable, record: RegieTables[RegieTable]): Result<never> | null {
  if (table === 'neighbourhoods') return firstProblem(peopleIn(record as Neighbourhood))
  return table === 'trajectories' ? firstProblem(tracesOf(record as Trajectory)) : null
}
