import { allocationWeights } from '../capacity/fairShare'
import type { ArrangementType, Id, IsoDate, RegionFact } from '../model/entities'
import { type ProgrammeData, programmeOf } from '../model/programmeData'
import type { Confidence } from '../model/values'
import {
  exactly,
  type InputSource,
  type MunicipalityInput,
  type NeedsProfile,
  type PlaceLot,
  type PlannedCertainty,
  type PlaceType,
  ranged,
  type RangedInput,
  type SimulationInputs,
  type SupportBandInput,
} from './inputs'
import { monthsUntil } from './months'
import { planLots } from './plan'
import { stayFromText } from './stayFromText'

/** Facts that give the list at the start, the widest count first; `programme.facts` may hold others. */
export const START_FACTS = ['count-total', 'count-people'] as const
/** Facts that give the inflow: people a month, or a year. */
export const INFLOW_MONTH_FACT = 'inflow-month'
export const INFLOW_YEAR_FACT = 'inflow-year'

const ASSUMED = 'Aanname van Palet; vervang door een eigen cijfer'
/** A count is never exact: people are missed, or counted twice. */
const COUNT_LOW = 0.9
const COUNT_HIGH = 1.15
/** Months that homelessness lasts, to go from a count to an inflow when no inflow is known. */
const ASSUMED_DURATION = { value: 18, low: 12, high: 30 }

/** The programme itself as source of the inputs, with open assumptions for what it can't know. */
export const programmeSource: InputSource = {
  name: 'Programma en regionale telling',
  inputs: inputsFrom,
}

/**
 * Inputs from the programme: places, deliveries and closings from the capacity steps; the list at the start from the
 * regional count, split over municipalities by the allocation key; stays from the types. What the programme can't tell
 * is an assumption with a wide range, marked as such.
 */
export function inputsFrom(data: ProgrammeData, date: IsoDate): SimulationInputs {
  const programme = programmeOf(data)
  const lots = planLots(data, date)
  const count = START_FACTS.map((id) => programme.facts.find((f) => f.id === id)).find((f) => f !== undefined)
  return {
    start: date,
    months: Math.max(1, monthsUntil(date, programme.horizon)),
    municipalities: municipalityInputs(data),
    profiles: profilesFrom(data, lots, date),
    types: arrangementTypes(data).map((type) => placeType(type, date)),
    bands: programme.supportBands.map((band): SupportBandInput => ({
      ...band,
      staffed: ranged(1, 0.9, 1, `${ASSUMED}: begeleiding kan tijdelijk ontbreken`, date),
    })),
    waitingAtStart: count === undefined ? null : fromCount(count),
    inflow: inflowFrom(programme.facts, count, date),
    inflowChanges: [],
    occupied: ranged(0.95, 0.85, 1, ASSUMED, date),
    chance: assumedChances(date),
    delay: assumedDelays(date),
    lots,
    verdicts: {},
    acrossRegion: true,
  }
}

export function assumedChances(date: IsoDate): Record<PlannedCertainty, RangedInput> {
  return {
    preparing: ranged(0.95, 0.85, 1, ASSUMED, date),
    committed: ranged(0.85, 0.7, 0.95, ASSUMED, date),
    explored: ranged(0.5, 0.3, 0.7, ASSUMED, date),
    idea: ranged(0.25, 0.1, 0.4, ASSUMED, date),
  }
}

export function assumedDelays(date: IsoDate): Record<Confidence, RangedInput> {
  return {
    certain: ranged(1, 0, 3, ASSUMED, date),
    likely: ranged(3, 0, 9, ASSUMED, date),
    uncertain: ranged(6, 0, 18, ASSUMED, date),
  }
}

function arrangementTypes(data: ProgrammeData): ArrangementType[] {
  return [...data.arrangementTypes.values()].filter((t) => t.family !== 'shelter')
}

function fromCount(fact: RegionFact): RangedInput {
  const { value, source, referenceDate } = fact
  return ranged(
    value,
    Math.floor(value * COUNT_LOW),
    Math.ceil(value * COUNT_HIGH),
    `${fact.label}: ${source}`,
    referenceDate,
    'counted',
  )
}

