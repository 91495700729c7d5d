import { computed } from 'vue'
import { formatShortDate } from '@/domain/labels'
import { useProgramme } from '@/state/programme'
import { useSelection } from '@/state/selection'
import { useBalanceStore } from './balanceStore'
import { type Comparison, reportsBefore, ThenFigures, withBaseline, withReport } from './comparison'

/** What the matrix is compared with, and the figures it had. One computation for all cells. */
export function useComparison() {
  const programme = useProgramme()
  const selection = useSelection()
  const store = useBalanceStore()

  const reports = computed(() =>
    programme.data === null ? [] : reportsBefore(programme.data, selection.today),
  )
  const baselines = computed(() =>
    [...(programme.data?.baselines.values() ?? [])].sort((a, b) => (a.frozenOn < b.frozenOn ? 1 : -1)),
  )

  const options = computed(() => [
    { value: '', label: 'Niets' },
    ...reports.value.map((report, i) => ({
      value: `report:${report.id}`,
      label: i === 0 ? `Vorige rapport (${formatShortDate(report.referenceDate)})` : report.name,
      group: 'Stand op de peildatum van',
    })),
    ...baselines.value.map((baseline) => ({
      value: `baseline:${baseline.id}`,
      label: baseline.name,
      group: 'Vastgesteld plan',
    })),
  ])

  /** Null when nothing is chosen, or when what was chosen is gone. */
  const current = computed<Comparison | null>(() => {
    const { data } = programme
    const [kind, ...rest] = store.comparedWith.split(':')
    const id = rest.join(':')
    if (data === null) return null
    const report = kind === 'report' ? data.reports.get(id) : undefined
    if (report !== undefined) return withReport(data, report)
    const baseline = kind === 'baseline' ? data.baselines.get(id) : undefined
    return baseline === undefined ? null : withBaseline(data, baseline)
  })

  const then = computed(() =>
    current.value === null ? null : new ThenFigures(current.value, store.dates, store.by, store.filter),
  )

  /** What was chosen but has been removed since counts as nothing. */
  const chosen = computed({
    get: () => (current.value === null ? '' : store.comparedWith),
    set: (value: string) => {
      store.comparedWith = value
    },
  })

  return { options, chosen, current, then }
}
