import { sameContent } from '../domain/commands/patches'
import { formatNumber } from '../domain/labels'
import { calledOf } from '../domain/model/called'
import { digestOf, openPart } from './changes'
import { amendmentsIn, type StoreCore } from './core'
import type { PartRow } from './database'
import { storeError } from './failure'
import { checkEntry, type Head, type OpenedEntry, readHead } from './journal'
import { type Manifest, readManifest } from './manifest'
import { readPages } from './pages'
import { compactedUpTo, forward } from './past'
import { fewAtATime, places } from './sealer'
import type { StoredRecord, StoredTables } from './tables'
import { tableWords } from './words'

/**
 * What is wrong at one place: an entry was changed, is missing, stands where another one belongs, doesn't join the one
 * before; the changes it stands for are others; the log ends too soon; a page isn't what the log says.
 */
export type ChainProblemKind = 'changed' | 'missing' | 'swapped' | 'broken' | 'digest' | 'end' | 'page'

export interface ChainProblem {
  /** Entry of the log; null when it is about the pages. */
  readonly sequence: number | null
  readonly kind: ChainProblemKind
  /** Dutch sentence. */
  readonly text: string
}

export interface ChainReport {
  readonly entries: number
  readonly problems: readonly ChainProblem[]
  /** Up to here the changes were dropped by compaction; their entries were checked. */
  readonly compactedUpTo: number
  /** Hash of the last entry: whoever wrote it down can see later that nothing before it was changed. */
  readonly hash: string
}

export interface VerifyOptions {
  onProgress?(done: number, total: number): void
  readonly signal?: AbortSignal
}

const AT_A_TIME = 250
const line = (sequence: number): string => `Regel ${formatNumber(sequence)}`

/** Goes through the whole log and everything it stands for, and says exactly where something isn't as it was left. */
export async function verify(core: StoreCore, options: VerifyOptions = {}): Promise<ChainReport> {
  const problems: ChainProblem[] = []
  const add = (sequence: number | null, kind: ChainProblemKind, text: string): void => {
    problems.push({ sequence, kind, text })
  }
  const head = await readHead(core.database, core.sealer)
  const entries = await checkChain(core, head, options, add)
  const amendments = await readAmendments(core, entries, add)
  for (const entry of entries)
    if (amendments.erased.has(entry.sequence) && !entry.erased)
      add(entry.sequence, 'changed', `${line(entry.sequence)} heeft weer woorden die voorgoed waren gewist.`)
  await checkDigests(core, entries, amendments.amended, options, add)
  // Only a log that is whole can tell what should be on the pages.
  if (problems.length === 0) await checkPages(core, entries, amendments.amended, add)
  problems.sort((a, b) => (a.sequence ?? Infinity) - (b.sequence ?? Infinity))
  return { entries: head.sequence, problems, compactedUpTo: compactedUpTo(entries), hash: head.hash }
}

type Add = (sequence: number | null, kind: ChainProblemKind, text: string) => void

async function checkChain(
  core: StoreCore,
  head: Head,
  options: VerifyOptions,
  add: Add,
): Promise<OpenedEntry[]> {
  const entries: OpenedEntry[] = []
  const unopened: number[] = []
  let previous: OpenedEntry | null = null
  for (let from = 1; from <= head.sequence; from += AT_A_TIME) {
    options.signal?.throwIfAborted()
    const rows = await core.database.journal
      .where('sequence')
      .between(from, Math.min(head.sequence, from + AT_A_TIME - 1), true, true)
      .toArray()
    const found = new Map(rows.map((row) => [row.sequence, row]))
    const last = Math.min(head.sequence, from + AT_A_TIME - 1)
    const opened = new Map<number, OpenedEntry>()
    await fewAtATime(rows, async (row) => {
      try {
        opened.set(row.sequence, await checkEntry(core.sealer, row))
      } catch {
        unopened.push(row.sequence)
      }
    })
    for (let sequence = from; sequence <= last; sequence++) {
      const entry = opened.get(sequence)
      if (!found.has(sequence)) add(sequence, 'missing', `${line(sequence)} ontbreekt.`)
      if (entry === undefined) {
        previous = null
        continue
      }
      const follows = sequence === 1 ? entry.previous === '' : previous?.hash === entry.previous
      if (!entry.sound) add(sequence, 'changed', `${line(sequence)} is niet zoals hij is geschreven.`)
      // After one that is missing or can't be read there is nothing to compare with.
      else if (!follows && (previous !== null || sequence === 1))
        add(sequence, 'broken', `${line(sequence)} sluit niet aan op de regel ervoor.`)
      entries.push(entry)
      previous = entry
    }
    options.onProgress?.(last, head.sequence * 2)
  }
  await nameUnopened(core, unopened, add)
  const end = Number((await core.database.journal.orderBy(':id').lastKey()) ?? 0)
  if (end > head.sequence)
    add(head.sequence + 1, 'end', `${line(head.sequence + 1)} staat na de laatste regel die bewaard werd.`)
  const final = entries.at(-1)
  if (final?.sequence === head.sequence && final.hash !== head.hash)
    add(final.sequence, 'end', `${line(final.sequence)} is niet de laatste regel die bewaard werd.`)
  return entries
}

