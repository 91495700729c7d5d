import {
  ambitionsOf,
  type BalanceBy,
  balanceGrouping,
  balanceGroups,
  type BalanceTable,
  quarterDates,
  supportLookup,
  tablesFrom,
} from '../capacity/balance'
import { capacityTable, type CapacityTable } from '../capacity/capacityTable'
import { ratingCounts } from '../capacity/ratings'
import { supportHours, type SupportHoursRow } from '../capacity/supportHours'
import { sweepPlaces } from '../capacity/sweep'
import type { IsoDate } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { RatingColour } from '../model/values'

/** Every figure of a programme at once: what a report or a full check needs. */
export interface EverythingComputed {
  /** One table per quarter from start to horizon, by each grouping. */
  readonly balances: Readonly<Record<BalanceBy, readonly BalanceTable[]>>
  readonly capacity: CapacityTable
  readonly support: readonly SupportHoursRow[]
  readonly ratings: Readonly<Record<RatingColour, number>>
}

/**
 * All figures, with one walk over the capacity steps for all three balances together. The same figures as
 * `balanceOverDates`, `capacityTable`, `supportHours` and `ratingCounts` give apart.
 */
export function recomputeAll(data: ProgrammeData, date: IsoDate): EverythingComputed {
  const dates = quarterDates(data).map((q) => q.date)
  const kinds = ['municipality', 'association', 'type'] as const
  const groups = kinds.map((by) => balanceGroups(data, by))
  const cubes = sweepPlaces(
    data.projects.values(),
    dates,
    supportLookup(data),
    kinds.map((by, i) => balanceGrouping(data, by, groups[i] ?? [])),
  )
  const ambitions = ambitionsOf(data, dates, {})
  const tables = kinds.map((by, i) =>
    tablesFrom(data, dates, by, {}, groups[i] ?? [], cubes[i] ?? new Int32Array(0), ambitions),
  )
  return {
    balances: { municipality: tables[0] ?? [], association: tables[1] ?? [], type: tables[2] ?? [] },
    capacity: capacityTable(data, date),
    support: supportHours(data, date),
    ratings: ratingCounts(data),
  }
}
