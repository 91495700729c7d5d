import { computed, ref, type Ref } from 'vue'

interface GridCursorOptions {
  readonly keys: () => readonly string[]
  readonly pageSize: () => number
  readonly scrollTo: (index: number) => void
  readonly open: (index: number) => void
  readonly remove: (index: number) => void
}

/**
 * One row of a grid is current: arrows, Page, Home and End move it, Enter opens it, Delete asks to remove it. It is
 * held by key, so that it stays on the same record when the list is sorted or filtered.
 */
export function useGridCursor(options: GridCursorOptions): {
  current: Ref<number>
  setCurrent: (index: number) => void
  onKeydown: (event: KeyboardEvent) => void
} {
  const key = ref<string | null>(null)
  const current = computed({
    get: () => {
      if (key.value === null) return 0
      return Math.max(0, options.keys().indexOf(key.value))
    },
    set: (index) => {
      key.value = options.keys()[index] ?? null
    },
  })

  function setCurrent(index: number): void {
    const last = options.keys().length - 1
    if (last < 0) return
    current.value = Math.min(last, Math.max(0, index))
    options.scrollTo(current.value)
  }

  const steps: Record<string, () => void> = {
    ArrowDown: () => setCurrent(current.value + 1),
    ArrowUp: () => setCurrent(current.value - 1),
    PageDown: () => setCurrent(current.value + options.pageSize()),
    PageUp: () => setCurrent(current.value - options.pageSize()),
    Home: () => setCurrent(0),
    End: () => setCurrent(options.keys().length - 1),
    Enter: () => options.open(current.value),
    Delete: () => options.remove(current.value),
  }

  function onKeydown(event: KeyboardEvent): void {
    // Keys pressed on a button in the heading belong to that button.
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    const step = steps[event.key]
    if (step === undefined || options.keys().length === 0) return
    event.preventDefault()
    step()
  }

  return { current, setCurrent, onKeydown }
}
