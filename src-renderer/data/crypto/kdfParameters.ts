import { ok, refuse, type Result } from '../../domain/result'
import { type Bytes, fromBase64, randomBytes, toBase64 } from './bytes'

/** How a passphrase becomes a key. Kept beside what it locks, so that later versions can ask for more. */
export interface KdfParameters {
  readonly algorithm: 'argon2id'
  /** KiB of memory. */
  readonly memory: number
  readonly passes: number
  readonly lanes: number
  /** Base64. */
  readonly salt: string
}

/** Makes 32 bytes of key out of a passphrase. Rejects only when there is no memory for it. */
export type DeriveKey = (passphrase: string, parameters: KdfParameters) => Promise<Bytes>

export const KDF_KEY_LENGTH = 32

/** What a new passphrase costs to try: 64 MiB of memory and about half a second on an office laptop. */
export const COST = { memory: 65_536, passes: 3, lanes: 1 } as const

/**
 * What may be asked of this computer by a file from someone else. Below the lowest nothing real was ever made; above the
 * highest it would stop the window or the computer.
 */
const LIMITS = { memory: [1_024, 262_144], passes: [1, 12], lanes: [1, 4], salt: [16, 64] } as const
/** KiB times passes, the time it takes: about a second on an office laptop. */
const MOST_WORK = 524_288

export const freshParameters = (): KdfParameters => ({
  algorithm: 'argon2id',
  ...COST,
  salt: toBase64(randomBytes(16)),
})

const within = (value: number, [low, high]: readonly [number, number]): boolean =>
  Number.isInteger(value) && value >= low && value <= high

/** Refuses parameters that no version of Palet writes, before anything is allocated. */
export function checkParameters(parameters: KdfParameters): Result<null> {
  const { memory, passes, lanes } = parameters
  const salt = fromBase64(parameters.salt)
  const fine =
    within(memory, LIMITS.memory) &&
    within(passes, LIMITS.passes) &&
    within(lanes, LIMITS.lanes) &&
    memory * passes <= MOST_WORK &&
    salt !== null &&
    within(salt.length, LIMITS.salt)
  return fine
    ? ok(null)
    : refuse(
        'kdf-out-of-range',
        'Dit slot vraagt een rekenwerk dat Palet nooit vraagt. Het is beschadigd of niet door Palet gemaakt. Er is niets geopend.',
      )
}

/** True when a new passphrase slot would cost more to try than this one. */
export const isWeaker = ({ memory, passes }: KdfParameters): boolean =>
  memory < COST.memory || memory * passes < COST.memory * COST.passes

/** The parameters as one line: what is sealed is bound to it. */
export const parametersText = ({ algorithm, memory, passes, lanes, salt }: KdfParameters): string =>
  `${algorithm}/${String(memory)}/${String(passes)}/${String(lanes)}/${salt}`
