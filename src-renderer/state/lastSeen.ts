import type { Id } from '../domain/model/entities'
import { formatNumber } from '../domain/labels'
import { programmeSetting, setProgrammeSetting } from './programmeSettings'

/** As much of a programme as this is about. */
interface Seen {
  readonly id: Id
  /** Sequence of its last commit. */
  readonly version: number
}

/**
 * A database that was put back whole, as it was on an earlier day, is consistent in itself: its own chain can't tell. So
 * the list of programmes, which is kept apart, remembers how far the log went.
 */
export async function rememberSeen({ id, version }: Seen): Promise<void> {
  await setProgrammeSetting('seen', id, version)
}

/** What to tell when the programme is older than when it was last seen here; null when it isn't. */
export async function olderThanSeen({ id, version }: Seen): Promise<string | null> {
  const kept = await programmeSetting('seen', id)
  if (!kept.ok || typeof kept.value !== 'number' || version >= kept.value) return null
  return (
    `Dit programma is ouder dan de vorige keer op deze computer: het logboek ging toen tot regel ` +
    `${formatNumber(kept.value)} en nu tot regel ${formatNumber(version)}. Misschien zijn bestanden van Palet ` +
    `teruggezet. Kijk bij Reservekopieën of daar een nieuwere staat.`
  )
}
