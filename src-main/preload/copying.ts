export type CopiedFrom = 'clipboard' | 'selection'

/** The clipboard is written after the event, by another process; and a selection is still growing. */
const SETTLED_MS = 300

/**
 * Tells when the person copies something out of the page, so that locking can take it off the clipboard again. On
 * Linux selecting is enough: what is selected can be pasted with the middle button.
 * @returns tells at once what was still waiting to be told
 */
export function watchCopying(tell: (from: CopiedFrom) => void): () => void {
  const waiting = new Map<CopiedFrom, ReturnType<typeof setTimeout>>()

  function now(from: CopiedFrom): void {
    clearTimeout(waiting.get(from))
    waiting.delete(from)
    tell(from)
  }
  function soon(from: CopiedFrom): void {
    clearTimeout(waiting.get(from))
    waiting.set(
      from,
      setTimeout(() => {
        now(from)
      }, SETTLED_MS),
    )
  }

  for (const name of ['copy', 'cut']) {
    window.addEventListener(name, () => {
      soon('clipboard')
    })
  }
  if (navigator.userAgent.includes('Linux')) {
    // The second is for what is selected inside a field.
    for (const name of ['selectionchange', 'select']) {
      document.addEventListener(name, () => {
        soon('selection')
      })
    }
  }
  return () => {
    for (const from of [...waiting.keys()]) now(from)
  }
}
