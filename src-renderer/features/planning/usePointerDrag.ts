import { onBeforeUnmount } from 'vue'

/** Less than this is a click with an unsteady hand. */
const LEAST = 4

interface DragOptions<T> {
  readonly begin: (what: T) => boolean
  /**
   * @param dx pixels from where the pointer went down, the scrolling in between included
   * @param at where the pointer is in the window
   */
  readonly move: (what: T, dx: number, at: { readonly x: number; readonly y: number }) => void
  readonly drop: (what: T) => void
  readonly cancel: () => void
  readonly scroller: () => HTMLElement | null
  /** Width at the left that doesn't scroll. */
  readonly leftMargin: number
}

/** Distance from the edge of the view within which a drag scrolls on, and by how much each frame. */
const EDGE = 36
const EDGE_STEP = 14

/** One thing at a time is dragged with the mouse; Escape or losing the pointer puts it back. */
export function usePointerDrag<T>(options: DragOptions<T>) {
  let held: { what: T; x: number; y: number; scroll: number; moving: boolean } | null = null
  let pointer = 0
  let height = 0
  let frame = 0
  /** The click that ends a drag is no click. */
  let justDragged = false

  function down(what: T, event: PointerEvent): void {
    if (event.button !== 0 || held !== null) return
    // No focus or selection of what is under the pointer; the list itself takes the focus.
    event.preventDefault()
    options.scroller()?.focus({ preventScroll: true })
    held = {
      what,
      x: event.clientX,
      y: event.clientY,
      scroll: options.scroller()?.scrollLeft ?? 0,
      moving: false,
    }
    pointer = event.clientX
    height = event.clientY
    justDragged = false
    window.addEventListener('pointermove', moved)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('blur', stop)
    window.addEventListener('keydown', key, true)
  }

  function moved(event: PointerEvent): void {
    if (held === null) return
    const far = Math.max(Math.abs(event.clientX - held.x), Math.abs(event.clientY - held.y))
    pointer = event.clientX
    height = event.clientY
    if (!held.moving) {
      if (far < LEAST) return
      if (!options.begin(held.what)) {
        release()
        return
      }
      held.moving = true
      frame = requestAnimationFrame(step)
    }
  }

  /** Once a frame, however often the mouse reports. */
  function step(): void {
    if (held === null) return
    const scroller = options.scroller()
    if (scroller !== null) {
      const { left, right } = scroller.getBoundingClientRect()
      // Only outwards: the grip of a whole project stands near the left edge by itself.
      if (pointer > right - EDGE && pointer > held.x) scroller.scrollLeft += EDGE_STEP
      else if (pointer < left + options.leftMargin + EDGE && pointer < held.x)
        scroller.scrollLeft -= EDGE_STEP
    }
    report()
    frame = requestAnimationFrame(step)
  }

  function report(): void {
    if (held === null) return
    const scrolled = (options.scroller()?.scrollLeft ?? 0) - held.scroll
    options.move(held.what, pointer - held.x + scrolled, { x: pointer, y: height })
  }

  function release(): void {
    cancelAnimationFrame(frame)
    held = null
    window.removeEventListener('pointermove', moved)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('pointercancel', stop)
    window.removeEventListener('blur', stop)
    window.removeEventListener('keydown', key, true)
  }

  function up(event: PointerEvent): void {
    const now = held
    if (now?.moving !== true) {
      release()
      return
    }
    pointer = event.clientX
    height = event.clientY
    report()
    justDragged = true
    // The click follows at once; a later one is a new one.
    setTimeout(() => (justDragged = false), 0)
    release()
    options.drop(now.what)
  }

  function stop(): void {
    const moving = held?.moving === true
    release()
    if (moving) options.cancel()
  }

  function key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || held?.moving !== true) return
    event.preventDefault()
    event.stopPropagation()
    justDragged = true
    stop()
  }

  onBeforeUnmount(stop)
  return { down, wasDrag: () => justDragged }
}
