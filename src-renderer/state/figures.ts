import { defineStore } from 'pinia'
import { computed } from 'vue'
import {
  attention as attentionOf,
  type AttentionItem,
  balanceOverDates,
  balanceSeries,
  type BalancePoint,
  type BalanceTable,
  type ProjectFilter,
  ratingCounts,
  transitionBalance,
} from '../domain/capacity'
import { allConfirmations, type Confirmations } from '../domain/review'
import { type ProgrammeData, programmeOf } from '../domain/model/programmeData'
import { previousQuarterEnd } from '../domain/time/quarterEnds'
import { useProgramme } from './programme'
import { useSelection } from './selection'

/**
 * Figures of the open programme, each computed once for the data, date and municipalities at hand, and only when some
 * screen asks for it; they stay when the person goes to another screen and back. Null when no programme is open.
 */
export const useFigures = defineStore('figures', () => {
  const programme = useProgramme()
  const selection = useSelection()

  /** The choice on the tile map, in the form that the domain takes; stable while the choice stays. */
  const filter = computed<ProjectFilter>(() =>
    selection.filtered ? { municipalityIds: selection.municipalityIds } : {},
  )

  const whenOpen = <T>(compute: (data: ProgrammeData) => T) =>
    computed<T | null>(() => (programme.data === null ? null : compute(programme.data)))

  /** Three balances in one walk: a quarter earlier, on the reference date, and on the horizon. */
  const balances = whenOpen((data) => {
    const date = selection.referenceDate
    const dates = [previousQuarterEnd(date), date, programmeOf(data).horizon]
    const [before, now, end] = balanceOverDates(data, dates, 'municipality', filter.value)
    return { before, now, end }
  })
  const balance = computed<BalanceTable | null>(() => balances.value?.now ?? null)
  const balanceBefore = computed<BalanceTable | null>(() => balances.value?.before ?? null)
  const balanceAtEnd = computed<BalanceTable | null>(() => balances.value?.end ?? null)
  /** On the reference date, without the choice on the tile map: the map itself shows all municipalities. */
  const regionBalance = computed<BalanceTable | null>(() =>
    programme.data === null || !selection.filtered
      ? balance.value
      : transitionBalance(programme.data, selection.referenceDate, 'municipality'),
  )
  const series = whenOpen<readonly BalancePoint[]>((data) => balanceSeries(data, filter.value))
  const ratings = whenOpen((data) => ratingCounts(data, filter.value))
  const attention = whenOpen<readonly AttentionItem[]>((data) =>
    attentionOf(data, selection.today, filter.value),
  )

  /** Which cells the associations confirmed; null as long as there is no review round at all. */
  const confirmations = whenOpen<Confirmations | null>((data) =>
    data.reviewRounds.size === 0 ? null : allConfirmations(data),
  )

  return {
    confirmations,
    filter,
    balance,
    balanceBefore,
    balanceAtEnd,
    regionBalance,
    series,
    ratings,
    attention,
  }
})
