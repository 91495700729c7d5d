import type { Bytes } from '../../data/crypto/bytes'
import { argon2, type KdfParameters } from '../../data/crypto/kdf'

export interface ToKdfWorker {
  readonly passphrase: Bytes
  readonly parameters: KdfParameters
}
export type FromKdfWorker = { readonly key: Bytes } | { readonly failed: string }

/** Thin entry: a passphrase as bytes in, a key out. Lives for one key: its memory goes with it. */
self.addEventListener('message', (event: MessageEvent<ToKdfWorker>) => {
  const { passphrase, parameters } = event.data
  argon2(passphrase, parameters).then(
    (key) => {
      const message: FromKdfWorker = { key }
      // Handed over, not copied: nothing of it stays behind here.
      self.postMessage(message, { transfer: [key.buffer] })
    },
    (cause: unknown) => {
      const message: FromKdfWorker = { failed: cause instanceof Error ? cause.message : String(cause) }
      self.postMessage(message)
    },
  )
})
