import type { Id, IsoDate, Project } from '../model/entities'
import { type ProgrammeData, programmeOf } from '../model/programmeData'
import { type BalanceBy, balanceGroups } from './balance'
import { applySteps, compiled, dateKey, STATUS_INDEX } from './compiled'
import { matches, type ProjectFilter } from './places'

/** Support a week against the homes that need it, in hours and in the places behind them. */
export interface SupportFigures {
  /** Hours for homes committed, being prepared or available on the date. */
  readonly needed: number
  /** Hours for which support is available on the date. */
  readonly available: number
  /** needed − available; below zero means more support than homes. */
  readonly gap: number
  readonly placesNeeded: number
  readonly placesAvailable: number
}

export interface SupportBalanceRow extends SupportFigures {
  readonly id: Id | null
  readonly name: string
}

export interface SupportBalance {
  readonly date: IsoDate
  readonly by: BalanceBy
  readonly rows: readonly SupportBalanceRow[]
  readonly total: SupportBalanceRow
}

/** The two numbers kept per group, band and date. */
const PAIR = 2
const DUE = [STATUS_INDEX.committed, STATUS_INDEX.preparing, STATUS_INDEX.available] as const

/** Hours may be broken numbers: what binary fractions leave behind is taken off, so that equal sums are equal. */
const tidy = (hours: number): number => Math.round(hours * 1e6) / 1e6

/**
 * Support hours on several ascending dates, by the rules of `supportHours`, in one walk over the projects. Places are
 * added first and multiplied last, so that rows add up to the total.
 * @param bandIds bands to count; absent = all
 */
export function supportOverDates(
  data: ProgrammeData,
  dates: readonly IsoDate[],
  by: BalanceBy,
  filter: ProjectFilter = {},
  bandIds?: ReadonlySet<Id>,
): SupportBalance[] {
  const groups = balanceGroups(data, by, filter)
  const groupIndex = new Map(groups.map((group, i) => [group.id, i]))
  const bands = programmeOf(data).supportBands.filter((band) => bandIds?.has(band.id) !== false)
  const bandIndex = new Map(bands.map((band, i) => [band.id, i]))
  const bandOf = new Map([...data.arrangementTypes.values()].map((t) => [t.id, t.supportBandId]))
  const width = dates.length
  const cube = new Int32Array(groups.length * bands.length * width * PAIR)
  const keys = Int32Array.from(dates, dateKey)

  for (const project of data.projects.values()) {
    const band = bandIndex.get(bandOf.get(project.typeId) ?? '')
    const group = groupIndex.get(groupKey(project, by))
    if (band === undefined || group === undefined || !matches(data, project, filter)) continue
    addProject(cube, (group * bands.length + band) * width * PAIR, project, keys)
  }

  const hours = bands.map((band) => band.hoursPerWeek)
  return dates.map((date, d) => {
    const figuresOf = (from: number, to: number): SupportFigures => {
      let [needed, available, placesNeeded, placesAvailable] = [0, 0, 0, 0]
      for (let b = 0; b < bands.length; b += 1) {
        let [homes, support] = [0, 0]
        for (let g = from; g < to; g += 1) {
          const at = ((g * bands.length + b) * width + d) * PAIR
          homes += cube[at] ?? 0
          support += cube[at + 1] ?? 0
        }
        needed += homes * (hours[b] ?? 0)
        available += support * (hours[b] ?? 0)
        placesNeeded += homes
        placesAvailable += support
      }
      return {
        needed: tidy(needed),
        available: tidy(available),
        gap: tidy(needed - available),
        placesNeeded,
        placesAvailable,
      }
    }
    return {
      date,
      by,
      rows: groups.map(({ id, name }, g) => ({ id, name, ...figuresOf(g, g + 1) })),
      total: { id: null, name: 'Totaal', ...figuresOf(0, groups.length) },
    }
  })
}

function groupKey(project: Project, by: BalanceBy): Id | null {
  if (by === 'municipality') return project.municipalityId
  return by === 'association' ? project.associationId : project.typeId
}

/** Both tracks of a project are walked once; between two changes its figures stay what they were. */
function addProject(cube: Int32Array, base: number, project: Project, keys: Int32Array): void {
  const tracks = compiled(project)
  const homes = new Int32Array(Object.keys(STATUS_INDEX).length)
  const support = new Int32Array(homes.length)
  let h = 0
  let s = 0
  for (let d = 0; d < keys.length; d += 1) {
    const until = keys[d] ?? 0
    h = applySteps(homes, tracks.homes, h, until)
    s = applySteps(support, tracks.support, s, until)
    const at = base + d * PAIR
    let due = 0
    for (const status of DUE) due += homes[status] ?? 0
    cube[at] = (cube[at] ?? 0) + due
    cube[at + 1] = (cube[at + 1] ?? 0) + (support[STATUS_INDEX.available] ?? 0)
  }
}

/** Support of one project on a date: what its homes need and what its support track gives, in hours a week. */
export function projectSupport(data: ProgrammeData, project: Project, date: IsoDate): SupportFigures | null {
  const bandId = data.arrangementTypes.get(project.typeId)?.supportBandId ?? null
  const band = programmeOf(data).supportBands.find((b) => b.id === bandId)
  if (band === undefined) return null
  const figures = new Int32Array(PAIR)
  addProject(figures, 0, project, Int32Array.of(dateKey(date)))
  const [placesNeeded = 0, placesAvailable = 0] = figures
  return {
    needed: tidy(placesNeeded * band.hoursPerWeek),
    available: tidy(placesAvailable * band.hoursPerWeek),
    gap: tidy((placesNeeded - placesAvailable) * band.hoursPerWeek),
    placesNeeded,
    placesAvailable,
  }
}
