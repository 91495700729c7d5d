import type { Command } from '../commands/context'
import { put, sameContent } from '../commands/patches'
import { plural } from '../labels'
import type { Patch } from '../history/patch'
import type { Id } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { ok, refuse, type Result } from '../result'
import type { Subject } from './fields'
import type { RowOutcome, RowRecord } from './outcome'

/** A row that comes in, as the dry run made it. */
export type IncomingRow = Pick<RowOutcome, 'row' | 'name' | 'before'> & { readonly after: RowRecord }

/** The rows of a dry run that change something, but for those that somebody left out. */
export const incomingRows = (outcomes: readonly RowOutcome[], without: ReadonlySet<number>): IncomingRow[] =>
  outcomes.flatMap((outcome) =>
    outcome.after === null || without.has(outcome.row)
      ? []
      : [{ row: outcome.row, name: outcome.name, before: outcome.before, after: outcome.after }],
  )

/**
 * Puts the rows of a dry run in the programme, in one change. The dry run checked each record against the programme as
 * it was then; so this refuses with `changed-since` when a record is no longer as it was, and with `nothing` for no rows.
 */
export function takeInRows(subject: Subject, rows: readonly IncomingRow[], fileName: string): Command {
  return (data) => {
    if (rows.length === 0)
      return refuse('nothing', 'Er is niets om in te lezen: geen rij is nieuw of anders dan in Palet.')
    const patches: Patch[] = []
    for (const row of rows) {
      const stale = changedSince(data, subject, row)
      if (stale !== null) return stale
      patches.push(...puts(data, row.after))
    }
    const added = rows.filter((row) => row.before === null).length
    const [one, many] = subject === 'projects' ? ['project', 'projecten'] : ['partner', 'partners']
    const parts = [
      ...(added > 0 ? [`${String(added)} nieuw`] : []),
      ...(added < rows.length ? [`${String(rows.length - added)} gewijzigd`] : []),
    ]
    return ok({
      patches,
      summary: `${plural(rows.length, one ?? '', many ?? '')} ingelezen uit "${fileName}" (${parts.join(', ')})`,
    })
  }
}

const puts = (data: ProgrammeData, record: RowRecord): Patch[] =>
  'municipalityId' in record ? put(data, 'projects', record) : put(data, 'partners', record)

function changedSince(data: ProgrammeData, subject: Subject, row: IncomingRow): Result<never> | null {
  const table: ReadonlyMap<Id, RowRecord> = data[subject]
  const now = table.get(row.after.id) ?? null
  const same = row.before === null ? now === null : now !== null && sameContent(now, row.before)
  if (same && refers(data, row.after)) return null
  return refuse(
    'changed-since',
    `Het programma is veranderd na de proef: "${row.name}" (rij ${String(row.row)}) is niet meer zoals toen. Maak de proef opnieuw.`,
  )
}

/** What a record points at must still be there. */
function refers(data: ProgrammeData, record: RowRecord): boolean {
  if (!('municipalityId' in record)) return record.municipalityIds.every((id) => data.municipalities.has(id))
  const isPartner = (id: Id | null): boolean => id === null || data.partners.has(id)
  return (
    data.municipalities.has(record.municipalityId) &&
    data.arrangementTypes.has(record.typeId) &&
    isPartner(record.associationId) &&
    isPartner(record.supportProviderId)
  )
}
