import { argon2id } from 'hash-wasm'
import { type Bytes, fromBase64, toUtf8 } from './bytes'
import { checkParameters, type DeriveKey, KDF_KEY_LENGTH, type KdfParameters } from './kdfParameters'

export {
  checkParameters,
  COST,
  type DeriveKey,
  freshParameters,
  isWeaker,
  type KdfParameters,
} from './kdfParameters'

/** Derives on the spot: for workers, Node and tests. In the window `workers/kdf` does it beside. */
export const deriveHere: DeriveKey = async (passphrase, parameters) => {
  const checked = checkParameters(parameters)
  if (!checked.ok) throw new RangeError(checked.error.code)
  return argon2(toUtf8(passphrase), parameters)
}

/** Wipes the passphrase bytes it was given. */
export async function argon2(passphrase: Bytes, parameters: KdfParameters): Promise<Bytes> {
  try {
    const key = await argon2id({
      password: passphrase,
      salt: fromBase64(parameters.salt) ?? new Uint8Array(),
      memorySize: parameters.memory,
      iterations: parameters.passes,
      parallelism: parameters.lanes,
      hashLength: KDF_KEY_LENGTH,
      outputType: 'binary',
    })
    return new Uint8Array(key)
  } finally {
    passphrase.fill(0)
  }
}
