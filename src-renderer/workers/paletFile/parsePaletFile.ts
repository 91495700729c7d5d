import type { Result } from '../../domain/result'
import { type PaletFile, parsePalet } from '../../exchange'

/** Below this a file is read faster here than a worker starts; above it reading could hold up the window. */
const SMALL = 1_000_000

/** Reads a `.palet` file without holding up the window, however large the file is. */
export function parsePaletFile(bytes: Uint8Array): Promise<Result<PaletFile>> {
  if (bytes.length < SMALL) return Promise.resolve(parsePalet(bytes))
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./paletFile.worker.ts', import.meta.url), { type: 'module' })
    const finish = (): void => {
      worker.terminate()
    }
    worker.addEventListener('message', (event: MessageEvent<Result<PaletFile>>) => {
      finish()
      resolve(event.data)
    })
    worker.addEventListener('error', (event) => {
      finish()
      reject(new Error(event.message))
    })
    worker.postMessage(bytes)
  })
}
