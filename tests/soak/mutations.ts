import fc from 'fast-check'
import { canonicalJson } from '@/exchange/canonical'
import { checksum } from '@/exchange/checksum'
import { type Bytes, concat, sha256, toUtf8 } from '@/data/crypto/bytes'

/** One thing that goes wrong with a file. Places are shares of its length, so that shrinking keeps its sense. */
export type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'set'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'drop' | 'double' | 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'swap'; readonly at: number; readonly to: number; readonly length: number }
  /** Another value for a member of the JSON, with every checksum made right again: as somebody who means harm. */
  | { readonly kind: 'member'; readonly which: number; readonly value: unknown }
  | { readonly kind: 'remove'; readonly which: number }

// Every place alike: without bias to the ends, and not as floating-point numbers are spread.
const share = fc.noBias(fc.integer({ min: 0, max: 999_999 })).map((part) => part / 1_000_000)
// Half of it text: other bytes are refused before anybody looks at what they say.
const piece = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 40 }),
  fc.string({ minLength: 1, maxLength: 40 }).map(toUtf8),
)
const length = fc.integer({ min: 1, max: 2_000 })

const deep = (depth: number): unknown => (depth === 0 ? 0 : [deep(depth - 1)])

const STRANGE: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  -1,
  0,
  0.5,
  1e308,
  2 ** 31,
  2 ** 53,
  67_108_864,
  [],
  {},
  '__proto__',
  '\ud800',
  '\u0000',
  'a'.repeat(100_000),
  '2026-02-30',
  '9999-12-31',
  '-000001-01-01',
  'AAAA',
  '=1+1',
  deep(200),
]

const value: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...STRANGE), fc.jsonValue({ maxDepth: 2 }))

const ofBytes: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: share, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('set' as const), at: share, bytes: piece }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.oneof(share, fc.constant(1)), bytes: piece }),
  fc.record({ kind: fc.constantFrom('drop' as const, 'double' as const, 'cut' as const), at: share, length }),
  fc.record({ kind: fc.constant('swap' as const), at: share, to: share, length }),
)
const ofJson: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('member' as const), which: share, value }),
  fc.record({ kind: fc.constant('remove' as const), which: share }),
)

/** What goes wrong with one file: with its bytes, or with what it says. */
export const mutationsArbitrary: fc.Arbitrary<Mutation[]> = fc.oneof(
  fc.array(ofBytes, { minLength: 1, maxLength: 3 }),
  fc.array(ofJson, { minLength: 1, maxLength: 2 }),
)

const FRAME = 14

/** The file as it is after one more thing went wrong. Changes of JSON leave a file alone that has none any more. */
export async function mutate(file: Bytes, mutation: Mutation, sealed: boolean): Promise<Bytes> {
  if (mutation.kind === 'member' || mutation.kind === 'remove')
    return sealed ? mutateHeader(file, mutation) : mutatePlain(file, mutation)
  const at = Math.floor(mutation.at * file.length)
  const before = file.subarray(0, at)
  switch (mutation.kind) {
    case 'flip': {
      const copy = Uint8Array.from(file)
      copy[at] = (copy[at] ?? 0) ^ (1 << mutation.bit)
      return copy.subarray(0, file.length)
    }
    case 'set':
      return concat(before, mutation.bytes, file.subarray(at + mutation.bytes.length))
    case 'insert':
      return concat(before, mutation.bytes, file.subarray(at))
    case 'drop':
      return concat(before, file.subarray(at + mutation.length))
    case 'double':
      return concat(before, file.subarray(at, at + mutation.length), file.subarray(at))
    case 'cut':
      return file.slice(0, at)
    case 'swap': {
      const to = Math.floor(mutation.to * file.length)
      const copy = Uint8Array.from(file)
      const size = Math.min(mutation.length, file.length - Math.max(at, to))
      copy.set(file.subarray(at, at + size), to)
      copy.set(file.subarray(to, to + size), at)
      return copy
    }
  }
}

type JsonMutation = Extract<Mutation, { kind: 'member' | 'remove' }>

/** Every member of every object and list, in order. */
function membersOf(json: unknown): { readonly of: object; readonly key: string }[] {
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([key, inner]) => [{ of: json, key }, ...membersOf(inner)])
}

function bend(json: unknown, mutation: JsonMutation): void {
  const members = membersOf(json)
  const chosen = members[Math.floor(mutation.which * members.length)]
  if (chosen === undefined) return
  if (mutation.kind === 'remove') Reflect.deleteProperty(chosen.of, chosen.key)
  else Reflect.set(chosen.of, chosen.key, mutation.value)
}

function jsonOf(bytes: Uint8Array): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return null
  }
}

function mutatePlain(file: Bytes, mutation: JsonMutation): Bytes {
  const read = jsonOf(file)
  if (read === null) return file
  const { json } = read
  bend(json, mutation)
  if (typeof json === 'object' && json !== null && 'data' in json && 'checksum' in json)
    json.checksum = checksum(canonicalJson(json.data))
  return toUtf8(JSON.stringify(json))
}

async function mutateHeader(file: Bytes, mutation: JsonMutation): Promise<Bytes> {
  if (file.length < FRAME) return file
  const end = FRAME + new DataView(file.buffer, file.byteOffset).getUint32(FRAME - 4)
  const read = jsonOf(file.subarray(FRAME, end))
  if (read === null) return file
  bend(read.json, mutation)
  const header = toUtf8(JSON.stringify(read.json))
  const frame = Uint8Array.from(file.subarray(0, FRAME))
  new DataView(frame.buffer).setUint32(FRAME - 4, header.length)
  const top = concat(frame, header)
  return concat(top, await sha256(top), file.subarray(end + 32))
}
