import * as v from 'valibot'
import { ASSUMED_NUMBERS, MOST_ASSUMED } from '@/domain/scenario/assumedNumbers'
import {
  MAX_BANDS,
  MAX_CHANGES,
  MAX_COUNT,
  MAX_DELAY_MONTHS,
  MAX_DEPENDENCIES,
  MAX_FACTOR,
  MAX_FACTS,
  MAX_HOURS_PER_WEEK,
  MAX_LAG_DAYS,
  MAX_NAME,
  MAX_PLACES,
  MAX_RISKS,
  MAX_STAY_MONTHS,
  MAX_STEPS,
  MAX_TILE,
  MAX_WEIGHT,
} from '@/domain/validation'
import {
  ALLOCATION_BASES,
  CAPACITY_STATUSES,
  CONFIDENCES,
  CONTRACT_FORMS,
  FAMILIES,
  PARTNER_KINDS,
  PHASES,
  RATINGS,
  REPORT_CYCLES,
} from '@/domain/model/values'
import { regieSchemas } from './regieSchema'
import { reviewAnswer, reviewRound } from './reviewSchema'
import {
  date,
  flag,
  id,
  list,
  moment,
  monthOrDate,
  name,
  number,
  object,
  oneOf,
  orNull,
  text,
  whole,
} from './schemaBasics'

/**
 * The shape of `data` in a `.palet` file of the current version. Messages are the end of a Dutch sentence that starts
 * with the name of the field. `resources/schema/palet-4.schema.json` says the same for others; a test compares them.
 */

const sourcedCount = object({
  value: whole(0, MAX_COUNT),
  referenceDate: date,
  source: text,
  verified: flag,
})

const allocationKey = object({
  basis: oneOf(ALLOCATION_BASES),
  manualWeights: v.pipe(
    // A record would take a list for an object with numbers as keys.
    v.custom<Record<string, unknown>>((value) => !Array.isArray(value), 'is geen record met velden'),
    v.record(
      id,
      v.pipe(number, v.minValue(0, 'is lager dan 0'), v.maxValue(MAX_WEIGHT, 'is te hoog')),
      'is geen record met velden',
    ),
  ),
  source: text,
  decisionDate: orNull(date),
})

const supportBand = object({
  id,
  name,
  hoursPerWeek: v.pipe(
    number,
    v.gtValue(0, 'is niet hoger dan 0'),
    v.maxValue(MAX_HOURS_PER_WEEK, `is hoger dan ${String(MAX_HOURS_PER_WEEK)}`),
  ),
})

const fact = object({
  id,
  label: name,
  value: number,
  referenceDate: monthOrDate,
  source: text,
  verified: flag,
})

const programme = object({
  id: v.literal('programme', "is niet 'programme'"),
  name,
  purpose: text,
  region: name,
  centralMunicipalityId: orNull(id),
  start: date,
  horizon: date,
  cycle: oneOf(REPORT_CYCLES),
  allocationKey,
  supportBands: list(supportBand, MAX_BANDS),
  example: flag,
  facts: list(fact, MAX_FACTS),
})

const municipality = object({
  id,
  name,
  region: name,
  inhabitants: orNull(sourcedCount),
  socialStock: orNull(sourcedCount),
  tile: orNull(object({ column: whole(0, MAX_TILE), row: whole(0, MAX_TILE) })),
})

const partner = object({
  id,
  name,
  kind: oneOf(PARTNER_KINDS),
  municipalityIds: list(id, 5_000),
  contactRole: text,
  perspective: text,
  goalEndorsed: orNull(object({ on: date, byRole: name })),
  reachability: text,
  note: text,
})

const arrangementType = object({
  id,
  name,
  family: oneOf(FAMILIES),
  contract: oneOf(CONTRACT_FORMS),
  supportBandId: orNull(id),
  audience: text,
  duration: text,
  description: text,
  retired: flag,
})

const step = object({
  id,
  date,
  from: orNull(oneOf(CAPACITY_STATUSES)),
  to: oneOf(CAPACITY_STATUSES),
  places: whole(1, MAX_PLACES),
  note: text,
})

const rating = object({ colour: oneOf(RATINGS), cause: text, consequence: text, adjustment: text })

const phases = list(
  object({ phase: oneOf(PHASES), planned: orNull(date), actual: orNull(date) }),
  PHASES.length,
)

const dependency = object({
  id,
  holds: oneOf(PHASES),
  on: v.variant(
    'kind',
    [
      object({ kind: v.literal('phase'), projectId: id, phase: oneOf(PHASES) }),
      object({ kind: v.literal('decision'), projectId: id }),
    ],
    'is niet van een bekende soort',
  ),
  lagDays: whole(0, MAX_LAG_DAYS),
  note: text,
})

