import type { RecoverySheet } from '../../reports/recoverySheet'
import type { ReviewSheet } from '../../reports/review/model'
import type { SessionSheet } from '../../reports/session/model'
import type { OnProgress, PdfInput } from './engine'
import type { FromPdfWorker, PdfWork, ToPdfWorker } from './messages'

/** One worker waits between reports, so that the next preview doesn't load libraries and fonts again. */
let idle: Worker | undefined
let jobs = 0

function takeWorker(): Worker {
  const worker = idle ?? new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' })
  idle = undefined
  return worker
}

/**
 * Makes the report in a worker, so the window never waits.
 * Rejects with an `AbortError` when the signal says stop; the work then really ends, whatever it was doing.
 */
export function makePdf(
  input: PdfInput,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  return make({ input }, onProgress, signal)
}

/** Makes a table or statement of a review round. */
export function makeReviewPdf(review: ReviewSheet): Promise<Uint8Array<ArrayBuffer>> {
  return make({ review }, () => undefined)
}

/** Makes the minutes of a session. */
export function makeSessionPdf(session: SessionSheet): Promise<Uint8Array<ArrayBuffer>> {
  return make({ session }, () => undefined)
}

/** Makes the sheet with the recovery key. Its worker ends at once: the key must not stay in its memory. */
export function makeRecoveryPdf(recovery: RecoverySheet): Promise<Uint8Array<ArrayBuffer>> {
  return make({ recovery }, () => undefined)
}

function make(work: PdfWork, onProgress: OnProgress, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const stopped = () => new DOMException('Het maken van het rapport is gestopt.', 'AbortError')
    if (signal?.aborted === true) {
      reject(stopped())
      return
    }
    const worker = takeWorker()
    jobs += 1
    const job = jobs

    const finish = (keep: boolean): void => {
      worker.removeEventListener('message', onMessage)
      worker.removeEventListener('error', onError)
      signal?.removeEventListener('abort', onAbort)
      if (keep && idle === undefined) idle = worker
      else worker.terminate()
    }
    const onMessage = (event: MessageEvent<FromPdfWorker>): void => {
      const message = event.data
      if (message.job !== job) return
      if (message.kind === 'progress') {
        onProgress(message.progress)
        return
      }
      finish(!('recovery' in work))
      if (message.kind === 'done') resolve(message.bytes)
      else reject(new Error(message.reason))
    }
    const onError = (event: ErrorEvent): void => {
      finish(false)
      reject(new Error(event.message))
    }
    const onAbort = (): void => {
      // Layout can't be interrupted from inside: ending the thread is the only stop that is one.
      finish(false)
      reject(stopped())
    }
    worker.addEventListener('message', onMessage)
    worker.addEventListener('error', onError)
    signal?.addEventListener('abort', onAbort)
    const message: ToPdfWorker = { job, ...work }
    worker.postMessage(message)
  })
}
