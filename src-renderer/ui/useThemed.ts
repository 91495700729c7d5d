import { onBeforeUnmount, onMounted, type ShallowRef, shallowRef } from 'vue'

/** One of two values, whichever fits the window: light or dark, also when that changes by itself. */
export function useThemed<T>(themes: { readonly light: T; readonly dark: T }): Readonly<ShallowRef<T>> {
  const current = (): T => (document.documentElement.dataset['theme'] === 'dark' ? themes.dark : themes.light)
  const chosen = shallowRef(current())
  const observer = new MutationObserver(() => {
    chosen.value = current()
  })
  onMounted(() => {
    chosen.value = current()
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  })
  onBeforeUnmount(() => {
    observer.disconnect()
  })
  return chosen
}
