import { toUtf8 } from '../../data/crypto/bytes'
import { checkParameters, type DeriveKey } from '../../data/crypto/kdfParameters'
import type { FromKdfWorker, ToKdfWorker } from './kdf.worker'

/**
 * Derives a key beside the window, which goes on meanwhile. One worker for one key: ending it gives back the 64 MiB,
 * and the memory that held the passphrase and what was made of it.
 */
export const deriveInWorker: DeriveKey = (passphrase, parameters) => {
  const checked = checkParameters(parameters)
  if (!checked.ok) return Promise.reject(new RangeError(checked.error.code))
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./kdf.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', (event: MessageEvent<FromKdfWorker>) => {
      worker.terminate()
      if ('key' in event.data) resolve(event.data.key)
      else reject(new Error(event.data.failed))
    })
    worker.addEventListener('error', (event) => {
      worker.terminate()
      reject(new Error(event.message))
    })
    const message: ToKdfWorker = { passphrase: toUtf8(passphrase), parameters }
    worker.postMessage(message, [message.passphrase.buffer])
  })
}
