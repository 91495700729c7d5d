import { defineStore } from 'pinia'
import { computed } from 'vue'
import {
  attention as attentionOf,
  type AttentionItem,
  balanceSeries,
  type BalancePoint,
  type BalanceTable,
  capacityTable,
  type ProjectFilter,
  ratingCounts,
  transitionBalance,
} from '../domain/capacity'
import type { IsoDate } from '../domain/model/entities'
import type { ProgrammeData } from '../domain/model/programmeData'
import { lastDayOfQuarter, quarterOf } from '../domain/time/quarter'
import { useProgramme } from './programme'
import { useSelection } from './selection'

/**
 * Figures that more than one screen shows, each computed once for the data, date and municipalities at hand, and
 * only when some screen asks for it. Null when no programme is open.
 */
export const useFigures = defineStore('figures', () => {
  const programme = useProgramme()
  const selection = useSelection()

  /** The choice on the tile map, in the form that the domain takes; stable while the choice stays. */
  const filter = computed<ProjectFilter>(() =>
    selection.filtered ? { municipalityIds: selection.municipalityIds } : {},
  )
  const quarter = computed(() => quarterOf(selection.referenceDate))
  /** Quarter figures are those of the last day of the quarter. */
  const quarterDate = computed<IsoDate>(() => lastDayOfQuarter(quarter.value))

  const whenOpen = <T>(compute: (data: ProgrammeData) => T) =>
    computed<T | null>(() => (programme.data === null ? null : compute(programme.data)))

  const byMunicipality = whenOpen<BalanceTable>((data) =>
    transitionBalance(data, quarterDate.value, 'municipality', filter.value),
  )
  const byAssociation = whenOpen<BalanceTable>((data) =>
    transitionBalance(data, quarterDate.value, 'association', filter.value),
  )
  const byType = whenOpen<BalanceTable>((data) =>
    transitionBalance(data, quarterDate.value, 'type', filter.value),
  )
  const series = whenOpen<readonly BalancePoint[]>((data) => balanceSeries(data, filter.value))
  const capacity = whenOpen((data) => capacityTable(data, selection.referenceDate, filter.value))
  const ratings = whenOpen((data) => ratingCounts(data, filter.value))
  /** Of the whole programme, whatever the filter: what needs attention must not be filtered out of sight. */
  const attention = whenOpen<readonly AttentionItem[]>((data) => attentionOf(data, selection.today))

  return {
    filter,
    quarter,
    quarterDate,
    byMunicipality,
    byAssociation,
    byType,
    series,
    capacity,
    ratings,
    attention,
  }
})
