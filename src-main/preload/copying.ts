/** A selection that is still growing isn't worth a look each time. */
const SETTLED_MS = 300

/**
 * Tells when the person copies something out of the page, so that locking can take it off the clipboard again. On
 * Linux selecting is enough: what is selected can be pasted with the middle button.
 */
export function watchCopying(tell: (from: 'clipboard' | 'selection') => void): void {
  for (const name of ['copy', 'cut']) {
    window.addEventListener(name, () => {
      // The clipboard is written after the event.
      setTimeout(() => {
        tell('clipboard')
      }, 0)
    })
  }
  if (!navigator.userAgent.includes('Linux')) return
  let timer: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      tell('selection')
    }, SETTLED_MS)
  })
}