function inflowFrom(
  facts: readonly RegionFact[],
  count: RegionFact | undefined,
  date: IsoDate,
): RangedInput | null {
  const month = facts.find((f) => f.id === INFLOW_MONTH_FACT)
  const year = facts.find((f) => f.id === INFLOW_YEAR_FACT)
  const known = month ?? year
  if (known !== undefined) {
    const value = known === month ? known.value : known.value / 12
    const source = `${known.label}: ${known.source}`
    return ranged(value, value * COUNT_LOW, value * COUNT_HIGH, source, known.referenceDate, 'counted')
  }
  if (count === undefined) return null
  const { value, low, high } = ASSUMED_DURATION
  return ranged(
    count.value / value,
    count.value / high,
    count.value / low,
    `${ASSUMED}: de telling gedeeld door een duur van dakloosheid van ${String(low)} tot ${String(high)} maanden`,
    date,
  )
}

function municipalityInputs(data: ProgrammeData): MunicipalityInput[] {
  const weights = allocationWeights(data)
  return [...data.municipalities.values()].map(({ id, name }) => {
    const weight = weights.ok ? (weights.value.get(id) ?? 0) : 1
    return { id, name, inflowWeight: weight, startWeight: weight }
  })
}

function placeType(type: ArrangementType, date: IsoDate): PlaceType {
  const settled = type.family === 'housing'
  const said = stayFromText(type.duration)
  const stay =
    said === null
      ? ranged(settled ? 48 : 15, settled ? 24 : 6, settled ? 96 : 30, ASSUMED, date)
      : ranged(said.value, said.low, said.high, `Palet, duur bij het type: ${type.duration}`, date, 'planned')
  return {
    id: type.id,
    name: type.name,
    supportBandId: type.supportBandId,
    stay,
    stayShape: 1,
    offered: !type.retired,
    returnShare: settled ? ranged(0.15, 0.05, 0.25, ASSUMED, date) : ranged(0.25, 0.1, 0.4, ASSUMED, date),
  }
}

/**
 * Needs follow the bands of support, because that is what a programme knows: one profile per band that has places in
 * the plan, as large as its part of all places now and planned. A profile fits its own band first, then the next
 * heavier one. Types without support suit the lightest profile. This is an assumption: it takes the plan to fit the
 * need, so a wrong mix has to be entered by the user.
 */
function profilesFrom(data: ProgrammeData, lots: readonly PlaceLot[], date: IsoDate): NeedsProfile[] {
  const types = arrangementTypes(data)
  const bands = [...programmeOf(data).supportBands].sort((a, b) => a.hoursPerWeek - b.hoursPerWeek)
  const bandOf = new Map(types.map((t) => [t.id, t.supportBandId]))
  const places = new Map<Id | null, number>()
  for (const lot of lots) {
    if (lot.track !== 'homes') continue
    const band = bandOf.get(lot.typeId) ?? null
    places.set(band, (places.get(band) ?? 0) + lot.places)
  }
  const used = bands.filter(
    (band, i) => (places.get(band.id) ?? 0) + (i === 0 ? (places.get(null) ?? 0) : 0) > 0,
  )
  if (used.length === 0 && (places.get(null) ?? 0) > 0 && bands[0] !== undefined) used.push(bands[0])
  const sum = [...places.values()].reduce((a, b) => a + b, 0)
  const withBand = (band: Id | null): Id[] => types.filter((t) => t.supportBandId === band).map((t) => t.id)
  return used.map((band, i) => {
    const share = ((places.get(band.id) ?? 0) + (i === 0 ? (places.get(null) ?? 0) : 0)) / sum
    const heavier = used[i + 1]
    return {
      id: `need-${band.id}`,
      name: `begeleiding ${band.name}`,
      suits: [
        ...withBand(band.id),
        ...(i === 0 ? withBand(null) : []),
        ...(heavier === undefined ? [] : withBand(heavier.id)),
      ],
      share: ranged(
        share,
        share * 0.7,
        Math.min(1, share * 1.3),
        `${ASSUMED}: naar de plekken in het plan`,
        date,
      ),
      selfExit: ranged(0.04, 0.02, 0.06, ASSUMED, date),
      usesShelter: ranged(0.6, 0.4, 0.8, ASSUMED, date),
    }
  })
}

/** Used by forms: a number that the user vouches for. */
export const entered = (value: number, date: IsoDate): RangedInput => exactly(value, 'zelf ingevuld', date)
