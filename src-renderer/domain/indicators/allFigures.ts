import { type BalanceFigures, type BalanceTable, transitionBalance } from '../capacity/balance'
import { capacityTable } from '../capacity/capacityTable'
import { allocationWeights, fairShare } from '../capacity/fairShare'
import { ratingCounts } from '../capacity/ratings'
import { supportHours } from '../capacity/supportHours'
import type { IsoDate } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { CAPACITY_STATUSES, RATINGS } from '../model/values'
import { quarterKey, quarterOf } from '../time/quarter'
import type { Unit } from './definitions'

/** A figure as other programs read it. A count has no denominator. */
export interface FigureValue {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly unit: Unit
}

export interface FigureTree {
  readonly [key: string]: FigureValue | FigureTree
}

const count = (value: number | null, unit: Unit): FigureValue => ({
  value,
  numerator: value,
  denominator: null,
  unit,
})

/**
 * All figures of a programme on a date. Top-level keys are the names of indicators.md; below them `region`,
 * municipality codes, or ids of associations, types and bands. A balance is that of the date given, not of its
 * quarter's last day: pass that last day to get quarter figures. Figures about people are absent: a programme holds no
 * people yet.
 */
export function allFigures(data: ProgrammeData, date: IsoDate): FigureTree {
  const table = capacityTable(data, date)
  const ambition = transitionBalance(data, date, 'municipality')
  return {
    places: Object.fromEntries(CAPACITY_STATUSES.map((s) => [s, count(table.counts[s], 'places')])),
    ambition: Object.fromEntries([
      ['region', count(ambition.total.ambition, 'places')],
      ...ambition.rows.map((row) => [row.id ?? 'none', count(row.ambition, 'places')]),
    ]) as FigureTree,
    supportHours: supportTree(data, date),
    transitionBalance: {
      [quarterKey(quarterOf(date))]: {
        municipality: balanceTree(ambition),
        association: balanceTree(transitionBalance(data, date, 'association')),
        type: balanceTree(transitionBalance(data, date, 'type')),
      },
    },
    fairShare: fairShareTree(data, ambition.total.ambition ?? 0),
    statusRating: Object.fromEntries(
      Object.entries(ratingCounts(data))
        .sort(([a], [b]) => RATINGS.findIndex((r) => r === a) - RATINGS.findIndex((r) => r === b))
        .map(([colour, n]) => [colour, count(n, 'projects')]),
    ),
  }
}

function balanceTree(table: BalanceTable): FigureTree {
  const leaf = (f: BalanceFigures): FigureTree => ({
    shelterOpen: count(f.shelterOpen, 'places'),
    realised: count(f.realised, 'places'),
    committed: count(f.committed, 'places'),
    planned: count(f.planned, 'places'),
    ambition: count(f.ambition, 'places'),
    gap: {
      value: f.gap,
      numerator: f.gap === null ? null : f.realised + f.committed,
      denominator: f.ambition,
      unit: 'places',
    },
  })
  return Object.fromEntries([
    ['region', leaf(table.total)],
    ...table.rows.map((row): [string, FigureTree] => [row.id ?? 'none', leaf(row)]),
  ])
}

function supportTree(data: ProgrammeData, date: IsoDate): FigureTree {
  const tree: Record<string, Record<string, FigureTree>> = {}
  for (const row of supportHours(data, date)) {
    const bands = (tree[row.municipalityId] ??= {})
    bands[row.bandId] = {
      needed: count(row.needed, 'hoursPerWeek'),
      available: count(row.available, 'hoursPerWeek'),
      gap: { value: row.gap, numerator: row.available, denominator: row.needed, unit: 'hoursPerWeek' },
    }
  }
  return tree
}

/** Shares of the region's ambition on the date; empty when the key can't be used (its screen says why). */
function fairShareTree(data: ProgrammeData, total: number): FigureTree {
  const weights = allocationWeights(data)
  if (!weights.ok) return {}
  const shares = fairShare([...data.municipalities.values()], weights.value, total)
  if (!shares.ok) return {}
  const sum = [...weights.value.values()].reduce((acc, w) => acc + w, 0)
  return Object.fromEntries(
    [...shares.value].map(([id, value]) => [
      id,
      { value, numerator: weights.value.get(id) ?? 0, denominator: sum, unit: 'places' as const },
    ]),
  )
}
