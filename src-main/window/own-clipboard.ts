import { createHash, randomBytes } from 'node:crypto'

/** One clipboard: the ordinary one, or on Linux also what is selected with the mouse. */
export interface Board {
  readText(): string | Promise<string>
  clear(): void
}

/**
 * Remembers what Palet put on the clipboard, so that it can be taken off again and nobody else's text with it. Only a
 * salted digest is kept: the text itself would outlive the lock in memory.
 */
export class OwnClipboard {
  readonly #board: Board
  readonly #salt = randomBytes(32)
  #own: string | null = null
  /** One after the other: what is still being looked at must be known before it can be cleared. */
  #last: Promise<void> = Promise.resolve()

  constructor(board: Board) {
    this.#board = board
  }

  /** What is there now came out of Palet. */
  note(): Promise<void> {
    return this.#next(() => this.#note())
  }

  /** Empties the clipboard when it still holds what Palet put there. */
  clearOwn(): Promise<void> {
    return this.#next(() => this.#clearOwn())
  }

  #next(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work)
    return this.#last
  }

  async #note(): Promise<void> {
    // Read back, because the system may have changed the ends of lines.
    const text = await this.#read()
    this.#own = text === '' ? null : this.#digest(text)
  }

  async #clearOwn(): Promise<void> {
    if (this.#own === null) return
    const text = await this.#read()
    if (this.#digest(text) === this.#own) this.#board.clear()
    this.#own = null
  }

  async #read(): Promise<string> {
    try {
      return await this.#board.readText()
    } catch {
      // Another program holds the clipboard at this moment: then it is not ours either.
      return ''
    }
  }

  #digest(text: string): string {
    return createHash('sha256').update(this.#salt).update(text).digest('base64')
  }
}
