import { type BalanceTable, transitionBalance } from '../capacity/balance'
import { familyOf, projectPlaces } from '../capacity/places'
import { compareDutch } from '../labels'
import type { Baseline } from '../model/baseline'
import type { CapacityStep, Id, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { PHASES, type Phase } from '../model/values'
import { toDay } from '../time/day'
import { baselineData } from './baseline'
import { comparisonSentence } from './compareText'
import type {
  BaselineComparison,
  ComparedArea,
  ComparedProject,
  MovedDate,
  MovedPhase,
  MovedProject,
  PlanPlaces,
} from './compareTypes'
import { samePlan } from './samePlan'
import { startOf } from './shift'

const NONE: PlanPlaces = { shelterOpen: 0, realised: 0, committed: 0, planned: 0 }

function placesOf(data: ProgrammeData, project: Project, date: IsoDate): PlanPlaces {
  const c = projectPlaces(data, project, date)
  if (familyOf(data, project) === 'shelter') return { ...NONE, shelterOpen: c.available }
  return {
    shelterOpen: 0,
    realised: c.available,
    committed: c.committed + c.preparing,
    planned: c.idea + c.explored,
  }
}

const minus = (after: PlanPlaces, before: PlanPlaces): PlanPlaces => ({
  shelterOpen: after.shelterOpen - before.shelterOpen,
  realised: after.realised - before.realised,
  committed: after.committed - before.committed,
  planned: after.planned - before.planned,
})

const isNone = (p: PlanPlaces): boolean =>
  p.shelterOpen === 0 && p.realised === 0 && p.committed === 0 && p.planned === 0

/** Day on which the last places come, or for shelter the last ones close. */
export function deliveryOf(data: ProgrammeData, project: Project): IsoDate | null {
  const closing = familyOf(data, project) === 'shelter'
  let last: IsoDate | null = null
  const see = (step: CapacityStep): void => {
    if ((step.to === 'ended') === closing && (last === null || step.date > last)) last = step.date
  }
  project.homes.forEach(see)
  project.support.forEach(see)
  return last
}

/** Whole calendar months from one date to another, towards zero: 31 January to 28 February is 0. */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  if (to < from) {
    const months = monthsBetween(to, from)
    return months === 0 ? 0 : -months
  }
  const part = (iso: IsoDate): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7))
  return part(to) - part(from) - (to.slice(8) < from.slice(8) ? 1 : 0)
}

function movedDate(from: IsoDate | null, to: IsoDate | null): MovedDate | null {
  if (from === to) return null
  if (from === null || to === null) return { from, to, days: null, months: null }
  return { from, to, days: toDay(to) - toDay(from), months: monthsBetween(from, to) }
}

function movedProject(
  then: ProgrammeData,
  before: Project,
  now: ProgrammeData,
  after: Project,
): MovedProject | null {
  const delivery = movedDate(deliveryOf(then, before), deliveryOf(now, after))
  const start = (project: Project, phase: Phase): IsoDate | null => {
    const dates = project.phases.find((p) => p.phase === phase)
    return dates === undefined ? null : startOf(dates)
  }
  const phases = PHASES.flatMap((phase): MovedPhase[] => {
    const moved = movedDate(start(before, phase), start(after, phase))
    return moved === null ? [] : [{ phase, ...moved }]
  })
  const decision = movedDate(before.closingDecision?.date ?? null, after.closingDecision?.date ?? null)
  if (delivery === null && phases.length === 0 && decision === null) return null
  const { id: projectId, name, municipalityId } = after
  const shelter = familyOf(now, after) === 'shelter'
  return { projectId, name, municipalityId, shelter, delivery, phases, decision }
}

const sameType = (then: ProgrammeData, now: ProgrammeData, { typeId }: Project): boolean =>
  then.arrangementTypes.get(typeId) === now.arrangementTypes.get(typeId)

/**
 * What moved, appeared, vanished and changed places since the baseline, on a date; per municipality and in total. The
 * differences of the projects add up to those of the municipalities, and these to the total.
 */
