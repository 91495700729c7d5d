import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface NoticeInput {
  readonly kind: 'info' | 'success' | 'error'
  /** A whole Dutch sentence. */
  readonly text: string
  readonly actionLabel?: string
  readonly action?: () => void
}

export interface Notice extends NoticeInput {
  readonly id: number
}

const SHOWN_FOR = 6_000
/** Whoever wants to act needs time to get there, also with a keyboard. */
const SHOWN_FOR_ACTION = 12_000

/** Short messages in a corner of the window. An error stays until it is put away. */
export const useNotices = defineStore('notices', () => {
  const items = shallowRef<readonly Notice[]>([])
  const timers = new Map<number, ReturnType<typeof setTimeout>>()
  let last = 0

  function show(input: NoticeInput): number {
    last += 1
    const notice: Notice = { ...input, id: last }
    // The same words twice say nothing new: the later one takes the place of the earlier.
    for (const item of items.value) if (item.text === input.text) dismiss(item.id)
    items.value = [...items.value, notice]
    release(notice.id)
    return notice.id
  }

  function dismiss(id: number): void {
    hold(id)
    items.value = items.value.filter((item) => item.id !== id)
  }

  /** Stops the clock of a notice, for as long as the pointer or the focus is on it. */
  function hold(id: number): void {
    clearTimeout(timers.get(id))
    timers.delete(id)
  }

  function release(id: number): void {
    const notice = items.value.find((item) => item.id === id)
    if (notice === undefined || notice.kind === 'error') return
    hold(id)
    const time = notice.action === undefined ? SHOWN_FOR : SHOWN_FOR_ACTION
    timers.set(
      id,
      setTimeout(() => {
        dismiss(id)
      }, time),
    )
  }

  return { items, show, dismiss, hold, release }
})
