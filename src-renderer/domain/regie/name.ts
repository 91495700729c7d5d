import { tableLabels } from '../labels/tables'
import { calledOf } from '../model/called'
import type { RegieTable, RegieTables } from './model'

/** How a record of regie is called in a sentence: `afspraak "Sleutels in juni"`. */
export function regieLabel(table: RegieTable, record: RegieTables[RegieTable]): string {
  const word = tableLabels[table].one
  const called = calledOf(record)
  return called === null ? word : `${word} "${called}"`
}
