import { nextTick } from 'vue'
import type { Router } from 'vue-router'
import { clearFailure } from './failure'

/** How long to wait for the title of a screen that is still loading. */
const PATIENCE = 2_000

/** After navigation: the window's title follows, and the title of the screen takes focus, so that it is read aloud. */
export function announceRoutes(router: Router): void {
  let first = true
  router.afterEach((to, from, problem) => {
    if (problem !== undefined) return
    clearFailure()
    const title = to.meta['title']
    document.title = typeof title === 'string' && to.path !== '/' ? `${title} · Palet` : 'Palet'
    // At start, and when only the query changes, focus stays where it is.
    if (first || to.path === from.path) {
      first = false
      return
    }
    void focusTitle(to.path, router)
  })
}

async function focusTitle(path: string, router: Router): Promise<void> {
  const until = Date.now() + PATIENCE
  const before = document.activeElement
  await nextTick()
  while (Date.now() < until && router.currentRoute.value.path === path) {
    // Somebody moved on already: leave their focus alone.
    if (document.activeElement !== before && document.activeElement !== document.body) return
    const title = document.querySelector<HTMLElement>('main h1')
    if (title !== null) {
      title.focus({ preventScroll: true })
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}
