import type { Id } from '../../domain/model/entities'
import {
  emptyProgrammeData,
  type ProgrammeData,
  TABLE_NAMES,
  type TableName,
} from '../../domain/model/programmeData'
import type { FromBackupWorker, ToBackupWorker } from './messages'
import { digestOf, makeBackup, readBackup } from './work'

/** Thin entry: a programme in portions and what to do with it in, one answer out. */
const tables = new Map<TableName, Map<Id, unknown>>()

function programme(): ProgrammeData {
  // Records come from the window that checked them, and only lost their maps on the way.
  const whole: Record<string, unknown> = { ...emptyProgrammeData() }
  for (const name of TABLE_NAMES) whole[name] = tables.get(name) ?? new Map()
  return whole as unknown as ProgrammeData
}

async function answer(message: ToBackupWorker): Promise<FromBackupWorker | null> {
  switch (message.kind) {
    case 'records': {
      const table = tables.get(message.table) ?? new Map<Id, unknown>()
      for (const [id, record] of message.rows) table.set(id, record)
      tables.set(message.table, table)
      return null
    }
    case 'make':
      return { kind: 'made', made: await makeBackup(programme(), message.stamp, message.lock) }
    case 'digest':
      return { kind: 'digest', digest: await digestOf(programme(), message.stamp) }
    case 'read':
      return { kind: 'read', result: await readBackup(message.bytes, message.dataKeyKey) }
  }
}

self.addEventListener('message', (event: MessageEvent<ToBackupWorker>) => {
  answer(event.data).then(
    (reply) => {
      if (reply === null) return
      self.postMessage(reply, reply.kind === 'made' ? { transfer: [reply.made.bytes.buffer] } : {})
    },
    (cause: unknown) => {
      const failed: FromBackupWorker = { kind: 'failed', reason: String(cause) }
      self.postMessage(failed)
    },
  )
})
