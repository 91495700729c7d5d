import { byNumber, joinDutch, tableLabels } from '@/domain/labels'
import { calledOf } from '@/domain/model/called'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { RecordKind, RecordPlace } from '@/domain/retention'

/** What one record of a kind is called in the list. */
export const KIND_WORDS: Readonly<Record<RecordKind, string>> = {
  projects: 'project',
  trajectories: 'traject',
  contacts: 'aanspreekpunt',
  reports: 'rapport',
  baselines: 'vastgesteld plan',
}

const SHOWN = 3

/** `project "Kamers"` */
export function placeWords(data: ProgrammeData, { table, id }: RecordPlace): string {
  const called = calledOf(data[table].get(id))
  return `${tableLabels[table].one}${called === null ? '' : ` "${called}"`}`
}

/** Why something can't go yet: who still point to it. */
export function heldWords(data: ProgrammeData, holders: readonly RecordPlace[]): string {
  const all = [...new Set(holders.map((place) => placeWords(data, place)))]
  const more = all.length - SHOWN
  const shown = all.slice(0, SHOWN)
  const words = more > 0 ? [...shown, `${String(more)} ${byNumber(more, 'ander', 'andere')}`] : shown
  return `Dit kan nog niet weg: het wordt nog genoemd in ${joinDutch(words)}. Kies die erbij, of haal het daar eerst weg.`
}
