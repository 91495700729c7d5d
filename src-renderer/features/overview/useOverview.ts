import { computed } from 'vue'
import {
  attention,
  balanceSeries,
  type BalanceTable,
  hasAmbition,
  type ProjectFilter,
  ratingCounts,
  transitionBalance,
} from '@/domain/capacity'
import type { FigureQuery } from '@/domain/indicators'
import { programmeOf } from '@/domain/model/programmeData'
import { useProgramme } from '@/state/programme'
import { useSelection } from '@/state/selection'
import { headline } from './headline'
import { previousQuarterEnd } from '@/domain/time/quarterEnds'

/** Everything that Overzicht shows, computed from the programme, the reference date and the chosen municipalities. */
export function useOverview() {
  const programme = useProgramme()
  const selection = useSelection()

  const data = computed(() => programme.data)
  const date = computed(() => selection.referenceDate)
  const chosen = computed(() =>
    [...selection.municipalityIds].filter((id) => data.value?.municipalities.has(id)),
  )
  const filter = computed<ProjectFilter>(() =>
    chosen.value.length === 0 ? {} : { municipalityIds: new Set(chosen.value) },
  )
  const scope = computed<Partial<FigureQuery>>(() =>
    chosen.value.length === 0 ? {} : { municipalityIds: chosen.value },
  )

  const balanceOn = (on: string, within: ProjectFilter): BalanceTable | null =>
    data.value === null ? null : transitionBalance(data.value, on, 'municipality', within)
  const balance = computed(() => balanceOn(date.value, filter.value))
  const before = computed(() => balanceOn(previousQuarterEnd(date.value), filter.value))
  /** Without the filter on municipalities: the tile map shows all of them. */
  const region = computed(() => balanceOn(date.value, {}))

  const ambitionSet = computed(() => data.value !== null && hasAmbition(data.value))
  const horizon = computed(() => (data.value === null ? '' : programmeOf(data.value).horizon))
  const sentence = computed(() => {
    const now = balance.value?.total
    if (now === undefined) return []
    const end = balanceOn(horizon.value, filter.value)?.total
    if (end === undefined) return []
    return headline({ now, date: date.value, end, horizon: horizon.value, scope: scope.value })
  })

  const points = computed(() => (data.value === null ? [] : balanceSeries(data.value, filter.value)))
  const ratings = computed(() => (data.value === null ? null : ratingCounts(data.value, filter.value)))
  const items = computed(() =>
    data.value === null ? [] : attention(data.value, selection.today, filter.value),
  )

  return {
    data,
    date,
    chosen,
    scope,
    balance,
    before,
    region,
    ambitionSet,
    horizon,
    sentence,
    points,
    ratings,
    items,
  }
}
