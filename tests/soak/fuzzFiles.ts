import fc from 'fast-check'
import { type Bytes, sameBytes, sha256, toUtf8 } from '@/data/crypto/bytes'
import { checkParameters, type DeriveKey, parametersText } from '@/data/crypto/kdfParameters'
import { createKeyring } from '@/data/crypto/keyring'
import { FILE_PURPOSE, type FileUnlock, isSealedFile, openFile, sealFile } from '@/data/crypto/sealedFile'
import { openVault } from '@/data/crypto/vault'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { parsePalet, serialisePalet } from '@/exchange'
import { programmeArbitrary } from '../fixtures/randomProgramme'
import { mutate, type Mutation, mutationsArbitrary } from './mutations'

/** What a run of mutated files came to. */
export interface FuzzReport {
  readonly tried: number
  readonly opened: number
  /** By code of the refusal. */
  readonly refused: Readonly<Record<string, number>>
  /** Longest that one file took, in milliseconds, without deriving a key. */
  readonly slowest: number
}

export interface FuzzOptions {
  readonly count: number
  readonly seed: number
  /** Fails on a file that takes longer, in milliseconds. Left out where the machine may be busy with other things. */
  readonly longest?: number
  readonly onProgress?: (tried: number) => void
}

/** A whole file, and how it opens. */
interface Source {
  readonly name: 'plain' | 'sealed' | 'backup'
  readonly bytes: Bytes
  readonly unlock: FileUnlock | null
}

const PASSPHRASE = 'kachel paraplu veulen'
const BATCH = 500

/** No half a second for each of a hundred thousand files; what would be derived is checked as the real one does. */
const derive: DeriveKey = (passphrase, parameters) => {
  const allowed = checkParameters(parameters)
  if (!allowed.ok) throw new Error(`asked to derive what is out of range: ${parametersText(parameters)}`)
  return sha256(toUtf8(`${parametersText(parameters)}/${passphrase}`))
}

async function sourcesOf(data: ProgrammeData): Promise<Source[]> {
  const plain = toUtf8(serialisePalet(data, { savedAt: '2026-11-02T09:00:00Z', programmeId: 'proef' }))
  const lock = { passphrase: PASSPHRASE, derive }
  const { keyring, dataKey } = await createKeyring(PASSPHRASE, derive)
  const vault = await openVault(dataKey)
  const dataKeyKey = await vault.keyFor(FILE_PURPOSE)
  return [
    { name: 'plain', bytes: plain, unlock: null },
    { name: 'sealed', bytes: await sealFile(plain, lock), unlock: lock },
    { name: 'backup', bytes: await sealFile(plain, { keyring, dataKeyKey }), unlock: { vault } },
  ]
}

/** The code of the refusal, or `opened`. Fails when a sealed file opens with anything but what was sealed. */
async function outcomeOf(source: Source, file: Bytes, content: Bytes): Promise<string> {
  if (source.unlock === null || !isSealedFile(file)) {
    const parsed = parsePalet(file)
    return parsed.ok ? 'opened' : parsed.error.code
  }
  const opened = await openFile(file, source.unlock)
  if (!opened.ok) return opened.error.code
  if (!sameBytes(opened.value, content)) throw new Error('a damaged file opened with other content')
  return 'opened'
}

/**
 * Opens files that something went wrong with: plain, sealed with a passphrase, and backups. Each is refused or opened,
 * nothing throws, and what was sealed only ever opens as it was. A failure shrinks to the least that goes wrong.
 */
export async function fuzzFiles({ count, seed, longest, onProgress }: FuzzOptions): Promise<FuzzReport> {
  const refused: Record<string, number> = {}
  let tried = 0
  let opened = 0
  let slowest = 0

  for (let batch = 0; tried < count; batch++) {
    // Another programme for each batch: the same one would hide what only some content brings out.
    const [data] = fc.sample(programmeArbitrary, { numRuns: 1, seed: seed + batch })
    if (data === undefined) throw new Error('no programme')
    const sources = await sourcesOf(data)
    const content = sources[0]?.bytes ?? new Uint8Array()
    const once = async (source: Source, mutations: readonly Mutation[]): Promise<void> => {
      let file = source.bytes
      for (const mutation of mutations) file = await mutate(file, mutation, source.name !== 'plain')
      const before = performance.now()
      const outcome = await outcomeOf(source, file, content)
      const took = performance.now() - before
      tried++
      slowest = Math.max(slowest, took)
      if (outcome === 'opened') opened++
      else refused[outcome] = (refused[outcome] ?? 0) + 1
      if (longest !== undefined && took > longest) throw new Error(`took ${String(Math.round(took))} ms`)
    }
    await fc.assert(fc.asyncProperty(fc.constantFrom(...sources), mutationsArbitrary, once), {
      numRuns: Math.min(BATCH, count - tried),
      seed: seed + batch,
      endOnFailure: false,
    })
    onProgress?.(tried)
  }
  return { tried, opened, refused, slowest }
}
