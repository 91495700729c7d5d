import type { Id } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'

/** True when the agreement would wait for itself if it waited for the other one. */
export function leadsRound(data: ProgrammeData, agreement: Id, other: Id): boolean {
  const seen = new Set<Id>()
  const open = [other]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === agreement) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(data.agreements.get(id)?.dependsOn ?? []))
  }
  return false
}

/** Open agreements that wait for this one. */
export function waitingFor(data: ProgrammeData, agreement: Id) {
  return [...data.agreements.values()].filter((a) => a.status === 'open' && a.dependsOn.includes(agreement))
}
