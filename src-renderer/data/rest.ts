/** So many commits after the pages were written, they are brought up to date even when there is no rest. */
const AT_MOST_BEHIND = 200

export interface RestOptions {
  /** Writes the pages. A failure costs nothing: the next opening then reads the commits instead. */
  readonly write: () => Promise<unknown>
  /** How many commits the pages are behind. */
  readonly behind: () => number
  /** Does something when there is time for it; without it nothing happens by itself. */
  readonly later?: ((work: () => void) => () => void) | undefined
}

/** Brings the pages up to date when the person rests, or when they are far behind. */
export class PagesAtRest {
  private cancel: (() => void) | null = null

  constructor(private readonly options: RestOptions) {}

  /** A commit was written. */
  soon(): void {
    const { write, behind, later } = this.options
    if (later === undefined) return
    if (behind() >= AT_MOST_BEHIND) void write()
    this.stop()
    this.cancel = later(() => void write())
  }

  stop(): void {
    this.cancel?.()
    this.cancel = null
  }
}
