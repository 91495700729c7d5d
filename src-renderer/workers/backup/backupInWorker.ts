import type { Bytes } from '../../data/crypto/bytes'
import { type ProgrammeData, TABLE_NAMES } from '../../domain/model/programmeData'
import type { Result } from '../../domain/result'
import type { PaletStamp } from '../../exchange'
import type { FromBackupWorker, ToBackupWorker } from './messages'
import * as here from './work'

/** Below these the work is done before a worker has started; above them it could cost the window a frame. */
const FEW_RECORDS = 300
const FEW_BYTES = 200_000
/** Handing over this many records takes the window less than a frame. */
const PORTION = 300

/** The sealed bytes of a programme, made beside the window. */
export async function makeBackup(
  data: ProgrammeData,
  stamp: PaletStamp,
  lock: here.BackupLock,
): Promise<here.MadeBackup> {
  if (isSmall(data)) return here.makeBackup(data, stamp, lock)
  const reply = await asked(data, { kind: 'make', stamp, lock })
  if (reply.kind !== 'made') throw new Error(reply.kind)
  return reply.made
}

export async function digestOf(data: ProgrammeData, stamp: PaletStamp): Promise<string> {
  if (isSmall(data)) return here.digestOf(data, stamp)
  const reply = await asked(data, { kind: 'digest', stamp })
  if (reply.kind !== 'digest') throw new Error(reply.kind)
  return reply.digest
}

/** The digest of what a backup holds, or why it can't be read. The bytes are gone afterwards. */
export async function readBackup(bytes: Bytes, dataKeyKey: CryptoKey): Promise<Result<string>> {
  if (bytes.length < FEW_BYTES) return here.readBackup(bytes, dataKeyKey)
  const reply = await asked(null, { kind: 'read', bytes, dataKeyKey })
  if (reply.kind !== 'read') throw new Error(reply.kind)
  return reply.result
}

function isSmall(data: ProgrammeData): boolean {
  return TABLE_NAMES.reduce((count, table) => count + data[table].size, 0) < FEW_RECORDS
}

/** One worker for one question: its memory goes with it. */
async function asked(data: ProgrammeData | null, question: ToBackupWorker): Promise<FromBackupWorker> {
  const worker = new Worker(new URL('./backup.worker.ts', import.meta.url), { type: 'module' })
  try {
    const reply = new Promise<FromBackupWorker>((resolve, reject) => {
      worker.addEventListener('message', (event: MessageEvent<FromBackupWorker>) => {
        if (event.data.kind === 'failed') reject(new Error(event.data.reason))
        else resolve(event.data)
      })
      worker.addEventListener('error', (event) => {
        reject(new Error(event.message))
      })
    })
    // Told when it is waited for; a failure before that must not count as unheard.
    reply.catch(() => undefined)
    if (data !== null) await handOver(worker, data)
    // Handed over, not copied: nobody needs them here any more.
    worker.postMessage(question, question.kind === 'read' ? [question.bytes.buffer] : [])
    return await reply
  } finally {
    worker.terminate()
  }
}

/** Records never change, so in portions it is still one and the same moment. In between the window gets its turn. */
async function handOver(worker: Worker, data: ProgrammeData): Promise<void> {
  for (const table of TABLE_NAMES) {
    const rows = [...data[table]]
    for (let from = 0; from < rows.length; from += PORTION) {
      const portion: ToBackupWorker = { kind: 'records', table, rows: rows.slice(from, from + PORTION) }
      worker.postMessage(portion)
      await new Promise((resolve) => setTimeout(resolve))
    }
  }
}
