import { formatDate, formatNumber, plural } from '../labels/format'
import type { IsoDate } from '../model/entities'
import type { InputBasis, RangedInput, SimulationInputs } from './inputs'
import { monthIndexOf } from './months'
import { type Parameter, parameters, type ParameterUnit } from './parameters'
import type { SimulationResult } from './simulate'

/**
 * "In 8 van de 10 doorrekeningen": a share of runs for people who don't read percentages. Only nothing at all is "geen
 * enkele" and only everything is "alle"; what rounds to 0 or 10 without being it is said with care.
 */
export function shareOfRuns(count: number, runs: number): string {
  if (count <= 0) return 'In geen enkele doorrekening'
  if (count >= runs) return 'In alle doorrekeningen'
  // Whole numbers: a half goes up, always.
  const tenths = Math.floor((count * 20 + runs) / (2 * runs))
  if (tenths === 0) return 'In minder dan 1 van de 20 doorrekeningen'
  if (tenths === 10) return 'In meer dan 19 van de 20 doorrekeningen'
  return `In ${String(tenths)} van de 10 doorrekeningen`
}

/** `eind 2028` for the last month of a year, else `eind maart 2028`. */
export function endOf(date: IsoDate): string {
  return date.slice(5, 7) === '12' ? `eind ${date.slice(0, 4)}` : `eind ${formatDate(date.slice(0, 7))}`
}

/** The sentences a bestuurder understands, for one date; the date falls in one of the simulated months. */
export function sentences(result: SimulationResult, by: IsoDate): string[] {
  const h = Math.min(monthIndexOf(result.start, by), result.dates.length - 1)
  if (h < 0 || result.runs === 0) return []
  const moment = endOf(result.dates[h] ?? by)
  const count = (pick: (o: SimulationResult['outcomes'][number]) => number): number =>
    result.outcomes.filter((o) => pick(o) <= h).length
  const share = (pick: (o: SimulationResult['outcomes'][number]) => number): string =>
    shareOfRuns(count(pick), result.runs)
  // "In geen enkele … niemand" says nothing to anybody: then it is told the other way round.
  const nobody = (pick: (o: SimulationResult['outcomes'][number]) => number, verb: string, what: string) =>
    count(pick) === 0
      ? `In alle doorrekeningen ${verb} vanaf ${moment} nog iemand ${what}.`
      : `${share(pick)} ${verb} vanaf ${moment} niemand ${what}.`
  const lines = [
    `${share((o) => o.emptyFrom)} is de wachtlijst voor ${moment} leeg.`,
    nobody((o) => o.balanceFrom, 'wacht', `langer dan ${plural(result.maxWait, 'maand', 'maanden')}`),
  ]
  const band = (metric: string) => result.bands.find((b) => b.metric === metric && b.group === 'region')
  const beds = band('bedsOpen')
  if (beds !== undefined && Math.max(...beds.p90) > 0)
    lines.push(nobody((o) => o.shelterFreeFrom, 'heeft', 'een opvangbed nodig'))
  const waiting = band('waiting')
  if (waiting !== undefined)
    lines.push(waitingSentence(moment, waiting.p10[h], waiting.p50[h], waiting.p90[h]))
  const time = band('timeToHouse')?.p50[h]
  if (time !== undefined && Number.isFinite(time))
    lines.push(`Wie in die maand een plek krijgt, wachtte daar naar verwachting ${plural1(time)} op.`)
  const hours = band('unmetHours')?.p50[h]
  if (hours !== undefined && Math.round(hours) > 0)
    lines.push(
      `Voor woningen die er dan zijn, ontbreekt naar verwachting ${plural(Math.round(hours), 'uur', 'uur')} begeleiding per week.`,
    )
  return lines
}

function plural1(months: number): string {
  const whole = Math.round(months)
  return whole < 1 ? 'minder dan een maand' : plural(whole, 'maand', 'maanden')
}