export function compareWithBaseline(
  data: ProgrammeData,
  baseline: Baseline,
  date: IsoDate,
): BaselineComparison {
  const then = baselineData(data, baseline)
  const now: ProgrammeData = { ...data, municipalities: then.municipalities }
  const moved: MovedProject[] = []
  const compared: ComparedProject[] = []
  const look = (id: Id, before: Project | undefined, after: Project | undefined): void => {
    const known = after ?? before
    if (known === undefined) return
    // Most of a plan is as it was: nothing to work out there, unless its type means something else now.
    if (before !== undefined && after !== undefined && samePlan(before, after) && sameType(then, now, after))
      return
    const placesBefore = before === undefined ? null : placesOf(then, before, date)
    const placesAfter = after === undefined ? null : placesOf(now, after, date)
    const difference = minus(placesAfter ?? NONE, placesBefore ?? NONE)
    if (before !== undefined && after !== undefined) {
      const move = movedProject(then, before, now, after)
      if (move !== null) moved.push(move)
      if (isNone(difference) && before.municipalityId === after.municipalityId) return
    }
    compared.push({
      projectId: id,
      name: known.name,
      municipalityId: known.municipalityId,
      shelter: familyOf(after === undefined ? then : now, known) === 'shelter',
      before: placesBefore,
      after: placesAfter,
      difference,
    })
  }
  for (const [id, before] of then.projects) look(id, before, now.projects.get(id))
  for (const [id, after] of now.projects) if (!then.projects.has(id)) look(id, undefined, after)
  const byName = <T extends { readonly name: string }>(list: T[]): T[] =>
    list.sort((a, b) => compareDutch(a.name, b.name))
  const parts = {
    date,
    moved: byName(moved),
    appeared: byName(compared.filter((p) => p.before === null)),
    vanished: byName(compared.filter((p) => p.after === null)),
    changed: byName(compared.filter((p) => p.before !== null && p.after !== null)),
    ...areas(balanceThen(baseline, then, date), now, date),
  }
  return { ...parts, summary: comparisonSentence(baseline, parts) }
}

interface BalanceThen {
  readonly date: IsoDate
  readonly types: ProgrammeData['arrangementTypes']
  readonly municipalities: ProgrammeData['municipalities']
  readonly table: BalanceTable
}
/** The last balance of each frozen plan: it only hangs on the date, and on types and municipalities that came since. */
const balances = new WeakMap<Baseline, BalanceThen>()

function balanceThen(baseline: Baseline, then: ProgrammeData, date: IsoDate): BalanceTable {
  const last = balances.get(baseline)
  const { arrangementTypes: types, municipalities } = then
  if (
    last?.date === date &&
    sameEntries(last.types, types) &&
    sameEntries(last.municipalities, municipalities)
  )
    return last.table
  const table = transitionBalance(then, date, 'municipality')
  balances.set(baseline, { date, types, municipalities, table })
  return table
}

function sameEntries<T>(a: ReadonlyMap<Id, T>, b: ReadonlyMap<Id, T>): boolean {
  return a.size === b.size && [...a].every(([id, record]) => b.get(id) === record)
}

function areas(
  before: BalanceTable,
  now: ProgrammeData,
  date: IsoDate,
): Pick<BaselineComparison, 'municipalities' | 'total'> {
  const after = transitionBalance(now, date, 'municipality')
  type Row = (typeof after)['total']
  const figures = (row: Row | undefined): ComparedArea['before'] => ({
    shelterOpen: row?.shelterOpen ?? 0,
    realised: row?.realised ?? 0,
    committed: row?.committed ?? 0,
    planned: row?.planned ?? 0,
    ambition: row?.ambition ?? 0,
    gap: row?.gap ?? 0,
  })
  const area = (id: Id | null, name: string, b: Row | undefined, a: Row | undefined): ComparedArea => {
    const [old, fresh] = [figures(b), figures(a)]
    const difference = {
      ...minus(fresh, old),
      ambition: fresh.ambition - old.ambition,
      gap: fresh.gap - old.gap,
    }
    return { id, name, before: old, after: fresh, difference }
  }
  const rows = new Map(before.rows.map((row) => [row.id, row]))
  return {
    municipalities: after.rows.map((row) => area(row.id, row.name, rows.get(row.id), row)),
    total: area(null, after.total.name, before.total, after.total),
  }
}
