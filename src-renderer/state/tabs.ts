import { computed, type WritableComputedRef } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate, useRoute, useRouter } from 'vue-router'
import { provideLeaveGuard } from './leaveGuard'

/**
 * The tabs of a screen, in its address (`?deel=`) so that other screens can point at one; the first is shown without it.
 * Forms inside the tabs take part by `guardLeaving`: another tab, by a click or by a link, asks them first.
 */
export function useTabs(values: () => readonly string[]): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  const guard = provideLeaveGuard()
  const shown = (wanted: unknown): string => values().find((value) => value === wanted) ?? values()[0] ?? ''

  onBeforeRouteLeave(() => guard.mayLeave())
  onBeforeRouteUpdate((to, from) => shown(to.query['deel']) === shown(from.query['deel']) || guard.mayLeave())

  return computed({
    get: () => shown(route.query['deel']),
    set: (deel) => void router.replace({ query: { deel } }),
  })
}
