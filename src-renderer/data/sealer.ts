import { type Bytes, fromUtf8, randomBytes, toHex, toUtf8 } from './crypto/bytes'
import { openBytes, sealBytes } from './crypto/seal'

/** Number of the way rows are laid out; part of every place, so that a later way can't be taken for this one. */
export const STORE_FORM = 1

/** Seals what belongs to one database. Every row is bound to its place in it, and so can't be put elsewhere. */
export class Sealer {
  constructor(
    private readonly key: CryptoKey,
    /** Random name of this database: rows of another one, or of an earlier one of the same programme, don't open. */
    readonly store: string,
  ) {}

  seal(place: string, plain: Bytes): Promise<Bytes> {
    return sealBytes(this.key, plain, this.bound(place))
  }

  /** Throws SealBroken when these are not the bytes that were sealed for this place. */
  open(place: string, sealed: Uint8Array): Promise<Bytes> {
    return openBytes(this.key, sealed, this.bound(place))
  }

  private bound(place: string): string {
    return `${this.store}/${String(STORE_FORM)}/${place}`
  }
}

export const places = {
  journal: (sequence: number): string => `journal/${String(sequence)}`,
  part: (sequence: number, part: number): string => `changes/${String(sequence)}.${String(part)}`,
  page: (table: number, page: number, version: string): string =>
    `pages/${String(table)}.${String(page)}/${version}`,
  manifest: 'meta/manifest',
  history: (stamp: string): string => `meta/history/${stamp}`,
  head: 'meta/head',
} as const

export const encode = (value: unknown): Bytes => toUtf8(JSON.stringify(value))

/** What was sealed was written by this program: once it opens, its shape is trusted. */
export const decode = <T>(bytes: Uint8Array): T => JSON.parse(fromUtf8(bytes)) as T

/** Never the same twice. */
export const stamp = (): string => toHex(randomBytes(12))

/** Does asynchronous work on a list a few at a time: enough to keep all cores busy, few enough to keep memory low. */
export async function fewAtATime<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
  atATime = 16,
): Promise<R[]> {
  const results: R[] = []
  for (let from = 0; from < items.length; from += atATime) {
    const some = items.slice(from, from + atATime)
    results.push(...(await Promise.all(some.map((item, index) => work(item, from + index)))))
  }
  return results
}
