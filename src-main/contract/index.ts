import type * as v from 'valibot'
import { appContract } from './app'
import { backupsContract } from './backups'
import type { Answer, Channel } from './channel'
import { events, type LockReason, type MenuCommand } from './events'
import { filesContract, type FileHandleInfo } from './files'
import { vaultContract } from './vault'

export * from './app'
export * from './backups'
export * from './channel'
export * from './events'
export * from './files'
export * from './names'
export * from './vault'

/** All questions the window may ask, by the name under which the preload offers them. */
export const contract = { ...appContract, ...filesContract, ...vaultContract, ...backupsContract }
export type Contract = typeof contract

type Ask<C> =
  C extends Channel<infer I, infer O> ? (input: v.InferInput<I>) => Promise<Answer<v.InferOutput<O>>> : never

/** What the window finds as `window.palet`: nothing but these. */
export type PaletBridge = { readonly [K in keyof Contract]: Ask<Contract[K]> } & {
  /** Returns a function that ends the subscription. */
  readonly onMenu: (listener: (command: MenuCommand) => void) => () => void
  readonly onFileOffered: (listener: (file: FileHandleInfo) => void) => () => void
  readonly onClosing: (listener: () => void) => () => void
  readonly onLock: (listener: (reason: LockReason) => void) => () => void
}

export { events }
