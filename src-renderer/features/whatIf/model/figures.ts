import { formatDate, formatNumber, plural } from '@/domain/labels'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { Group, Metric, RunOutcome, SeriesBand, SimulationResult } from '@/domain/simulation'
import { spreadOf } from '@/domain/simulation/quantiles'

/** A figure that is followed through time, with the words for it. */
export interface FigureKind {
  readonly metric: Metric
  readonly label: string
  readonly unit: string
  readonly decimals: number
  /** What a high number means: for the words of a difference nothing, for the reader a hint. */
  readonly hint: string
}

export const FIGURES: readonly FigureKind[] = [
  {
    metric: 'waiting',
    label: 'Wachtlijst',
    unit: 'mensen',
    decimals: 0,
    hint: 'Mensen zonder huis die op een plek wachten, aan het eind van de maand.',
  },
  {
    metric: 'bedsTaken',
    label: 'Bezette opvangbedden',
    unit: 'bedden',
    decimals: 0,
    hint: 'Bedden in de opvang die bezet zijn, aan het eind van de maand.',
  },
  {
    metric: 'bedsWanted',
    label: 'Opvangbedden nodig',
    unit: 'bedden',
    decimals: 0,
    hint: 'Mensen op de wachtlijst die een opvangbed nodig hebben, of het er nu is of niet.',
  },
  {
    metric: 'timeToHouse',
    label: 'Tijd tot een plek',
    unit: 'maanden',
    decimals: 1,
    hint: 'Hoe lang mensen wachtten die in die maand een plek kregen.',
  },
  {
    metric: 'placesInUse',
    label: 'Plekken in gebruik',
    unit: 'plekken',
    decimals: 0,
    hint: 'Bewoonde plekken in arrangementen, aan het eind van de maand.',
  },
  {
    metric: 'unmetHours',
    label: 'Begeleiding die ontbreekt',
    unit: 'uur',
    decimals: 0,
    hint: 'Uren per week die opgeleverde woningen nodig hebben boven de begeleiding die er is.',
  },
]

export const figureOf = (metric: Metric): FigureKind =>
  FIGURES.find((kind) => kind.metric === metric) ?? (FIGURES[0] as FigureKind)

export function bandOf(
  result: SimulationResult,
  metric: Metric,
  group: Group = 'region',
  id: Id = '',
): SeriesBand | null {
  return result.bands.find((b) => b.metric === metric && b.group === group && b.id === id) ?? null
}

/** A figure at one moment; null where no run has one. */
export interface Range {
  readonly low: number | null
  readonly middle: number | null
  readonly high: number | null
  /** Monte Carlo error of the middle. */
  readonly error: number | null
}

const known = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value

export function rangeAt(band: SeriesBand | null, h: number): Range {
  return {
    low: known(band?.p10[h]),
    middle: known(band?.p50[h]),
    high: known(band?.p90[h]),
    error: known(band?.error50[h]),
  }
}

export function showNumber(value: number | null, decimals: number): string {
  return value === null ? 'geen' : formatNumber(value, decimals)
}

/** `285 tot 589`; one number when they are the same. */
export function showRange({ low, high }: Range, decimals: number): string {
  const [a, b] = [showNumber(low, decimals), showNumber(high, decimals)]
  return a === b ? a : `${a} tot ${b}`
}

/** Goals that a run reaches from some month on, for good. */
export const GOALS: readonly {
  readonly key: 'emptyFrom' | 'balanceFrom' | 'shelterFreeFrom'
  readonly label: string
  readonly hint: string
}[] = [
  {
    key: 'emptyFrom',
    label: 'Wachtlijst leeg',
    hint: 'Eerste maand vanaf wanneer er aan het eind van elke maand niemand wacht.',
  },
  {
    key: 'balanceFrom',
    label: 'In balans',
    hint: 'Eerste maand vanaf wanneer niemand langer wacht dan 3 maanden.',
  },
  {
    key: 'shelterFreeFrom',
    label: 'Opvang kan dicht',
    hint: 'Eerste maand vanaf wanneer niemand op de wachtlijst een opvangbed nodig heeft.',
  },
]
export type GoalKey = (typeof GOALS)[number]['key']

/** The month in which a goal is reached: earliest and latest in 8 of 10 runs; null = not before the end. */
export interface GoalMonth extends Range {
  /** Runs that reach it before the end. */
  readonly reached: number
}

export function goalMonth(result: SimulationResult, key: GoalKey): GoalMonth {
  const months = result.dates.length
  const pick = (outcome: RunOutcome): number => outcome[key]
  const values = Float64Array.from(result.outcomes, pick)
  const spread = spreadOf(values, values.length)
  const within = (h: number): number | null => (Number.isNaN(h) || h >= months ? null : h)
  return {
    low: within(spread.p10),
    middle: within(spread.p50),
    high: within(spread.p90),
    error: spread.error50,
    reached: result.outcomes.filter((o) => pick(o) < months).length,
  }
}

export function showMonth(dates: readonly IsoDate[], h: number | null): string {
  const date = h === null ? undefined : dates[h]
  return date === undefined ? 'niet' : formatDate(date.slice(0, 7))
}

/** Difference with the plan, in words that don't need a sign to be understood. */
export function showDifference(now: number | null, plan: number | null, kind: FigureKind): string {
  if (now === null || plan === null) return ''
  const difference = now - plan
  const size = formatNumber(Math.abs(difference), kind.decimals)
  if (Number(size.replace(',', '.')) === 0) return 'gelijk aan plan'
  return `${size} ${difference < 0 ? 'minder' : 'meer'} dan plan`
}

export function showMonthDifference(now: number | null, plan: number | null): string {
  if (now === null) return plan === null ? 'gelijk aan plan' : 'plan haalt het wel'
  if (plan === null) return 'plan haalt het niet'
  if (now === plan) return 'gelijk aan plan'
  return `${plural(Math.abs(now - plan), 'maand', 'maanden')} ${now < plan ? 'eerder' : 'later'} dan plan`
}

/** Index of months that close a year or a quarter; the last month always. */
export function rowMonths(dates: readonly IsoDate[], per: 'year' | 'quarter'): number[] {
  const closes = per === 'year' ? ['12'] : ['03', '06', '09', '12']
  return dates.flatMap((date, h) => (closes.includes(date.slice(5, 7)) || h === dates.length - 1 ? [h] : []))
}