/** An entry that doesn't open at its own place may be that of another place. */
async function nameUnopened(core: StoreCore, sequences: readonly number[], add: Add): Promise<void> {
  const suspects = sequences.slice(0, 50)
  for (const sequence of sequences) {
    const row = await core.database.journal.get(sequence)
    let other: number | null = null
    for (const candidate of suspects) {
      if (other !== null || row === undefined || candidate === sequence) continue
      try {
        await core.sealer.open(places.journal(candidate), row.body)
        other = candidate
      } catch {
        // Not that one.
      }
    }
    if (other === null) add(sequence, 'changed', `${line(sequence)} is veranderd of beschadigd.`)
    else
      add(
        sequence,
        'swapped',
        `Op de plaats van regel ${formatNumber(sequence)} staat regel ${formatNumber(other)}.`,
      )
  }
}

async function readAmendments(
  core: StoreCore,
  entries: readonly OpenedEntry[],
  add: Add,
): Promise<{ amended: Map<number, string>; erased: Set<number> }> {
  const upTo = compactedUpTo(entries)
  const all = { amended: new Map<number, string>(), erased: new Set<number>() }
  for (const entry of entries) {
    if (entry.kind !== 'deletion' || entry.sequence <= upTo) continue
    try {
      const { amended, erased } = await amendmentsIn(core, [entry])
      for (const [sequence, digest] of amended) all.amended.set(sequence, digest)
      for (const sequence of erased) all.erased.add(sequence)
    } catch {
      add(
        entry.sequence,
        'digest',
        `De gegevens bij regel ${formatNumber(entry.sequence)} zijn niet te lezen.`,
      )
    }
  }
  return all
}

async function checkDigests(
  core: StoreCore,
  entries: readonly OpenedEntry[],
  amended: ReadonlyMap<number, string>,
  options: VerifyOptions,
  add: Add,
): Promise<void> {
  const upTo = compactedUpTo(entries)
  const lastCompaction = Math.max(0, ...entries.filter((e) => e.kind === 'compaction').map((e) => e.sequence))
  for (let from = 0; from < entries.length; from += AT_A_TIME) {
    options.signal?.throwIfAborted()
    const some = entries.slice(from, from + AT_A_TIME)
    const [first, last] = [some[0]?.sequence ?? 0, some.at(-1)?.sequence ?? 0]
    const rows = await core.database.changes
      .where('[sequence+part]')
      .between([first, 0], [last, Infinity])
      .toArray()
    for (const entry of some) {
      const own = rows.filter((row) => row.sequence === entry.sequence)
      const gone =
        entry.sequence <= upTo || (entry.kind === 'compaction' && entry.sequence !== lastCompaction)
      if (gone && own.length > 0)
        add(
          entry.sequence,
          'digest',
          `Bij regel ${formatNumber(entry.sequence)} staan weer wijzigingen die waren opgeruimd.`,
        )
      if (gone || (await digestAgrees(core, own, amended.get(entry.sequence) ?? entry.digest))) continue
      const why = own.length === 0 ? 'ontbreken' : 'zijn niet de wijzigingen die zijn bewaard'
      add(entry.sequence, 'digest', `De wijzigingen bij regel ${formatNumber(entry.sequence)} ${why}.`)
    }
    options.onProgress?.(entries.length + from + some.length, entries.length * 2)
  }
}

async function digestAgrees(core: StoreCore, rows: readonly PartRow[], digest: string): Promise<boolean> {
  try {
    return (await digestOf(await fewAtATime(rows, (row) => openPart(core.sealer, row)))) === digest
  } catch {
    return false
  }
}

async function checkPages(
  core: StoreCore,
  entries: readonly OpenedEntry[],
  amended: ReadonlyMap<number, string>,
  add: Add,
): Promise<void> {
  let manifest: Manifest
  let kept: StoredTables
  try {
    manifest = await readManifest(core.database, core.sealer)
    kept = (await readPages(core.database, core.sealer, manifest)).tables
  } catch (cause) {
    add(null, 'page', storeError(cause).message)
    return
  }
  if (entries[manifest.head.sequence - 1]?.hash !== manifest.head.hash) {
    add(null, 'page', 'De bladen horen niet bij dit logboek.')
    return
  }
  const { tables } = await forward(core, entries, manifest.head.sequence, amended)
  for (const name of new Set([...tables.keys(), ...kept.keys()])) {
    const wrong = differing(tables.get(name) ?? new Map(), kept.get(name) ?? new Map())
    for (const record of wrong.slice(0, 20))
      add(null, 'page', `Bij ${tableWords(name)} staat ${record} anders op het blad dan in het logboek.`)
  }
}

type Records = ReadonlyMap<string, StoredRecord>

function differing(fromLog: Records, kept: Records): string[] {
  const wrong: string[] = []
  for (const id of new Set([...fromLog.keys(), ...kept.keys()])) {
    const [a, b] = [fromLog.get(id), kept.get(id)]
    if (sameContent(a ?? null, b ?? null)) continue
    const called = calledOf(b ?? a)
    wrong.push(called === null ? 'een gegeven zonder naam' : `"${called}"`)
  }
  return wrong
}
