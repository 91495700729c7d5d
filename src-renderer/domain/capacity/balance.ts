import { capitalise, compareDutch } from '../labels/format'
import { NO_ASSOCIATION } from '../labels/values'
import type { Id, IsoDate, Project } from '../model/entities'
import { type ProgrammeData, programmeOf } from '../model/programmeData'
import { FAMILIES } from '../model/values'
import { toDay } from '../time/day'
import { lastDayOfQuarter, type Quarter, quartersBetween } from '../time/quarter'
import { ambitionOfRegion, ambitionOnDay } from './ambition'
import { familyOf, matches, type ProjectFilter } from './places'
import { type Closing, closingsOverDates } from './closings'
import { STATUS_INDEX } from './compiled'
import { type Grouping, type PlacesCube, STRIDE, sweepPlaces } from './sweep'

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

const rowOf = (id: Id | null, name: string, f: BalanceFigures, closing: Closing | null): BalanceRow => ({
  id,
  name,
  shelterOpen: f.shelterOpen,
  realised: f.realised,
  committed: f.committed,
  planned: f.planned,
  ambition: f.ambition,
  gap: f.gap,
  closing,
})

const { idea, explored, committed, preparing, available } = STATUS_INDEX

function figuresAt(
  cube: PlacesCube,
  width: number,
  group: number,
  date: number,
  ambition: number | null,
): BalanceFigures {
  // Even half: arrangements; odd half: shelter. Status order is that of the chain.
  const a = (group * 2 * width + date) * STRIDE
  const shelter = ((group * 2 + 1) * width + date) * STRIDE
  const realised = cube[a + available] ?? 0
  const promised = (cube[a + committed] ?? 0) + (cube[a + preparing] ?? 0)
  return {
    shelterOpen: cube[shelter + available] ?? 0,
    realised,
    committed: promised,
    planned: (cube[a + idea] ?? 0) + (cube[a + explored] ?? 0),
    ambition,
    gap: ambition === null ? null : ambition - realised - promised,
  }
}

/** Ambition belongs to municipalities; under a filter on anything else it isn't comparable with the places. */
export function ambitionApplies(filter: ProjectFilter): boolean {
  return filter.associationIds === undefined && filter.typeIds === undefined && filter.families === undefined
}

function selected(data: ProgrammeData, filter: ProjectFilter): Iterable<Project> {
  const all = data.projects.values()
  if (Object.keys(filter).length === 0) return all
  return [...all].filter((project) => matches(data, project, filter))
}

/** Whether a project has a second track, looked up per type instead of per project. */
export function supportLookup(data: ProgrammeData): (project: Project) => boolean {
  const supported = new Set<Id>()
  for (const t of data.arrangementTypes.values()) if (t.supportBandId !== null) supported.add(t.id)
  return (project) => supported.has(project.typeId)
}

/** Places swept for one grouping, over the projects within the filter. */
function cubeOf(
  data: ProgrammeData,
  dates: readonly IsoDate[],
  grouping: Grouping,
  filter: ProjectFilter,
): PlacesCube {
  const [cube] = sweepPlaces(selected(data, filter), dates, supportLookup(data), [grouping])
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
  return tablesFrom(data, dates, by, filter, groups, cube, ambitionsOf(data, dates, filter))
}

/** The ambition of all municipalities within the filter, per date. */
export function ambitionsOf(
  data: ProgrammeData,
  dates: readonly IsoDate[],
  filter: ProjectFilter,
): (number | null)[] {
  const applies = ambitionApplies(filter)
  return dates.map((date) => (applies ? ambitionOfRegion(data, date, filter.municipalityIds) : null))
}

/** Turns a swept cube into tables; apart, so that a full recompute shares one sweep between groupings. */
export function tablesFrom(
  data: ProgrammeData,
  dates: readonly IsoDate[],
  by: BalanceBy,
  filter: ProjectFilter,
  groups: readonly BalanceGroup[],
  cube: PlacesCube,
  ambitions: readonly (number | null)[],
): BalanceTable[] {
  const applies = ambitionApplies(filter)
  const { groupOf } = balanceGrouping(data, by, groups)
  const width = dates.length
  // The grouping tells arrangements and shelter apart; a decision belongs to both halves of its group.
  const closings = closingsOverDates(selected(data, filter), dates, groups.length, (p) => groupOf(p) >> 1)
  return dates.map((date, d) => {
    const day = toDay(date)
    const sum = { shelterOpen: 0, realised: 0, committed: 0, planned: 0 }
    const rows = groups.map(({ id, name }, g): BalanceRow => {
      const ambition = by === 'municipality' && applies && id !== null ? ambitionOnDay(data, id, day) : null
      const row = rowOf(id, name, figuresAt(cube, width, g, d, ambition), closings[g * width + d] ?? null)
      sum.shelterOpen += row.shelterOpen
      sum.realised += row.realised
      sum.committed += row.committed
      sum.planned += row.planned
      return row
    })
    const ambition = ambitions[d] ?? null
    const gap = ambition === null ? null : ambition - sum.realised - sum.committed
    const total: BalanceRow = { id: null, name: 'Totaal', ...sum, ambition, gap, closing: null }
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
  const ambitions = ambitionsOf(data, dates, filter)
  return quarters.map(({ quarter, date }, d) => ({
    quarter,
    date,
    ...figuresAt(cube, dates.length, 0, d, ambitions[d] ?? null),
  }))
}
