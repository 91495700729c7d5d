import type { Bytes } from '../../data/crypto/bytes'
import type { Id } from '../../domain/model/entities'
import type { TableName } from '../../domain/model/programmeData'
import type { Result } from '../../domain/result'
import type { PaletStamp } from '../../exchange'
import type { BackupLock, MadeBackup } from './work'

/** A programme comes in portions first; then what to do with it. */
export type ToBackupWorker =
  | {
      readonly kind: 'records'
      readonly table: TableName
      readonly rows: readonly (readonly [Id, unknown])[]
    }
  | { readonly kind: 'make'; readonly stamp: PaletStamp; readonly lock: BackupLock }
  | { readonly kind: 'digest'; readonly stamp: PaletStamp }
  | { readonly kind: 'read'; readonly bytes: Bytes; readonly dataKeyKey: CryptoKey }

export type FromBackupWorker =
  | { readonly kind: 'made'; readonly made: MadeBackup }
  | { readonly kind: 'digest'; readonly digest: string }
  | { readonly kind: 'read'; readonly result: Result<string> }
  | { readonly kind: 'failed'; readonly reason: string }
