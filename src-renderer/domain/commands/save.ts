import type { Change } from '../history/patch'
import type { Id } from '../model/entities'
import type { ProgrammeData, TableName, Tables } from '../model/programmeData'
import { type DomainError, ok, refuse, type Result } from '../result'
import { drop, put } from './patches'

export const NO_CHANGE: Change = { patches: [], summary: 'niets gewijzigd' }

/** The first problem as a refusal; null when there is none. */
export function firstProblem(problems: readonly DomainError[]): Result<never> | null {
  const first = problems[0]
  return first === undefined ? null : { ok: false, error: first }
}

/**
 * Puts a checked record in its table.
 * @param label how the summary names the record: `project "Kamers Wijnbergen"`
 */
export function saved<K extends TableName>(
  data: ProgrammeData,
  table: K,
  record: Tables[K],
  label: string,
): Result<Change> {
  const patches = put(data, table, record)
  if (patches.length === 0) return ok(NO_CHANGE)
  return ok({ patches, summary: `${label} ${data[table].has(record.id) ? 'gewijzigd' : 'toegevoegd'}` })
}

export function removed(data: ProgrammeData, table: TableName, id: Id, label: string): Result<Change> {
  return ok({ patches: drop(data, table, id), summary: `${label} verwijderd` })
}

/** Refusal for a record that is no longer there, for instance after an undo in the meantime. */
export const gone = (what: string): Result<never> => refuse('not-found', `${what} bestaat niet (meer).`)
