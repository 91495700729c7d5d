import type { AmbitionMilestone, Id, IsoDate } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { type Day, toDay } from '../time/day'

interface Line {
  readonly days: readonly Day[]
  readonly places: readonly number[]
}

/** Milestones per municipality in order of date. Kept per milestone table: a new table is a new object. */
const lines = new WeakMap<ReadonlyMap<Id, AmbitionMilestone>, Map<Id, Line>>()

function linesOf(data: ProgrammeData): Map<Id, Line> {
  const known = lines.get(data.milestones)
  if (known !== undefined) return known
  const perMunicipality = new Map<Id, AmbitionMilestone[]>()
  for (const milestone of data.milestones.values()) {
    const list = perMunicipality.get(milestone.municipalityId)
    if (list === undefined) perMunicipality.set(milestone.municipalityId, [milestone])
    else list.push(milestone)
  }
  const result = new Map<Id, Line>()
  for (const [id, list] of perMunicipality) {
    list.sort((a, b) => (a.date < b.date ? -1 : 1))
    result.set(id, { days: list.map((m) => toDay(m.date)), places: list.map((m) => m.places) })
  }
  lines.set(data.milestones, result)
  return result
}

/**
 * Ambition of a municipality on a date, in whole places: linear between milestones, rounded half up. Before the first
 * milestone it is the baseline, after the last one it stays. No milestones: 0. Source: indicators.md, ambition(date);
 * what holds outside the milestones is our choice.
 */
export function ambitionAt(data: ProgrammeData, municipalityId: Id, date: IsoDate): number {
  return ambitionOnDay(data, municipalityId, toDay(date))
}

/** The same, for a day number: for walks over many municipalities. */
export function ambitionOnDay(data: ProgrammeData, municipalityId: Id, day: Day): number {
  const line = linesOf(data).get(municipalityId)
  return line === undefined ? 0 : interpolate(line, day)
}

function interpolate({ days, places }: Line, day: Day): number {
  let next = 0
  while (next < days.length && (days[next] as Day) < day) next += 1
  if (next === days.length) return places[next - 1] ?? 0
  const [d1, p1] = [days[next] ?? 0, places[next] ?? 0]
  if (next === 0 || d1 === day) return p1
  const [d0, p0] = [days[next - 1] ?? 0, places[next - 1] ?? 0]
  // Whole numbers throughout, so that a half is exactly a half: round half up = floor((2n + d) / 2d).
  const numerator = p0 * (d1 - day) + p1 * (day - d0)
  const span = d1 - d0
  return Math.floor((2 * numerator + span) / (2 * span))
}

/** Ambition of all (or the given) municipalities together: the sum of theirs. */
export function ambitionOfRegion(
  data: ProgrammeData,
  date: IsoDate,
  municipalityIds?: ReadonlySet<Id>,
): number {
  const day = toDay(date)
  let sum = 0
  for (const id of data.municipalities.keys())
    if (municipalityIds === undefined || municipalityIds.has(id)) sum += ambitionOnDay(data, id, day)
  return sum
}

/** True when any ambition has been set: without it a gap says nothing. */
export function hasAmbition(data: ProgrammeData): boolean {
  return data.milestones.size > 0
}
