import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { Theme } from '../contract'
import { writeAtomic } from '../files/atomic'

const Pixels = v.pipe(v.number(), v.safeInteger(), v.minValue(-100_000), v.maxValue(100_000))

const Remembered = v.object({
  bounds: v.nullable(v.object({ x: Pixels, y: Pixels, width: Pixels, height: Pixels })),
  maximized: v.boolean(),
  theme: Theme,
})
export type Remembered = v.InferOutput<typeof Remembered>

export const NOTHING_REMEMBERED: Remembered = { bounds: null, maximized: false, theme: 'system' }

/** What the window looked like last time; a missing or damaged file only means: start fresh. */
export async function recall(file: string): Promise<Remembered> {
  try {
    const parsed = v.safeParse(Remembered, JSON.parse(await readFile(file, 'utf8')))
    return parsed.success ? parsed.output : NOTHING_REMEMBERED
  } catch {
    return NOTHING_REMEMBERED
  }
}

const QUIET_MS = 500

/** Keeps the last known state and writes it when it has been quiet for a moment, or when asked to finish. */
export class WindowMemory {
  #state: Remembered
  #timer: NodeJS.Timeout | null = null
  #writing: Promise<void> = Promise.resolve()
  readonly #file: string

  constructor(file: string, state: Remembered) {
    this.#file = file
    this.#state = state
  }

  get state(): Remembered {
    return this.#state
  }

  remember(change: Partial<Remembered>): void {
    this.#state = { ...this.#state, ...change }
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.finish(), QUIET_MS)
  }

  get unwritten(): boolean {
    return this.#timer !== null
  }

  async finish(): Promise<void> {
    if (this.#timer) {
      clearTimeout(this.#timer)
      this.#timer = null
      const text = `${JSON.stringify(this.#state, null, 2)}\n`
      // Losing the place of a window is no reason to trouble anyone.
      const write = () => writeAtomic(this.#file, new TextEncoder().encode(text)).catch(() => undefined)
      this.#writing = this.#writing.then(write)
    }
    await this.#writing
  }
}
