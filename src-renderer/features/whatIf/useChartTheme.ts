import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue'
import { type ChartTheme, chartThemes } from '@/charts/theme'

const current = (): ChartTheme =>
  document.documentElement.dataset['theme'] === 'dark' ? chartThemes.dark : chartThemes.light

/** Colours for charts that follow the window: light or dark, also when it changes by itself. */
export function useChartTheme(): Ref<ChartTheme> {
  const theme = ref<ChartTheme>(current())
  const observer = new MutationObserver(() => {
    theme.value = current()
  })
  onMounted(() => {
    theme.value = current()
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  })
  onBeforeUnmount(() => {
    observer.disconnect()
  })
  return theme
}
