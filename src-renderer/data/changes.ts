import { type Bytes, concat, sha256, toHex } from './crypto/bytes'
import type { PartRow, ProgrammeDatabase } from './database'
import { damaged } from './failure'
import { decode, encode, fewAtATime, places, type Sealer, stamp } from './sealer'
import type { StoredPatch } from './tables'

/** Patches per portion: a commit of ten thousand records must not become one value of many megabytes. */
const PORTION = 400

/** What a portion holds. The salt makes that the digest of what was deleted tells nothing about it. */
interface Portion<T> {
  readonly salt: string
  readonly items: readonly T[]
}

/** Items in portions as bytes. These bytes are the canonical form: what is stored is exactly what the digest is of. */
export function toPortions(items: Iterable<unknown>): Bytes[] {
  const portions: Bytes[] = []
  let current: unknown[] = []
  const close = (): void => {
    if (current.length > 0)
      portions.push(encode({ salt: stamp(), items: current } satisfies Portion<unknown>))
    current = []
  }
  for (const item of items) {
    current.push(item)
    if (current.length === PORTION) close()
  }
  close()
  return portions
}

/** SHA-256 over the SHA-256 of each portion: the proof that stays when the portions themselves are gone. */
export async function digestOf(portions: readonly Bytes[]): Promise<string> {
  return toHex(await sha256(concat(...(await Promise.all(portions.map(sha256))))))
}

export function sealPortions(
  sealer: Sealer,
  sequence: number,
  portions: readonly Bytes[],
): Promise<PartRow[]> {
  return fewAtATime(portions, async (plain, part) => ({
    sequence,
    part,
    body: await sealer.seal(places.part(sequence, part), plain),
  }))
}

/** The portions of one commit as they were written, opened; an empty list when there are none (any more). */
export async function portionsOf(
  database: ProgrammeDatabase,
  sealer: Sealer,
  sequence: number,
): Promise<Bytes[]> {
  const rows = await database.changes
    .where('[sequence+part]')
    .between([sequence, 0], [sequence, Infinity])
    .toArray()
  return fewAtATime(rows, (row) => openPart(sealer, row))
}

export async function openPart(sealer: Sealer, row: PartRow): Promise<Bytes> {
  try {
    return await sealer.open(places.part(row.sequence, row.part), row.body)
  } catch {
    throw damaged(`de wijzigingen van regel ${String(row.sequence)} van het logboek`)
  }
}

export const itemsIn = <T>(portions: readonly Bytes[]): T[] =>
  portions.flatMap((portion) => [...decode<Portion<T>>(portion).items])

/** The patches of one commit; the digest in the log must agree with them. */
export async function patchesOf(
  database: ProgrammeDatabase,
  sealer: Sealer,
  sequence: number,
  digest: string,
): Promise<StoredPatch[]> {
  const portions = await portionsOf(database, sealer, sequence)
  if ((await digestOf(portions)) !== digest)
    throw damaged(`de wijzigingen van regel ${String(sequence)} van het logboek`)
  return itemsIn<StoredPatch>(portions)
}
