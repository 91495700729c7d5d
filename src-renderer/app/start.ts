import { createPinia } from 'pinia'
import { createApp } from 'vue'
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
  const loaded = settings.load()
  followTheme(settings)
  const router = makeRouter()
  app.use(router)
  // The first picture is painted in the theme that was kept, not in another one first.
  await Promise.all([loaded.catch(reportError), router.isReady()])
  app.mount('#app')
  fetchAhead()
}
