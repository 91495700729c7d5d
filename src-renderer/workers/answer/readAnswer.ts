import { refuse, type Result } from '../../domain/result'
import type { AnswerFile } from '../../domain/review'

/** A workbook that is still not read by then is none of ours; what the worker held goes with it. */
const PATIENCE = 60_000

/**
 * Reads an answer of a review without holding up the window. The reader of workbooks comes along with the worker only,
 * so that it weighs nothing as long as nobody takes an answer in.
 */
export function readAnswer(bytes: Uint8Array, name: string): Promise<Result<AnswerFile>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./answer.worker.ts', import.meta.url), { type: 'module' })
    const finish = (result: Result<AnswerFile>): void => {
      clearTimeout(timer)
      worker.terminate()
      resolve(result)
    }
    const unreadable = (): void => {
      finish(
        refuse(
          'unreadable',
          'Palet kan dit bestand niet lezen. Bewaar de tabel in het rekenprogramma opnieuw als .xlsx en kies dat bestand.',
        ),
      )
    }
    const timer = setTimeout(unreadable, PATIENCE)
    worker.addEventListener('message', (event: MessageEvent<Result<AnswerFile>>) => {
      finish(event.data)
    })
    worker.addEventListener('error', unreadable)
    worker.postMessage({ bytes, name })
  })
}
