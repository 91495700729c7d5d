import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { App } from './app'
import { logRecords, tableBlocks } from './leveldb'
import { giveToWindow, readWindowPlan } from './plan'

export interface Find {
  readonly file: string
  readonly marker: string
  /** How it was written there. */
  readonly as: string
}

export interface Search {
  readonly finds: readonly Find[]
  /** What was looked at, so that a test can see that the search really searched. */
  readonly files: readonly string[]
  readonly bytes: number
  /** Tables and logs of databases that were taken apart. */
  readonly tables: number
  readonly logs: number
  /** Files that look like a database's but could not be taken apart; those were searched as they are. */
  readonly unreadable: readonly string[]
}

/** Everything that the program may write in apart from the files of the person, and the variables that say so to it. */
export function writableFolders(app: App): { folders: string[]; env: Record<string, string> } {
  const temporary = app.path('tijdelijk')
  const home = app.path('thuis')
  for (const path of [temporary, home]) {
    mkdirSync(path, { recursive: true })
    giveToWindow(readWindowPlan(), path)
  }
  return {
    folders: [app.dataFolder, temporary, home],
    env: { TMPDIR: temporary, HOME: home, XDG_CONFIG_HOME: home },
  }
}

/**
 * Looks for words in every byte below these folders, in all the ways an engine writes text down. Databases are taken
 * apart first: their tables are compressed and their logs cut in pieces.
 */
export function searchBytes(folders: readonly string[], markers: readonly string[]): Search {
  const spellings = markers.flatMap((marker) => spellingsOf(marker))
  const finds: Find[] = []
  const files: string[] = []
  const unreadable: string[] = []
  const counts = { bytes: 0, table: 0, log: 0 }

  for (const folder of folders) {
    for (const path of filesBelow(folder)) {
      const file = relative(folder, path)
      const raw = readIfThere(path)
      if (raw === null) continue
      files.push(file)
      counts.bytes += raw.length
      const kind = kindOf(path)
      const parts = [raw, Buffer.from(path)]
      try {
        if (kind === 'table') parts.push(...tableBlocks(raw).map((part) => Buffer.from(part)))
        if (kind === 'log') parts.push(Buffer.from(logRecords(raw)))
        if (kind !== 'other') counts[kind] += 1
      } catch {
        unreadable.push(file)
      }
      if (kind === 'other') parts.push(...unpacked(raw))
      for (const { marker, as, bytes } of spellings) {
        if (parts.some((part) => part.includes(bytes))) finds.push({ file, marker, as })
      }
    }
  }
  return { finds, files, bytes: counts.bytes, tables: counts.table, logs: counts.log, unreadable }
}

interface Spelling {
  readonly marker: string
  readonly as: string
  readonly bytes: Buffer
}

export function spellingsOf(marker: string): Spelling[] {
  const utf8 = Buffer.from(marker, 'utf8')
  const utf16 = Buffer.from(marker, 'utf16le')
  const escaped = [...marker]
    .map((sign) =>
      sign.charCodeAt(0) < 127 ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .join('')
  const all: Spelling[] = [
    { marker, as: 'UTF-8', bytes: utf8 },
    { marker, as: 'UTF-16', bytes: utf16 },
    // Keys of IndexedDB have the bytes the other way around.
    { marker, as: 'UTF-16 (keys)', bytes: Buffer.from(utf16).swap16() },
    { marker, as: 'Latin-1', bytes: Buffer.from(marker, 'latin1') },
    { marker, as: 'JSON', bytes: Buffer.from(escaped) },
    { marker, as: 'percent', bytes: Buffer.from(encodeURIComponent(marker)) },
    { marker, as: 'hex', bytes: Buffer.from(utf8.toString('hex')) },
    ...base64Of(marker, utf8, 'base64'),
    ...base64Of(marker, utf16, 'base64 of UTF-16'),
  ]
  const known = new Set<string>()
  return all.filter(({ bytes }) => !known.has(bytes.toString('hex')) && known.add(bytes.toString('hex')))
}

/** In base64 a word looks different at each of three places, and its ends mix with what is beside it. */
function base64Of(marker: string, bytes: Buffer, as: string): Spelling[] {
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const first = [0, 2, 3][offset] ?? 0
    const last = (offset + bytes.length) % 3 === 0 ? text.length : text.length - 1
    return { marker, as, bytes: Buffer.from(text.slice(first, last)) }
  })
}

function kindOf(path: string): 'table' | 'log' | 'other' {
  const name = basename(path)
  if (/\.(ldb|sst)$/.test(name)) return 'table'
  return /^\d+\.log$|^MANIFEST-\d+$/.test(name) ? 'log' : 'other'
}

/** A file of the engine that is packed as a whole. */
function unpacked(raw: Buffer): Buffer[] {
  const tries: (() => Buffer)[] = []
  if (raw[0] === 0x1f && raw[1] === 0x8b) tries.push(() => gunzipSync(raw))
  if (raw[0] === 0x78) tries.push(() => inflateSync(raw))
  if (raw.length < 1_000_000) tries.push(() => brotliDecompressSync(raw))
  return tries.flatMap((unpack) => {
    try {
      return [unpack()]
    } catch {
      return []
    }
  })
}

function* filesBelow(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    const info = lstatSync(path, { throwIfNoEntry: false })
    if (info?.isDirectory()) yield* filesBelow(path)
    else if (info?.isFile()) yield path
  }
}

/** A program that is still running takes files away. */
function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
