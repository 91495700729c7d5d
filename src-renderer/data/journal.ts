import type { Commit, CommitKind, Source } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import { sha256, toHex } from './crypto/bytes'
import type { JournalRow, ProgrammeDatabase } from './database'
import { damaged } from './failure'
import { ERASED_WORDS, type LogEntry } from './history'
import { decode, encode, fewAtATime, places, type Sealer, stamp } from './sealer'

/** What of an entry may have to be forgotten one day. The chain holds only its digest, so it still holds after that. */
interface Words {
  readonly salt: string
  readonly summary: string
  readonly why: string
  readonly source: Source | null
}

/** The part of an entry that the chain is made of; it never changes. */
interface Link {
  readonly sequence: number
  readonly id: Id
  readonly at: string
  readonly clock: string | null
  readonly who: string
  readonly kind: CommitKind
  readonly target: Id | null
  readonly records: number
  /** Commits up to here can't be taken back any more because of this entry; 0 when it makes no difference. */
  readonly floor: number
  /** The sequence whose whole programme the portions of this entry hold; null when they hold patches or nothing. */
  readonly base: number | null
  readonly format: number
  readonly digest: string
  readonly words: string
  readonly previous: string
}

interface StoredEntry {
  readonly link: Link
  readonly hash: string
  readonly words: Words | null
}

/** How far the chain goes: written with every commit, so that an entry that fell off the end is missed. */
export interface Head {
  readonly sequence: number
  readonly hash: string
}

export const NO_HEAD: Head = { sequence: 0, hash: '' }

const hashOf = async (value: unknown): Promise<string> => toHex(await sha256(encode(value)))

/** Canonical because the order is written down here, and JSON has one way for each text and each whole number. */
const hashOfLink = (link: Link): Promise<string> =>
  hashOf([
    ...[link.sequence, link.id, link.at, link.clock, link.who, link.kind, link.target, link.records],
    ...[link.floor, link.base, link.format, link.digest, link.words, link.previous],
  ])

const hashOfWords = ({ salt, summary, why, source }: Words): Promise<string> =>
  hashOf([salt, summary, why, source?.fileName ?? null, source?.sha256 ?? null])

/** What the store adds to a commit when it writes it down. */
export interface EntryDetails {
  readonly records: number
  readonly floor: number
  readonly base: number | null
  readonly format: number
  readonly digest: string
}

/** Makes the next entry of the chain, sealed. */
export async function nextEntry(
  sealer: Sealer,
  head: Head,
  commit: Omit<Commit, 'patches'>,
  details: EntryDetails,
): Promise<{ row: JournalRow; head: Head }> {
  const words = { salt: stamp(), summary: commit.summary, why: commit.why, source: commit.source }
  const link: Link = {
    sequence: commit.sequence,
    id: commit.id,
    at: commit.at,
    clock: commit.clock,
    who: commit.who,
    kind: commit.kind,
    target: commit.target,
    ...details,
    words: await hashOfWords(words),
    previous: head.hash,
  }
  const hash = await hashOfLink(link)
  const row = await sealEntry(sealer, { link, hash, words })
  return { row, head: { sequence: link.sequence, hash } }
}

async function sealEntry(sealer: Sealer, entry: StoredEntry): Promise<JournalRow> {
  const { sequence } = entry.link
  return { sequence, body: await sealer.seal(places.journal(sequence), encode(entry)) }
}

export interface OpenedEntry extends LogEntry, EntryDetails {
  readonly sound: boolean
}

const seen = ({ link, hash, words }: StoredEntry): LogEntry & EntryDetails => ({
  sequence: link.sequence,
  id: link.id,
  at: link.at,
  clock: link.clock,
  who: link.who,
  kind: link.kind,
  target: link.target,
  records: link.records,
  floor: link.floor,
  base: link.base,
  format: link.format,
  digest: link.digest,
  previous: link.previous,
  hash,
  summary: words?.summary ?? ERASED_WORDS,
  why: words?.why ?? '',
  source: words?.source ?? null,
  erased: words === null,
})

/** Opens an entry for reading. */
export async function readEntry(sealer: Sealer, row: JournalRow): Promise<LogEntry & EntryDetails> {
  return seen(await openEntry(sealer, row))
}

/** Opens an entry and works out its hashes again: `sound` tells whether it is what it says. */
export async function checkEntry(sealer: Sealer, row: JournalRow): Promise<OpenedEntry> {
  const entry = await openEntry(sealer, row)
  const sound =
    entry.link.sequence === row.sequence &&
    entry.hash === (await hashOfLink(entry.link)) &&
    (entry.words === null || entry.link.words === (await hashOfWords(entry.words)))
  return { ...seen(entry), sound }
}

/** The same entry without its words; the chain isn't touched. */
export async function withoutWords(sealer: Sealer, row: JournalRow): Promise<JournalRow> {
  return sealEntry(sealer, { ...(await openEntry(sealer, row)), words: null })
}

async function openEntry(sealer: Sealer, row: JournalRow): Promise<StoredEntry> {
  try {
    return decode<StoredEntry>(await sealer.open(places.journal(row.sequence), row.body))
  } catch {
    throw damaged(`regel ${String(row.sequence)} van het logboek`)
  }
}

export async function readHead(database: ProgrammeDatabase, sealer: Sealer): Promise<Head> {
  const row = await database.meta.get('head')
  try {
    if (row !== undefined) return decode<Head>(await sealer.open(places.head, row.body))
  } catch {
    // Told below, the same as when it isn't there.
  }
  throw damaged('het einde van het logboek')
}

export async function sealHead(
  sealer: Sealer,
  head: Head,
): Promise<{ id: 'head'; body: JournalRow['body'] }> {
  return { id: 'head', body: await sealer.seal(places.head, encode(head)) }
}

/**
 * Entries of a range, checked as a chain that starts at `from` and has to end at `to`. Throws when one is missing or
 * isn't what it was.
 */
export async function chainBetween(
  database: ProgrammeDatabase,
  sealer: Sealer,
  from: Head,
  to: Head,
): Promise<OpenedEntry[]> {
  const rows = await database.journal
    .where('sequence')
    .between(from.sequence, to.sequence, false, true)
    .toArray()
  const entries = await fewAtATime(rows, (row) => checkEntry(sealer, row), 64)
  let { sequence, hash } = from
  for (const entry of entries) {
    if (entry.sequence !== sequence + 1)
      throw damaged(`regel ${String(sequence + 1)} van het logboek ontbreekt`)
    if (!entry.sound || entry.previous !== hash)
      throw damaged(`regel ${String(entry.sequence)} van het logboek sluit niet aan op de regel ervoor`)
    ;({ sequence, hash } = entry)
  }
  if (sequence !== to.sequence) throw damaged(`regel ${String(sequence + 1)} van het logboek ontbreekt`)
  if (hash !== to.hash)
    throw damaged(`regel ${String(sequence)} van het logboek is niet de laatste die bewaard werd`)
  return entries
}
