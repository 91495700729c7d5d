import type { Model } from './compile'
import type { RunRecord } from './record'

/** What one run says about the goals. Months count from 0; the number of months of the simulation means: never. */
export interface RunOutcome {
  /** First month at the end of which nobody waits, and at the end of no later month either. */
  readonly emptyFrom: number
  /** Month in balance: first month from which, at the end of each month to the last, nobody waits longer than agreed. */
  readonly balanceFrom: number
  /** First month from which nobody on the list needs a shelter bed at the end of any month: the shelter can close. */
  readonly shelterFreeFrom: number
  /** Mean months to a home, over everybody housed in the run; NaN when nobody was. */
  readonly timeToHouse: number
  readonly housed: number
  readonly returns: number
}

/** Total of a month over all cells. */
export function monthTotal(array: Int32Array | Float64Array, months: number, h: number): number {
  const cells = array.length / months
  let sum = 0
  for (let i = h * cells; i < (h + 1) * cells; i += 1) sum += array[i] as number
  return sum
}

function lastingFrom(months: number, holds: (h: number) => boolean): number {
  let from = months
  while (from > 0 && holds(from - 1)) from -= 1
  return from
}

const sumOf = (array: Int32Array | Float64Array): number => {
  let sum = 0
  for (const n of array) sum += n
  return sum
}

/** Month from which the list stays at or below `maximum` people. */
export function waitingAtMostFrom(record: RunRecord, months: number, maximum: number): number {
  return lastingFrom(months, (h) => monthTotal(record.waiting, months, h) <= maximum)
}

export function shelterFreeFrom(record: RunRecord, months: number): number {
  return lastingFrom(months, (h) => record.bedsWanted[h] === 0)
}

export function outcomeOf(record: RunRecord, { months }: Model, maxWait: number): RunOutcome {
  const housed = sumOf(record.housed)
  return {
    emptyFrom: waitingAtMostFrom(record, months, 0),
    balanceFrom: lastingFrom(months, (h) => (record.longestWait[h] as number) <= maxWait),
    shelterFreeFrom: shelterFreeFrom(record, months),
    timeToHouse: housed === 0 ? Number.NaN : sumOf(record.waited) / housed,
    housed,
    returns: sumOf(record.returns),
  }
}
