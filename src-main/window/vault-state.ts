import type { LockReason } from '../contract'
import type { AppMenu } from './app-menu'
import { LockWatch, type PowerMonitor } from './lock-watch'
import type { OwnClipboard } from './own-clipboard'

/** As much of the window as locking needs; the real one is Electron's. */
export interface VaultWindow {
  setTitle(title: string): void
  isDestroyed(): boolean
  readonly webContents: {
    on(event: 'did-navigate' | 'render-process-gone', listener: () => void): unknown
    on(event: 'will-prevent-unload', listener: (event: { preventDefault(): void }) => void): unknown
  }
}

export interface VaultStateParts {
  readonly window: VaultWindow
  readonly menu: Pick<AppMenu, 'setVaultOpen'>
  readonly power: PowerMonitor
  readonly boards: readonly Pick<OwnClipboard, 'clearOwn'>[]
  readonly ask: (reason: LockReason) => void
  /** Puts a fresh page in the place of this one. */
  readonly replacePage: () => void
}

/** What the main process knows of the vault: only whether it is open. Holds no key and no word of what is in it. */
export class VaultState {
  readonly #parts: VaultStateParts
  readonly #watch: LockWatch
  #leaving = false

  constructor(parts: VaultStateParts) {
    this.#parts = parts
    const { window, power, ask } = parts
    this.#watch = new LockWatch({
      power,
      ask,
      force: () => {
        void this.locked()
      },
    })
    const { webContents } = window
    // A page that starts anew, or is gone, has no keys any more.
    webContents.on('did-navigate', () => {
      // Also once more after a lock: the page of before could still speak until it was gone.
      if (this.#watch.open || this.#leaving) void this.#forget()
      this.#leaving = false
    })
    webContents.on('render-process-gone', () => {
      if (this.#watch.open) void this.#forget()
    })
    // A form with unsaved changes may keep a window open, but not a locked one.
    webContents.on('will-prevent-unload', (event) => {
      if (this.#leaving) event.preventDefault()
    })
  }

  opened(lockAfterMinutes: number | null): void {
    this.#parts.menu.setVaultOpen(true)
    this.#watch.opened(lockAfterMinutes)
  }

  async locked(): Promise<void> {
    this.#leaving = true
    await this.#forget()
    this.#parts.replacePage()
  }

  async #forget(): Promise<void> {
    const { window, menu, boards } = this.#parts
    this.#watch.closed()
    menu.setVaultOpen(false)
    if (!window.isDestroyed()) window.setTitle('Palet')
    for (const board of boards) await board.clearOwn()
  }
}
