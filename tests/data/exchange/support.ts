import { canonicalJson } from '@/exchange/canonical'
import { checksum } from '@/exchange/checksum'
import { parsePalet, serialisePalet } from '@/exchange'
import type { DomainError } from '@/domain/result'
import { sampleProgramme } from '../../../tools/sample/programme'

export const STAMP = { savedAt: '2026-11-02T09:00:00Z', programmeId: 'proef' }

/** Plain JSON that a test may bend at will. */
export type Loose = Record<string, unknown>

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null
}

/** The sample as plain JSON. */
export function sampleJson(): Loose {
  const json: unknown = JSON.parse(serialisePalet(sampleProgramme(), STAMP))
  if (!isLoose(json)) throw new Error('sample is no object')
  return json
}

/** The value at a path of keys. */
export function at(json: unknown, ...path: (string | number)[]): Loose {
  let value: unknown = json
  for (const key of path) value = isLoose(value) ? value[key] : undefined
  if (!isLoose(value)) throw new Error(`nothing at ${path.join('.')}`)
  return value
}

/** The text of a file with the bent content; the checksum is made right again, so that other checks get their turn. */
export function fileText(json: Loose): string {
  return JSON.stringify({ ...json, checksum: checksum(canonicalJson(json['data'])) })
}

/** The refusal of a text; fails when it is accepted. */
export function refusal(input: string | Uint8Array): DomainError {
  const result = parsePalet(input)
  if (result.ok) throw new Error('the file was accepted')
  return result.error
}
