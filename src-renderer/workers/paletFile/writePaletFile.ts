import type { ProgrammeData } from '../../domain/model/programmeData'
import { type PaletStamp, serialisePalet } from '../../exchange'

/** Below this a file is written faster here than a worker starts; above it writing could hold up the window. */
const FEW_PROJECTS = 1_000

/** The bytes of a `.palet` file, made without holding up the window, however large the programme is. */
export function writePaletFile(data: ProgrammeData, stamp: PaletStamp): Promise<Uint8Array<ArrayBuffer>> {
  if (data.projects.size < FEW_PROJECTS)
    return Promise.resolve(new TextEncoder().encode(serialisePalet(data, stamp)))
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./write.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', (event: MessageEvent<Uint8Array<ArrayBuffer>>) => {
      worker.terminate()
      resolve(event.data)
    })
    worker.addEventListener('error', (event) => {
      worker.terminate()
      reject(new Error(event.message))
    })
    worker.postMessage({ data, stamp })
  })
}
