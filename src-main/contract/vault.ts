import * as v from 'valibot'
import { channel } from './channel'
import { channelNames } from './names'

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
/** A key of 32 bytes is 44 signs; the keychain is for keys, not for data. */
const Secret = v.pipe(v.string(), v.minLength(4), v.maxLength(128), v.regex(BASE64))
const Sealed = v.pipe(v.string(), v.minLength(4), v.maxLength(4096), v.regex(BASE64))

export const KeychainStatus = v.strictObject({
  available: v.boolean(),
  /** Why not, in Dutch and fit to show; null when it is available. */
  reason: v.nullable(v.string()),
})
export type KeychainStatus = v.InferOutput<typeof KeychainStatus>

/** A week: longer is the same as never, and a timer that never ends should be asked for with null. */
export const LONGEST_IDLE_MINUTES = 7 * 24 * 60

export const vaultContract = {
  /** Whether this computer offers a keychain that really keeps secrets. */
  keychainStatus: channel(channelNames.keychainStatus, v.strictObject({}), KeychainStatus),
  /** Gives a secret (base64) to the keychain of the system; back comes a text only that keychain can open. */
  keychainSeal: channel(
    channelNames.keychainSeal,
    v.strictObject({ secret: Secret }),
    v.strictObject({ sealed: Sealed }),
  ),
  /** Opens what `keychainSeal` gave, and nothing else. */
  keychainOpen: channel(
    channelNames.keychainOpen,
    v.strictObject({ sealed: Sealed }),
    v.strictObject({ secret: Secret }),
  ),
  /** The vault is open: watch for idleness, sleep and screen lock. Null never locks for idleness. */
  vaultOpened: channel(
    channelNames.vaultOpened,
    v.strictObject({
      lockAfterMinutes: v.nullable(
        v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LONGEST_IDLE_MINUTES)),
      ),
    }),
    v.strictObject({}),
  ),
  /**
   * The vault is locked: nothing of the programme may remain in the main process or on the clipboard. After the
   * answer the page is replaced by a fresh one in a fresh process.
   */
  vaultLocked: channel(channelNames.vaultLocked, v.strictObject({}), v.strictObject({})),
  /** The person copied something out of the page; what is on the clipboard now is Palet's. */
  noteCopied: channel(
    channelNames.noteCopied,
    v.strictObject({ from: v.picklist(['clipboard', 'selection']) }),
    v.strictObject({}),
  ),
}
