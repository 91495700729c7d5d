import { computed, ref, type Ref } from 'vue'

interface LineCursorOptions {
  readonly keys: () => readonly string[]
  readonly page: () => number
  readonly scrollTo: (index: number) => void
}

/** One line is chosen: arrows, Page, Home and End move it. It is held by key, so that it stays when the list changes. */
export function useLineCursor({ keys, page, scrollTo }: LineCursorOptions): {
  current: Ref<number>
  choose: (index: number) => void
  move: (key: string) => boolean
} {
  const key = ref<string | null>(null)
  /** Where it was, for when its line goes. */
  let place = 0
  const current = computed(() => {
    const index = key.value === null ? -1 : keys().indexOf(key.value)
    return index >= 0 ? index : Math.max(0, Math.min(place, keys().length - 1))
  })

  function choose(index: number): void {
    const last = keys().length - 1
    if (last < 0) return
    place = Math.max(0, Math.min(index, last))
    key.value = keys()[place] ?? null
    scrollTo(place)
  }

  function move(pressed: string): boolean {
    const steps: Record<string, () => number> = {
      ArrowDown: () => current.value + 1,
      ArrowUp: () => current.value - 1,
      PageDown: () => current.value + page(),
      PageUp: () => current.value - page(),
      Home: () => 0,
      End: () => keys().length - 1,
    }
    const step = steps[pressed]
    if (step === undefined) return false
    choose(step())
    return true
  }

  return { current, choose, move }
}
