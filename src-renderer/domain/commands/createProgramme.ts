import type { Patch } from '../history/patch'
import { applyPatches } from '../history/patch'
import type {
  AllocationKey,
  ArrangementType,
  Id,
  IsoDate,
  Municipality,
  Partner,
  Programme,
  RegionFact,
  SupportBand,
} from '../model/entities'
import { PROGRAMME_ID, type ProgrammeData, type TableName, type Tables } from '../model/programmeData'
import { startingSupportBands, startingTypes } from '../model/startingSet'
import type { ReportCycle } from '../model/values'
import { ok, refuse } from '../result'
import { validateProgramme } from '../validation/programme'
import type { Command } from './context'
import { distributionPatches } from './milestones'
import { put } from './patches'

/** What the wizard asks. Everything optional has a sensible start and can be changed later. */
export interface ProgrammeInput {
  readonly name: string
  readonly region: string
  readonly purpose: string
  readonly start: IsoDate
  readonly horizon: IsoDate
  readonly cycle: ReportCycle
  readonly municipalities: readonly Municipality[]
  readonly centralMunicipalityId?: Id | null
  readonly partners?: readonly Partner[]
  /** Default: the starting palette. */
  readonly arrangementTypes?: readonly ArrangementType[]
  /** Default: the starting bands. */
  readonly supportBands?: readonly SupportBand[]
  /** Default: by inhabitants. */
  readonly allocationKey?: AllocationKey
  /** Arrangement places of the region on `start`; whole, 0 or more. Used with `ambitionTotal`; default 0. */
  readonly baselineTotal?: number
  /** Arrangement places wanted in the region on `horizon`; absent = no ambition yet. */
  readonly ambitionTotal?: number
  readonly facts?: readonly RegionFact[]
  readonly example?: boolean
}

export const inhabitantsKey: AllocationKey = {
  basis: 'inhabitants',
  manualWeights: {},
  source: '',
  decisionDate: null,
}

/**
 * The first change of a new programme: on empty data. Baseline and ambition are divided by the allocation key.
 * Refuses `programme-exists` on data that has one, `municipality-double`, and whatever `validateProgramme` finds.
 */
export function createProgramme(input: ProgrammeInput): Command {
  return (data, ctx) => {
    if (data.programme.size > 0) return refuse('programme-exists', 'Dit programma bestaat al.')
    const ids = input.municipalities.map((m) => m.id)
    const double = input.municipalities.find((m, i) => ids.indexOf(m.id) !== i)
    if (double !== undefined)
      return refuse(
        'municipality-double',
        `De code ${double.id} hoort bij twee gemeenten. Geef elke gemeente een eigen code.`,
        'municipalities',
      )
    const patches: Patch[] = [
      ...put(data, 'programme', programmeRecord(input)),
      ...putAll(data, 'municipalities', input.municipalities),
      ...putAll(data, 'partners', input.partners ?? []),
      ...putAll(data, 'arrangementTypes', input.arrangementTypes ?? startingTypes),
    ]
    const next = applyPatches(data, patches)
    const problem = validateProgramme(next)[0]
    if (problem !== undefined) return { ok: false, error: inWizard(problem) }
    if (input.ambitionTotal !== undefined) {
      for (const [date, total, field] of [
        [input.start, input.baselineTotal ?? 0, 'baselineTotal'],
        [input.horizon, input.ambitionTotal, 'ambitionTotal'],
      ] as const) {
        const shares = distributionPatches(next, ctx, date, total)
        if (!shares.ok)
          return shares.error.field === 'total' ? { ok: false, error: { ...shares.error, field } } : shares
        patches.push(...shares.value)
      }
    }
    return ok({ patches, summary: `programma "${input.name.trim()}" gemaakt` })
  }
}

function programmeRecord(input: ProgrammeInput): Programme {
  return {
    id: PROGRAMME_ID,
    name: input.name.trim(),
    purpose: input.purpose,
    region: input.region.trim(),
    centralMunicipalityId: input.centralMunicipalityId ?? null,
    start: input.start,
    horizon: input.horizon,
    cycle: input.cycle,
    allocationKey: input.allocationKey ?? inhabitantsKey,
    supportBands: input.supportBands ?? startingSupportBands,
    example: input.example ?? false,
    facts: input.facts ?? [],
  }
}

function putAll<K extends TableName>(data: ProgrammeData, table: K, records: readonly Tables[K][]): Patch[] {
  return records.flatMap((record) => put(data, table, record))
}

/** Errors of the programme record point at fields of the wizard, without the path of the table. */
function inWizard<E extends { message: string; field?: string }>(error: E): E {
  const prefix = `programme.${PROGRAMME_ID}.`
  if (error.field?.startsWith(prefix) !== true) return error
  return {
    ...error,
    message: error.message.replace(/^Programma: /, ''),
    field: error.field.slice(prefix.length),
  }
}
