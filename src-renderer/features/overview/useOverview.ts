import { computed } from 'vue'
import { hasAmbition } from '@/domain/capacity'
import type { FigureQuery } from '@/domain/indicators'
import { programmeOf } from '@/domain/model/programmeData'
import { useFigures } from '@/state/figures'
import { useProgramme } from '@/state/programme'
import { useSelection } from '@/state/selection'
import { headline } from './headline'

/** Everything that Overzicht shows, from the programme, the reference date and the chosen municipalities. */
export function useOverview() {
  const programme = useProgramme()
  const selection = useSelection()
  const figures = useFigures()

  const data = computed(() => programme.data)
  const date = computed(() => selection.referenceDate)
  const chosen = computed(() => [...selection.municipalityIds])
  const scope = computed<Partial<FigureQuery>>(() =>
    chosen.value.length === 0 ? {} : { municipalityIds: chosen.value },
  )
  const balance = computed(() => figures.balance)
  const before = computed(() => figures.balanceBefore)
  const region = computed(() => figures.regionBalance)
  const ambitionSet = computed(() => data.value !== null && hasAmbition(data.value))
  const horizon = computed(() => (data.value === null ? '' : programmeOf(data.value).horizon))
  const sentence = computed(() => {
    const [now, end] = [balance.value?.total, figures.balanceAtEnd?.total]
    if (now === undefined || end === undefined) return []
    return headline({ now, date: date.value, end, horizon: horizon.value, scope: scope.value })
  })
  const points = computed(() => figures.series ?? [])
  const ratings = computed(() => figures.ratings)
  const items = computed(() => figures.attention ?? [])

  return { data, date, chosen, scope, balance, before, region, ambitionSet, sentence, points, ratings, items }
}
