import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { fetchSampleAhead } from '../features/start/openSample'
import { useDrafts } from '../state/drafts'
import { useSettings } from '../state/settings'
import { useVault } from '../state/vault'
import { draftKeeperKey } from '../ui/keptDraft'
import PaletApp from './PaletApp.vue'
import { handleVueError, reportError } from './failure'
import { fetchAhead, makeRouter } from './router'
import { followTheme } from './theme'
import { listenWhileLocked } from './whileLocked'

/** Builds the window: stores, theme, router, and behind the front door the shell. */
export async function start(): Promise<void> {
  const app = createApp(PaletApp)
  app.config.errorHandler = handleVueError
  app.use(createPinia())
  window.addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    reportError(event.reason)
  })

  // At once: what the system hands over before there is a screen must not be missed.
  listenWhileLocked()
  app.provide(draftKeeperKey, useDrafts())
  const settings = useSettings()
  settings.followSystem()
  followTheme(settings)
  const router = makeRouter()
  app.use(router)
  await Promise.all([router.isReady(), useVault().look()])
  app.mount('#app')
  fetchAhead()
  requestIdleCallback(fetchSampleAhead)
}
