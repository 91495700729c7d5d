import type { Id } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import type { Agreement } from './model'

/** True when an agreement would wait for itself if it waited for these. */
export function leadsRound(data: ProgrammeData, agreement: Id, waitsFor: readonly Id[]): boolean {
  const seen = new Set<Id>()
  const open = [...waitsFor]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === agreement) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(data.agreements.get(id)?.dependsOn ?? []))
  }
  return false
}

/** Open agreements that wait for this one. */
export const waitingFor = (data: ProgrammeData, agreement: Id): Agreement[] =>
  [...data.agreements.values()].filter((a) => a.status === 'open' && a.dependsOn.includes(agreement))
