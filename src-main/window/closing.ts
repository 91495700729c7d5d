/** As much of a window as closing needs; the real one is Electron's. */
export interface ClosingWindow {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
  close(): void
  isDestroyed(): boolean
  readonly webContents: {
    on(event: 'will-prevent-unload', listener: () => void): unknown
    isCrashed(): boolean
    isLoadingMainFrame(): boolean
  }
}

/** Longer than writing takes, shorter than patience. */
const LONGEST_WAIT_MS = 3000

/**
 * What is on screen may be on its way to the disk when the window is closed. So closing waits until the page says
 * that everything is kept, but never long: a page that doesn't answer must not hold the window open.
 * @returns what the page's answer calls
 */
export function closeWhenSettled(
  window: ClosingWindow,
  ask: () => void,
  longest = LONGEST_WAIT_MS,
): () => void {
  let state: 'open' | 'asking' | 'settled' = 'open'
  let timer: ReturnType<typeof setTimeout> | undefined

  window.on('close', (event) => {
    const { webContents } = window
    // A page that is gone or not there yet has nothing under way.
    if (state === 'settled' || webContents.isCrashed() || webContents.isLoadingMainFrame()) return
    event.preventDefault()
    if (state === 'asking') return
    state = 'asking'
    timer = setTimeout(settled, longest)
    ask()
  })
  // A form with unsaved changes keeps the window open after all: the next time is asked anew.
  window.webContents.on('will-prevent-unload', () => {
    state = 'open'
  })

  function settled(): void {
    clearTimeout(timer)
    if (state !== 'asking' || window.isDestroyed()) return
    state = 'settled'
    window.close()
  }
  return settled
}
