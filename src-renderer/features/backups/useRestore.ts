import { ref, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import type { Result } from '../../domain/result'
import { openApart, restoreInPlace, type RestoreOffer } from '../../state/backupRestore'
import { wayBack } from '../../state/change'
import { useNotices } from '../../state/notices'
import { momentOf } from './words'

/** From opening a backup to the programme on screen. */
export function useRestore() {
  const router = useRouter()
  const notices = useNotices()
  const offer = shallowRef<RestoreOffer | null>(null)
  const busy = ref(false)

  function fail(text: string): void {
    notices.show({ kind: 'error', text })
  }

  /** One thing at a time: a second click while a backup opens does nothing. */
  async function alone(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      await work()
    } finally {
      busy.value = false
    }
  }

  const open = (look: () => Promise<Result<RestoreOffer | null>>): Promise<void> =>
    alone(async () => {
      const found = await look()
      if (found.ok) offer.value = found.value
      else fail(found.error.message)
    })

  const finish = (work: (of: RestoreOffer) => Promise<Result<unknown>>, text: string): Promise<void> =>
    alone(async () => {
      const of = offer.value
      if (of === null) return
      const done = await work(of)
      if (!done.ok) {
        fail(done.error.message)
        return
      }
      offer.value = null
      const undoable = of.target === 'here' && work === restoreInPlace
      notices.show({ kind: 'success', text: `${text} ${momentOf(of.at)}.`, ...(undoable ? wayBack() : {}) })
      await router.push('/overzicht')
    })

  return {
    offer,
    busy,
    open,
    inPlace: () => finish(restoreInPlace, 'Teruggezet: het programma is weer zoals op'),
    apart: () => finish(openApart, 'Geopend als apart programma, zoals het was op'),
    close: () => {
      offer.value = null
    },
  }
}