const project = object({
  id,
  name,
  typeId: id,
  municipalityId: id,
  associationId: orNull(id),
  supportProviderId: orNull(id),
  neighbourhoodContact: text,
  phase: oneOf(PHASES),
  phases,
  confidence: oneOf(CONFIDENCES),
  homes: list(step, MAX_STEPS),
  support: list(step, MAX_STEPS),
  rating,
  owner: text,
  nextStep: text,
  closingDecision: orNull(object({ date, text })),
  dependencies: list(dependency, MAX_DEPENDENCIES),
  gate: object({
    roles: text,
    relations: text,
    procedures: text,
    neighbourhoodPlan: text,
    mandate: text,
  }),
  note: text,
})

const milestone = object({ id, municipalityId: id, date, places: whole(0, MAX_COUNT) })

const report = object({
  id,
  name,
  referenceDate: date,
  scope: list(id, 5_000),
  coreMessage: text,
  requestedDecision: text,
  rating,
  risks: list(object({ id, text, measure: text, owner: text }), MAX_RISKS),
  outlook: text,
})

const baseline = object({
  id,
  name,
  frozenOn: date,
  note: text,
  projects: list(
    object({
      id,
      name,
      typeId: id,
      municipalityId: id,
      associationId: orNull(id),
      phase: oneOf(PHASES),
      phases,
      homes: list(step, MAX_STEPS),
      support: list(step, MAX_STEPS),
      closingDecision: orNull(object({ date, text })),
    }),
    200_000,
  ),
  milestones: list(milestone, 200_000),
  types: list(object({ id, name, family: oneOf(FAMILIES), supported: flag }), 1_000),
  municipalities: list(object({ id, name }), 5_000),
})

const bounded = (most: number) =>
  v.pipe(number, v.minValue(0, 'is lager dan 0'), v.maxValue(most, `is hoger dan ${String(most)}`))
const range = (most: number) => object({ value: bounded(most), low: bounded(most), high: bounded(most) })
const changeOf = <const K extends string, E extends v.ObjectEntries>(kind: K, entries: E) =>
  object({ id, kind: v.literal(kind), note: text, ...entries })

const scenario = object({
  id,
  name,
  note: text,
  createdOn: date,
  changes: list(
    v.variant(
      'kind',
      [
        changeOf('inflow', { from: date, until: orNull(date), factor: range(MAX_FACTOR) }),
        changeOf('mix', { profileId: id, share: range(1) }),
        changeOf('stay', { typeId: id, months: range(MAX_STAY_MONTHS) }),
        changeOf('supportHours', { bandId: id, factor: range(MAX_FACTOR) }),
        changeOf('assumption', {
          what: oneOf(ASSUMED_NUMBERS),
          of: orNull(id),
          range: range(Math.max(...Object.values(MOST_ASSUMED))),
        }),
        changeOf('delay', {
          projectId: id,
          months: whole(-MAX_DELAY_MONTHS, MAX_DELAY_MONTHS),
          followDownstream: flag,
        }),
        changeOf('goNoGo', { projectId: id, verdict: oneOf(['go', 'noGo']) }),
        changeOf('closingDate', { projectId: id, date }),
        changeOf('newProject', { project }),
      ],
      'is niet van een bekende soort',
    ),
    MAX_CHANGES,
  ),
})

export const dataSchema = object({
  programme,
  municipalities: list(municipality, 5_000),
  partners: list(partner, 50_000),
  arrangementTypes: list(arrangementType, 1_000),
  projects: list(project, 200_000),
  milestones: list(milestone, 200_000),
  reports: list(report, 10_000),
  baselines: list(baseline, 1_000),
  scenarios: list(scenario, 1_000),
  reviewRounds: list(reviewRound, 1_000),
  reviewAnswers: list(reviewAnswer, 10_000),
  ...regieSchemas,
})

/** Around the data: without `formatVersion`, which is looked at before, and `data`, which comes after migration. */
export const envelopeSchema = object({
  format: v.string('is geen tekst'),
  formatVersion: whole(1, 1_000_000),
  programmeId: id,
  savedAt: moment,
  generator: v.pipe(v.string('is geen tekst'), v.maxLength(MAX_NAME, 'is te lang')),
  checksum: v.optional(
    v.pipe(v.string('is geen tekst'), v.regex(/^crc32:[0-9a-f]{8}$/, 'is geen controlegetal')),
  ),
  data: v.unknown(),
})

export type FileData = v.InferOutput<typeof dataSchema>
