import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeWhenSettled, type ClosingWindow } from '@main/window/closing'

/** A window that closes unless somebody stops it, as Electron's does. */
class FakeWindow implements ClosingWindow {
  closed = false
  crashed = false
  loading = false
  #onClose: (event: { preventDefault(): void }) => void = () => undefined
  #onKept: () => void = () => undefined

  readonly webContents = {
    on: (_event: 'will-prevent-unload', listener: () => void) => {
      this.#onKept = listener
    },
    isCrashed: () => this.crashed,
    isLoadingMainFrame: () => this.loading,
  }

  constructor(private readonly formKeepsOpen = false) {}

  on(_event: 'close', listener: (event: { preventDefault(): void }) => void): void {
    this.#onClose = listener
  }

  close(): void {
    let stopped = false
    this.#onClose({
      preventDefault: () => {
        stopped = true
      },
    })
    if (stopped) return
    if (this.formKeepsOpen) this.#onKept()
    else this.closed = true
  }

  isDestroyed(): boolean {
    return this.closed
  }
}

describe('closing the window', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('waits for the answer of the page', () => {
    const window = new FakeWindow()
    const ask = vi.fn()
    const settled = closeWhenSettled(window, ask, 1000)
    window.close()
    expect(ask).toHaveBeenCalledOnce()
    expect(window.closed).toBe(false)
    settled()
    expect(window.closed).toBe(true)
  })

  it('asks once, however often the person presses the cross', () => {
    const window = new FakeWindow()
    const ask = vi.fn()
    closeWhenSettled(window, ask, 1000)
    window.close()
    window.close()
    window.close()
    expect(ask).toHaveBeenCalledOnce()
    expect(window.closed).toBe(false)
  })

  it('closes without an answer after a while', () => {
    const window = new FakeWindow()
    closeWhenSettled(window, () => undefined, 1000)
    window.close()
    vi.advanceTimersByTime(999)
    expect(window.closed).toBe(false)
    vi.advanceTimersByTime(1)
    expect(window.closed).toBe(true)
  })

  it('asks a page that is gone or not there yet nothing', () => {
    for (const state of ['crashed', 'loading'] as const) {
      const window = new FakeWindow()
      const ask = vi.fn()
      window[state] = true
      closeWhenSettled(window, ask, 1000)
      window.close()
      expect(ask).not.toHaveBeenCalled()
      expect(window.closed).toBe(true)
    }
  })

  it('asks anew after a form kept the window open', () => {
    const window = new FakeWindow(true)
    const ask = vi.fn()
    const settled = closeWhenSettled(window, ask, 1000)
    window.close()
    settled()
    expect(window.closed).toBe(false)
    window.close()
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('does nothing with an answer that nobody asked for', () => {
    const window = new FakeWindow()
    const settled = closeWhenSettled(window, () => undefined, 1000)
    settled()
    expect(window.closed).toBe(false)
  })
})
