import { capitalise, compareDutch } from '../labels/format'
import { NO_ASSOCIATION } from '../labels/values'
import type { Id, IsoDate, Project } from '../model/entities'
import { type ProgrammeData, programmeOf } from '../model/programmeData'
import { FAMILIES } from '../model/values'
import { lastDayOfQuarter, type Quarter, quartersBetween } from '../time/quarter'
import { ambitionAt, ambitionOfRegion } from './ambition'
import { familyOf, hasSupportTrack, matches, type ProjectFilter } from './places'
import { type Closing, projectsClosing } from './closings'
import { committedOf, plannedOf, realisedOf } from './statusCounts'
import { countsAt, type Grouping, type PlacesCube, sweepPlaces } from './sweep'

export type BalanceBy = 'municipality' | 'association' | 'type'

/** The columns of the transition balance, in places. Source: indicators.md, transitionBalance(quarter). */
export interface BalanceFigures {
  /** Shelter places still open: available places of family shelter. */
  readonly shelterOpen: number
  /** Arrangement places (all families but shelter) in use or ready for use. */
  readonly realised: number
  /** Committed or being prepared. */
  readonly committed: number
  /** Idea or explored. */
  readonly planned: number
  /** Null where ambition isn't defined: per association, per type, or under a filter on those. */
  readonly ambition: number | null
  /** ambition − (realised + committed); below zero means more than asked. */
  readonly gap: number | null
}

export interface BalanceRow extends BalanceFigures {
  /** Municipality, association or type; null for "without association" and for the total. */
  readonly id: Id | null
  readonly name: string
  readonly closing: Closing | null
}

export interface BalanceTable {
  readonly date: IsoDate
  readonly by: BalanceBy
  readonly rows: readonly BalanceRow[]
  readonly total: BalanceRow
}

export interface BalancePoint extends BalanceFigures {
  readonly quarter: Quarter
  readonly date: IsoDate
}

/** Groups of a balance, in the order of the table. */
export interface BalanceGroup {
  readonly id: Id | null
  readonly name: string
}

export function balanceGroups(
  data: ProgrammeData,
  by: BalanceBy,
  filter: ProjectFilter = {},
): BalanceGroup[] {
  if (by === 'municipality')
    return [...data.municipalities.values()]
      .filter((m) => filter.municipalityIds === undefined || filter.municipalityIds.has(m.id))
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => compareDutch(a.name, b.name))
  if (by === 'type') {
    const used = new Set([...data.projects.values()].map((p) => p.typeId))
    return [...data.arrangementTypes.values()]
      .filter((t) => !t.retired || used.has(t.id))
      .sort((a, b) => FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family) || compareDutch(a.name, b.name))
      .map(({ id, name }) => ({ id, name }))
  }
  const used = new Set([...data.projects.values()].map((p) => p.associationId))
  const named = [...data.partners.values()]
    .filter((p) => p.kind === 'housingAssociation' || used.has(p.id))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => compareDutch(a.name, b.name))
  return used.has(null) ? [...named, { id: null, name: capitalise(NO_ASSOCIATION) }] : named
}

/** Twice as many groups as names: even for arrangements, odd for shelter, since the balance counts them apart. */
export function balanceGrouping(
  data: ProgrammeData,
  by: BalanceBy,
  groups: readonly BalanceGroup[],
): Grouping {
  const index = new Map(groups.map((g, i) => [g.id, i]))
  const key = keyOf[by]
  const shelterTypes = new Set(
    [...data.arrangementTypes.values()].filter((t) => t.family === 'shelter').map((t) => t.id),
  )
  return {
    size: groups.length * 2,
    groupOf: (project) => {
      const i = index.get(key(project))
      return i === undefined ? -1 : i * 2 + (shelterTypes.has(project.typeId) ? 1 : 0)
    },
  }
}

const keyOf: Record<BalanceBy, (p: Project) => Id | null> = {
  municipality: (p) => p.municipalityId,
  association: (p) => p.associationId,
  type: (p) => p.typeId,
}

function figuresAt(
  cube: PlacesCube,
  width: number,
  group: number,
  date: number,
  ambition: number | null,
): BalanceFigures {
  const arrangements = countsAt(cube, width, group * 2, date)
  const shelter = countsAt(cube, width, group * 2 + 1, date)
  const realised = realisedOf(arrangements)
  const committed = committedOf(arrangements)
  return {
    shelterOpen: shelter.available,
    realised,
    committed,
    planned: plannedOf(arrangements),
    ambition,
    gap: ambition === null ? null : ambition - realised - committed,
  }
}

