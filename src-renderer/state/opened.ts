import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Id } from '../domain/model/basics'

/**
 * A screen that other screens can point at: `?id=…` opens that record. The address lets go of it at once, so that the
 * same link works again after the panel was closed.
 */
export function useOpened(open: (id: Id) => unknown, name = 'id'): void {
  const route = useRoute()
  const router = useRouter()
  watch(
    () => route.query[name],
    (id) => {
      if (typeof id !== 'string' || id === '') return
      void router.replace({ query: { ...route.query, [name]: undefined } }).then(() => open(id))
    },
    { immediate: true },
  )
}
