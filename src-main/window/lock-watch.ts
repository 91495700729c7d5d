import type { LockReason } from '../contract'

/** As much of Electron's powerMonitor as is needed here. */
export interface PowerMonitor {
  on(event: 'suspend' | 'lock-screen', listener: () => void): unknown
  getSystemIdleTime(): number
  getSystemIdleState(threshold: number): string
}

export interface LockWatchParts {
  readonly power: PowerMonitor
  /** Asks the page to lock. */
  readonly ask: (reason: LockReason) => void
  /** The page didn't lock in time: it has to go as it is. */
  readonly force: () => void
  readonly now?: () => number
}

const POLL_MS = 5_000
/** A gap this long between two looks means that the computer slept, also where nobody told. */
const SLEPT_MS = 60_000
/** Longer than the page itself waits for the disk; one that takes longer is stuck. */
const PATIENCE_MS = 20_000
const SECONDS = 60

/** While the vault is open: asks for a lock when the person is away, the computer sleeps or its screen is locked. */
export class LockWatch {
  readonly #parts: LockWatchParts
  readonly #now: () => number
  #minutes: number | null = null
  #poll: ReturnType<typeof setInterval> | null = null
  #patience: ReturnType<typeof setTimeout> | null = null
  #lastLook = 0

  constructor(parts: LockWatchParts) {
    this.#parts = parts
    this.#now = parts.now ?? Date.now
    parts.power.on('suspend', () => {
      this.#lock('sleep')
    })
    parts.power.on('lock-screen', () => {
      this.#lock('screen')
    })
  }

  get open(): boolean {
    return this.#poll !== null
  }

  /** Also called again while open, when the person chooses another time. */
  opened(minutes: number | null): void {
    this.#minutes = minutes
    this.#lastLook = this.#now()
    this.#poll ??= setInterval(() => {
      this.#look()
    }, POLL_MS)
  }

  closed(): void {
    if (this.#poll) clearInterval(this.#poll)
    if (this.#patience) clearTimeout(this.#patience)
    this.#poll = null
    this.#patience = null
  }

  #look(): void {
    const { power } = this.#parts
    const gap = this.#now() - this.#lastLook
    this.#lastLook = this.#now()
    // A clock that was set forward looks the same; then a lock too many is the lesser evil.
    if (gap > SLEPT_MS) this.#lock('sleep')
    // Linux fires no event for a locked screen, but knows it when asked.
    else if (power.getSystemIdleState(SECONDS) === 'locked') this.#lock('screen')
    else if (this.#minutes !== null && power.getSystemIdleTime() >= this.#minutes * SECONDS)
      this.#lock('idle')
  }

  #lock(reason: LockReason): void {
    if (!this.open || this.#patience) return
    this.#patience = setTimeout(() => {
      this.#parts.force()
    }, PATIENCE_MS)
    this.#parts.ask(reason)
  }
}
