export * from './app'
export * from './files'
export type {
  Answer,
  AppInfo,
  BridgeError,
  BridgeErrorCode,
  FileHandleInfo,
  FileKind,
  MenuCommand,
  OpenedFile,
  Theme,
} from '@main/contract'
