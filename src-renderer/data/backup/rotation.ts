import type { IsoDate } from '../../domain/model/entities'

/** One backup of one programme in one place. */
export interface Candidate {
  readonly name: string
  /** Moment in UTC. */
  readonly at: string
  /** The calendar day of that moment, where the person is. */
  readonly day: IsoDate
  /** `good`: read back, and it held what it should. `bad`: it did not. */
  readonly state: 'good' | 'unknown' | 'bad'
}

const DAYS = 31
const MONTHS = 24

/**
 * The backups that may go: kept are all of today, the last one of each of the 31 days before, and the last one of each of
 * the 24 months before. The last one that is known to be good is always kept, and so is the last one that may be.
 * @returns their names, oldest first
 */
export function superfluous(backups: readonly Candidate[], today: IsoDate): string[] {
  const newestFirst = [...backups].sort(newer)
  const kept = new Set<Candidate | undefined>([
    newestFirst.find(({ state }) => state === 'good'),
    newestFirst.find(({ state }) => state !== 'bad'),
    newestFirst[0],
  ])
  const days = bestOf(newestFirst, ({ day }) => day)
  const months = bestOf(newestFirst, ({ day }) => day.slice(0, 7))
  const firstDay = daysBefore(today, DAYS)
  const firstMonth = monthsBefore(today, MONTHS)
  for (const backup of newestFirst) {
    const { day } = backup
    // A clock that was ahead gives days to come: those count as today.
    if (day >= today) kept.add(backup)
    else if (day >= firstDay && days.get(day) === backup) kept.add(backup)
    else if (day.slice(0, 7) >= firstMonth && months.get(day.slice(0, 7)) === backup) kept.add(backup)
  }
  return newestFirst
    .filter((backup) => !kept.has(backup))
    .map(({ name }) => name)
    .reverse()
}

/** Newest first; of one moment the order of the names, so that the outcome never depends on how they were listed. */
function newer(a: Candidate, b: Candidate): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1
  return a.name < b.name ? 1 : -1
}

/** Of each group the newest that isn't bad, or else the newest. */
function bestOf(
  newestFirst: readonly Candidate[],
  groupOf: (backup: Candidate) => string,
): ReadonlyMap<string, Candidate> {
  const best = new Map<string, Candidate>()
  for (const backup of newestFirst) {
    const group = groupOf(backup)
    const known = best.get(group)
    if (known === undefined || (known.state === 'bad' && backup.state !== 'bad')) best.set(group, backup)
  }
  return best
}

function daysBefore(day: IsoDate, count: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)
}

/** `2026-04-14`, 24 → `2024-04`. */
function monthsBefore(day: IsoDate, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count
  const month = String((months % 12) + 1).padStart(2, '0')
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${month}`
}