function waitingSentence(moment: string, low = 0, middle = 0, high = 0): string {
  const start = moment.charAt(0).toUpperCase() + moment.slice(1)
  const who =
    middle === 0 ? 'naar verwachting niemand' : `naar verwachting ${plural(middle, 'mens', 'mensen')}`
  const verb = middle === 0 || middle === 1 ? 'wacht er' : 'wachten er'
  if (low === high) return `${start} ${verb} ${who}.`
  return `${start} ${verb} ${who}; in 8 van de 10 doorrekeningen ligt dat tussen ${formatNumber(low)} en ${formatNumber(high)}.`
}

/** How exact the figures themselves are: the Monte Carlo error in words. */
export function accuracySentence(result: SimulationResult, by: IsoDate): string {
  const h = Math.min(monthIndexOf(result.start, by), result.dates.length - 1)
  const waiting = result.bands.find((b) => b.metric === 'waiting' && b.group === 'region')
  const error = waiting?.error50[h] ?? 0
  const people = Math.max(1, Math.ceil(error))
  return `${plural(result.runs, 'doorrekening', 'doorrekeningen')}; door het toeval daarin kan de middelste uitkomst ongeveer ${plural(people, 'mens', 'mensen')} afwijken.`
}

export const basisLabels: Readonly<Record<InputBasis, string>> = {
  counted: 'geteld',
  planned: 'volgens plan',
  estimated: 'geschat uit trajecten',
  entered: 'zelf ingevuld',
  assumed: 'aanname',
}

export interface Assumption {
  /** Key of the number; empty for a rule of the model. */
  readonly key: string
  readonly text: string
  readonly source: string
  readonly basis: InputBasis | null
}

/** Rules of the model, then every number with its range and source. */
export function assumptions(inputs: SimulationInputs): Assumption[] {
  const rules = [
    `De doorrekening begint op ${formatDate(inputs.start)}. Wie dan op de lijst staat, wacht vanaf die dag: hoe lang zij al wachtten is niet bekend.`,
    'Mensen komen onafhankelijk van elkaar binnen, elke maand in dezelfde mate.',
    inputs.acrossRegion
      ? 'Wie het langst wacht en bij wie de plek past, gaat voor: eerst uit de eigen gemeente, daarna uit de hele regio.'
      : 'Wie het langst wacht en bij wie de plek past, gaat voor. Iedereen wacht op een plek in de eigen gemeente.',
    'Een plek telt pas als woning en begeleiding er allebei zijn.',
    'Wie op een plek woont die eindigt, en wie een bed heeft dat sluit, blijft tot er een andere oplossing is.',
    'Wie na een verblijf doorgaat naar een blijvend huis, maakt de plek vrij; er is dan een gewone woning.',
    'Opvang is er voor de hele regio en sluit op de datum in het plan.',
  ]
  return [
    ...rules.map((text) => ({ key: '', text, source: 'Regel van het rekenmodel', basis: null })),
    ...parameters(inputs).map((p) => ({
      key: p.key,
      text: `${p.label}: ${formatRange(p)}`,
      source: p.range.source,
      basis: p.range.basis,
    })),
  ]
}

function formatRange({ range, unit }: Parameter): string {
  const { value, low, high } = range
  const all =
    low === high ? one(value, unit) : `${one(value, unit)} (${one(low, unit)} tot ${one(high, unit)})`
  return unit === 'months'
    ? `${all} maanden`
    : unit === 'people' || unit === 'peopleAMonth'
      ? `${all} mensen`
      : all
}

function one(value: number, unit: ParameterUnit): string {
  if (unit === 'share' || unit === 'factor' || unit === 'rate') return `${formatNumber(value * 100)}%`
  return formatNumber(value, unit === 'people' || Number.isInteger(value) ? 0 : 1)
}

/** Short form of a number in its unit, for tables and the tornado. */
export function formatParameter(range: Pick<RangedInput, 'value'>, unit: ParameterUnit): string {
  return one(range.value, unit)
}
