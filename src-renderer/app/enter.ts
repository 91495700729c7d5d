import type { Router } from 'vue-router'
import { takePlace, watchIdle } from '../state/lock'
import { useProgramme } from '../state/programme'
import { useSettings } from '../state/settings'

/** What has to happen as soon as the data can be read: settings, the watch for idle time, back to where the person was. */
export async function enter(router: Router): Promise<void> {
  await useSettings().load()
  await watchIdle()
  const place = await takePlace()
  if (place === null) return
  if (place.programmeId !== null) {
    const opened = await useProgramme().open(place.programmeId)
    if (!opened.ok) return
  }
  await router.replace(place.address)
}
