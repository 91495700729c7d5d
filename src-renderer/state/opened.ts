import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Id } from '../domain/model/basics'
import { type Link, LINK_TABLES } from '../domain/regie'

/** Hands over what the address says under a name. The address lets go of it at once, so that the same link works again. */
function useAsked(name: string, take: (value: string) => unknown): void {
  const route = useRoute()
  const router = useRouter()
  watch(
    () => route.query[name],
    (value) => {
      if (typeof value !== 'string' || value === '') return
      void router.replace({ query: { ...route.query, [name]: undefined } }).then(() => take(value))
    },
    { immediate: true },
  )
}

/** A screen that other screens can point at: `?id=…` opens that record. */
export function useOpened(open: (id: Id) => unknown, name = 'id'): void {
  useAsked(name, open)
}

/** A screen where another one can begin a record for something: `?nieuw=projects:…` (see `startOf`). */
export function useStarted(start: (about: Link) => unknown): void {
  useAsked('nieuw', (value) => {
    const at = value.indexOf(':')
    const table = LINK_TABLES.find((name) => name === value.slice(0, at))
    if (table !== undefined) void start({ table, id: value.slice(at + 1) })
  })
}
