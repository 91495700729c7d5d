import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import {
  type BalanceBy,
  balanceOverDates,
  type BalanceRow,
  type ProjectFilter,
  quarterDates,
  type SupportBalanceRow,
  supportOverDates,
} from '@/domain/capacity'
import { compareDutch } from '@/domain/labels'
import type { Id } from '@/domain/model/entities'
import { programmeOf } from '@/domain/model/programmeData'
import { quarterEnd } from '@/domain/time/quarterEnds'
import { useProgramme } from '@/state/programme'
import { useSelection } from '@/state/selection'
import { columnsOf, type Matrix, matrixOf } from './matrix'
import { placeMeasuresBy, type PlaceMeasure, type SupportMeasure } from './measures'

export const TABS = ['places', 'support', 'baselines'] as const
export type Tab = (typeof TABS)[number]
/** What stands under the number: nothing, or when which decision closes the gap. */
export type Density = 'compact' | 'decisions'

/** What is chosen on Overgangsbalans. It stays while someone looks at another screen, and starts anew with a programme. */
export const useBalanceStore = defineStore('balance', () => {
  const programme = useProgramme()
  const selection = useSelection()

  const tab = ref<Tab>('places')
  const by = ref<BalanceBy>('municipality')
  const placeMeasure = ref<PlaceMeasure>('gap')
  const supportMeasure = ref<SupportMeasure>('gap')
  const bands = shallowRef<readonly Id[]>([])
  const density = ref<Density>('compact')
  const foldedYears = shallowRef<ReadonlySet<number>>(new Set())
  /** What the plan is compared with: `report:<id>`, `baseline:<id>`, or nothing. */
  const comparedWith = ref('')
  /** The frozen plan that is looked at, and the quarter end on which its places are counted; empty = the newest, the last. */
  const baselineId = ref('')
  const baselineDate = ref('')

  watch(
    () => programme.id,
    () => {
      tab.value = 'places'
      by.value = 'municipality'
      placeMeasure.value = 'gap'
      supportMeasure.value = 'gap'
      bands.value = []
      foldedYears.value = new Set()
      comparedWith.value = ''
      baselineId.value = ''
      baselineDate.value = ''
    },
  )

  /** By association or type there is no gap to show: then what is committed says most. */
  const measure = computed<PlaceMeasure>({
    get: () => (placeMeasuresBy(by.value).includes(placeMeasure.value) ? placeMeasure.value : 'committed'),
    set: (value) => {
      placeMeasure.value = value
    },
  })

  const municipalities = computed({
    get: (): readonly Id[] => [...selection.municipalityIds],
    set: (ids) => {
      selection.setMunicipalities(ids)
    },
  })
  const filter = computed<ProjectFilter>(() =>
    selection.filtered ? { municipalityIds: selection.municipalityIds } : {},
  )
  const municipalityOptions = computed(() =>
    [...(programme.data?.municipalities.values() ?? [])]
      .map((m) => ({ value: m.id, label: m.name }))
      .sort((a, b) => compareDutch(a.label, b.label)),
  )

  const known = computed(() => programme.data?.programme)
  const quarters = computed(() =>
    known.value === undefined || programme.data === null
      ? []
      : quarterDates(programme.data).map((q) => q.quarter),
  )
  const years = computed(() => [...new Set(quarters.value.map((quarter) => quarter.year))])
  const columns = computed(() => columnsOf(quarters.value, foldedYears.value))
  const dates = computed(() => columns.value.map((column) => column.date))
  /** The column of the reference date; -1 when its year is folded and it isn't the last quarter. */
  const current = computed(() => dates.value.indexOf(quarterEnd(selection.referenceDate)))

  const allFolded = computed(() => years.value.every((year) => foldedYears.value.has(year)))

  function toggleYear(year: number): void {
    const next = new Set(foldedYears.value)
    if (!next.delete(year)) next.add(year)
    foldedYears.value = next
  }

  function foldAll(fold: boolean): void {
    foldedYears.value = new Set(fold ? years.value : [])
  }

  const places = computed<Matrix<BalanceRow> | null>(() =>
    programme.data === null
      ? null
      : matrixOf(columns.value, balanceOverDates(programme.data, dates.value, by.value, filter.value)),
  )

  const bandOptions = computed(() =>
    programme.data === null
      ? []
      : programmeOf(programme.data).supportBands.map((band) => ({ value: band.id, label: band.name })),
  )
  const bandIds = computed<ReadonlySet<Id> | undefined>(() => {
    const present = bands.value.filter((id) => bandOptions.value.some((option) => option.value === id))
    return present.length === 0 ? undefined : new Set(present)
  })
  const support = computed<Matrix<SupportBalanceRow> | null>(() =>
    programme.data === null
      ? null
      : matrixOf(
          columns.value,
          supportOverDates(programme.data, dates.value, by.value, filter.value, bandIds.value),
        ),
  )

  return {
    tab,
    by,
    measure,
    supportMeasure,
    bands,
    bandIds,
    bandOptions,
    density,
    comparedWith,
    baselineId,
    baselineDate,
    municipalities,
    municipalityOptions,
    filter,
    columns,
    dates,
    current,
    allFolded,
    toggleYear,
    foldAll,
    places,
    support,
  }
})
