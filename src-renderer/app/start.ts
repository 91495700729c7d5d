import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { fetchSampleAhead } from '../features/start/openSample'
import { useSettings } from '../state/settings'
import AppShell from './AppShell.vue'
import { handleVueError, reportError } from './failure'
import { fetchAhead, makeRouter } from './router'
import { followTheme } from './theme'

/** Builds the window: stores, settings, theme, router, shell. */
export async function start(): Promise<void> {
  const app = createApp(AppShell)
  app.config.errorHandler = handleVueError
  app.use(createPinia())
  window.addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    reportError(event.reason)
  })

  const settings = useSettings()
  settings.load().catch(reportError)
  followTheme(settings)
  const router = makeRouter()
  app.use(router)
  await router.isReady()
  app.mount('#app')
  fetchAhead()
  requestIdleCallback(fetchSampleAhead)
}
