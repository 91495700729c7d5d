import fc from 'fast-check'
import { type Bytes, sha256, toUtf8 } from '@/data/crypto/bytes'
import { type DeriveKey, parametersText } from '@/data/crypto/kdfParameters'
import type { Result } from '@/domain/result'

/** Instead of half a second of argon2id: as different for each passphrase and parameter, but no protection. */
export const quickDerive: DeriveKey = (passphrase, parameters) =>
  sha256(toUtf8(`${parametersText(parameters)}/${passphrase}`))

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code)

export const messageOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.message)

export const bytesOf = (values: Uint8Array): Bytes => Uint8Array.from(values)

/** Bytes that look random and are the same each time. */
export function someBytes(length: number): Bytes {
  let state = 12_345
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 24
  })
}

export const passphrases = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
