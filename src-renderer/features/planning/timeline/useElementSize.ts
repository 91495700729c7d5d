import { onBeforeUnmount, ref, type Ref, watch } from 'vue'

/** Inner width of an element, following it when it changes. */
export function useElementSize(element: Readonly<Ref<HTMLElement | null>>): { width: Ref<number> } {
  const width = ref(0)
  const observer = new ResizeObserver(() => {
    width.value = element.value?.clientWidth ?? 0
  })
  watch(
    element,
    (now, before) => {
      if (before) observer.unobserve(before)
      if (now === null) return
      width.value = now.clientWidth
      observer.observe(now)
    },
    { flush: 'post' },
  )
  onBeforeUnmount(() => {
    observer.disconnect()
  })
  return { width }
}
