export * from './app'
export * from './backups'
export * from './files'
export * from './vault'
export type {
  Answer,
  AppInfo,
  BackupInfo,
  BackupPlace,
  BackupPlaceInfo,
  BackupResult,
  BridgeError,
  BridgeErrorCode,
  ChosenBackupPlace,
  FileHandleInfo,
  FileKind,
  KeychainStatus,
  LockReason,
  MenuCommand,
  OpenedFile,
  Theme,
} from '@main/contract'