/** Ambition belongs to municipalities; under a filter on anything else it isn't comparable with the places. */
export function ambitionApplies(filter: ProjectFilter): boolean {
  return filter.associationIds === undefined && filter.typeIds === undefined && filter.families === undefined
}

function* selected(data: ProgrammeData, filter: ProjectFilter): Generator<Project> {
  for (const project of data.projects.values()) if (matches(data, project, filter)) yield project
}

/** Places swept for one grouping, over the projects within the filter. */
function cubeOf(
  data: ProgrammeData,
  dates: readonly IsoDate[],
  grouping: Grouping,
  filter: ProjectFilter,
): PlacesCube {
  const [cube] = sweepPlaces(selected(data, filter), dates, (p) => hasSupportTrack(data, p), [grouping])
  return cube ?? new Int32Array(0)
}

/**
 * The transition balance on a date (a quarter's figures are those of its last day). Rows add up to the total exactly.
 * Source: indicators.md, transitionBalance(quarter).
 */
export function transitionBalance(
  data: ProgrammeData,
  date: IsoDate,
  by: BalanceBy,
  filter: ProjectFilter = {},
): BalanceTable {
  return balanceOverDates(data, [date], by, filter)[0] as BalanceTable
}

/** The transition balance on several ascending dates, in one walk over the projects. */
export function balanceOverDates(
  data: ProgrammeData,
  dates: readonly IsoDate[],
  by: BalanceBy,
  filter: ProjectFilter = {},
): BalanceTable[] {
  const groups = balanceGroups(data, by, filter)
  const cube = cubeOf(data, dates, balanceGrouping(data, by, groups), filter)
  return tablesFrom(data, dates, by, filter, groups, cube)
}

/** Turns a swept cube into tables; apart, so that a full recompute can share one sweep between groupings. */
export function tablesFrom(
  data: ProgrammeData,
  dates: readonly IsoDate[],
  by: BalanceBy,
  filter: ProjectFilter,
  groups: readonly BalanceGroup[],
  cube: PlacesCube,
): BalanceTable[] {
  const applies = ambitionApplies(filter)
  const closings = projectsClosing(selected(data, filter), keyOf[by])
  return dates.map((date, d) => {
    const rows = groups.map((group, g): BalanceRow => {
      const ambition =
        by === 'municipality' && applies && group.id !== null ? ambitionAt(data, group.id, date) : null
      const figures = figuresAt(cube, dates.length, g, d, ambition)
      return { id: group.id, name: group.name, ...figures, closing: closings(group.id, date) }
    })
    const sum = (pick: (row: BalanceRow) => number): number => rows.reduce((acc, row) => acc + pick(row), 0)
    const ambition = applies ? ambitionOfRegion(data, date, filter.municipalityIds) : null
    const realised = sum((r) => r.realised)
    const committed = sum((r) => r.committed)
    const total: BalanceRow = {
      id: null,
      name: 'Totaal',
      shelterOpen: sum((r) => r.shelterOpen),
      realised,
      committed,
      planned: sum((r) => r.planned),
      ambition,
      gap: ambition === null ? null : ambition - realised - committed,
      closing: null,
    }
    return { date, by, rows, total }
  })
}

/** The last days of all quarters from start to horizon of the programme. */
export function quarterDates(data: ProgrammeData): { quarter: Quarter; date: IsoDate }[] {
  const programme = programmeOf(data)
  return quartersBetween(programme.start, programme.horizon).map((quarter) => ({
    quarter,
    date: lastDayOfQuarter(quarter),
  }))
}

/** The shift over time: one point per quarter, start to horizon, for the whole (filtered) programme. */
export function balanceSeries(data: ProgrammeData, filter: ProjectFilter = {}): BalancePoint[] {
  const quarters = quarterDates(data)
  const one: Grouping = { size: 2, groupOf: (p) => (familyOf(data, p) === 'shelter' ? 1 : 0) }
  const dates = quarters.map((q) => q.date)
  const cube = cubeOf(data, dates, one, filter)
  const applies = ambitionApplies(filter)
  return quarters.map(({ quarter, date }, d) => ({
    quarter,
    date,
    ...figuresAt(
      cube,
      dates.length,
      0,
      d,
      applies ? ambitionOfRegion(data, date, filter.municipalityIds) : null,
    ),
  }))
}
