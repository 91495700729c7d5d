export {
  type ColumnChoice,
  guessColumns,
  guessHead,
  guessSheet,
  guessSubject,
  HEAD_ROWS,
  isPersonal,
} from './columns'
export { DryRun } from './dryRun'
export {
  definitionOf,
  type FieldDefinition,
  type FieldKey,
  fieldLabel,
  fieldsOf,
  isChoice,
  type Subject,
} from './fields'
export {
  type FoundValue,
  foundValues,
  type Mapping,
  MAX_VALUES,
  missingColumns,
  openValues,
  wordsInColumns,
} from './mapping'
export type { FieldChange, RowOutcome, RowProblem, RowRecord } from './outcome'
export { RowSorter } from './rows'
export { type Cell, type CellReaders, headingsOf, type Sheet, TableCells } from './sheet'
export { parseRemembered, recall, remember, type RememberedSource } from './source'
export { type IncomingRow, incomingRows, takeInRows } from './takeIn'
export { type TrackValues, trackValues } from './tracks'
export { type Target, targetsOf } from './values'
