export * from './advice'
export type { AdviceOptions } from './adviceSearch'
export { type ExtraPlaces, extraLots, quarterAfter } from './extraPlaces'
export type { Goal } from './goalRun'
export { adviceText } from './adviceText'
export { DAYS_PER_MONTH, monthIndexOf, monthsOf, monthsUntil } from './months'
export * from './defaults'
export * from './inputs'
export type { RunOutcome } from './outcome'
export * from './parameters'
export { lotsOf, planLots } from './plan'
export { SHOWN_QUANTILES } from './quantiles'
export * from './sensitivity'
export * from './sentences'
export { type Detail, type Group, type Metric, METRICS, type Series } from './series'
export {
  BATCH_ENDS,
  DEFAULT_MAX_WAIT,
  type SeriesBand,
  simulate,
  Simulation,
  type SimulationOptions,
  type SimulationResult,
} from './simulate'
export { cautions, MAX_MONTHS, tooThin, validateInputs } from './validateInputs'
