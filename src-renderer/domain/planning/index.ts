export * from './baseline'
export * from './compare'
export { movedPhrase } from './compareText'
export type * from './compareTypes'
export * from './downstream'
export * from './gate'
export * from './schedule'
export {
  moveDate,
  openPhases,
  type Shift,
  shiftedPhase,
  shiftedProject,
  startOf,
  withPhaseDate,
} from './shift'
