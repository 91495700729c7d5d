import { digestOf, itemsIn, portionsOf } from './changes'
import { amendmentsIn, type StoreCore, walkPatches } from './core'
import { damaged, StoreFailure } from './failure'
import { chainBetween, type Head, NO_HEAD, type OpenedEntry } from './journal'
import { migrateTables } from './migrate'
import {
  applyTo,
  looseCopy,
  type LooseTables,
  type StoredPatch,
  type StoredTables,
  takeBackFrom,
} from './tables'
import { isPatch, type Touch } from './touches'

const compacted = (): StoreFailure =>
  new StoreFailure({
    code: 'history-compacted',
    message:
      'De wijzigingen van zo lang geleden zijn opgeruimd. De regels van het logboek zijn er nog, de stand van toen niet meer.',
  })

/** Sequence up to which the patches were dropped. */
export const compactedUpTo = (entries: readonly OpenedEntry[]): number =>
  Math.max(0, ...entries.map((entry) => (entry.kind === 'compaction' ? (entry.base ?? 0) : 0)))

/** The tables as they were right after a commit. */
export async function tablesAt(
  core: StoreCore,
  head: Head,
  now: StoredTables,
  sequence: number,
): Promise<LooseTables> {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > head.sequence)
    throw new StoreFailure({ code: 'no-such-entry', message: 'Deze regel staat niet in het logboek.' })
  const all = await chainBetween(core.database, core.sealer, NO_HEAD, head)
  const later = all.filter((entry) => entry.sequence > sequence)
  if (compactedUpTo(later) > sequence) throw compacted()
  const { amended } = await amendmentsIn(core, later)
  if (later.some((entry) => entry.kind === 'migration')) {
    const past = await forward(core, all, sequence, amended)
    return migrateTables(past.tables, past.format, core.plan)
  }
  const tables = looseCopy(now)
  await walkPatches(core, later.reverse(), amended, (patches) => {
    takeBackFrom(tables, patches)
  })
  return tables
}

/** An entry that holds a whole programme: as it was made, as it was migrated, or as it was when older changes were dropped. */
function startFor(entries: readonly OpenedEntry[], upTo: number): OpenedEntry {
  const last = entries
    .filter((entry) => entry.base !== null && entry.base <= upTo && entry.base >= compactedUpTo(entries))
    .reduce<OpenedEntry | null>(
      (best, entry) => ((best?.base ?? -1) <= (entry.base ?? 0) ? entry : best),
      null,
    )
  if (last === null) throw compacted()
  return last
}

/**
 * The tables after a commit, built from the log alone: from the last whole programme in it, and every patch after that.
 * @param entries the whole log, oldest first
 */
export async function forward(
  core: StoreCore,
  entries: readonly OpenedEntry[],
  upTo: number,
  amended: ReadonlyMap<number, string>,
): Promise<{ tables: LooseTables; format: number }> {
  const start = startFor(entries, upTo)
  const portions = await portionsOf(core.database, core.sealer, start.sequence)
  if ((await digestOf(portions)) !== (amended.get(start.sequence) ?? start.digest))
    throw damaged(`de wijzigingen van regel ${String(start.sequence)} van het logboek`)
  const tables: LooseTables = new Map()
  applyTo(tables, itemsIn<StoredPatch | Touch>(portions).filter(isPatch))
  const base = start.base ?? 0
  const after = entries.filter((entry) => entry.sequence > base && entry.sequence <= upTo)
  await walkPatches(core, after, amended, (patches) => {
    applyTo(tables, patches)
  })
  return { tables, format: start.format }
}

/** A programme whose pages are broken, made again from the log. Throws when that isn't whole either. */
export async function rebuild(
  core: StoreCore,
  head: Head,
): Promise<{ tables: LooseTables; format: number; entries: OpenedEntry[] }> {
  const entries = await chainBetween(core.database, core.sealer, NO_HEAD, head)
  const { amended } = await amendmentsIn(core, entries)
  return { ...(await forward(core, entries, head.sequence, amended)), entries }
}
