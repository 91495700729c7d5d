import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { BalanceBy } from '@/domain/capacity'
import { capitalise, compareDutch, NO_ASSOCIATION } from '@/domain/labels'
import type { Id } from '@/domain/model/entities'
import type { Family } from '@/domain/model/values'
import { useFigures } from '@/state/figures'
import { useProgramme } from '@/state/programme'
import { useSelection } from '@/state/selection'
import { type BalanceGridOptions, balanceGrid } from './balanceGrid'
import { capacityGrid, type Grouping, SHOWN_STATUSES, type ShownStatus } from './capacityGrid'
import { type GridColumn, type GridSort, nextSort } from './gridModel'
import type { Scope } from './scope'

export const MODES = ['places', 'balance'] as const
export type Mode = (typeof MODES)[number]

/** What is chosen on Capaciteit. It stays while someone looks at another screen, and starts anew with a programme. */
export const useCapacityStore = defineStore('capacity', () => {
  const programme = useProgramme()
  const selection = useSelection()
  const figures = useFigures()

  const mode = ref<Mode>('places')
  const grouping = ref<Grouping>('municipality')
  const by = ref<BalanceBy>('municipality')
  const families = shallowRef<readonly Family[]>([])
  const associations = shallowRef<readonly (Id | null)[]>([])
  const statuses = shallowRef<readonly ShownStatus[]>([])
  const placesSort = ref<GridSort>({ key: 'municipality', descending: false })
  const balanceSort = ref<GridSort>({ key: 'name', descending: false })

  watch(
    () => programme.id,
    () => {
      clearFilters()
      mode.value = 'places'
      grouping.value = 'municipality'
      by.value = 'municipality'
    },
  )
  watch(grouping, (key) => {
    placesSort.value = { key, descending: false }
  })
  watch(by, () => {
    balanceSort.value = { key: 'name', descending: false }
  })
  // A column that is no longer shown can't be sorted by.
  watch(statuses, (shown) => {
    const status = SHOWN_STATUSES.find((s) => s === placesSort.value.key)
    if (status !== undefined && shown.length > 0 && !shown.includes(status))
      placesSort.value = { key: grouping.value, descending: false }
  })

  const municipalities = computed({
    get: (): readonly Id[] => [...selection.municipalityIds],
    set: (ids) => {
      selection.setMunicipalities(ids)
    },
  })

  /** Types of the chosen families: figures know types, and a family is a set of them. */
  const scope = computed<Scope>(() => {
    const data = programme.data
    const known = associations.value.filter((id) => id === null || data?.partners.has(id))
    return {
      ...(municipalities.value.length === 0 ? {} : { municipalityIds: municipalities.value }),
      ...(known.length === 0 ? {} : { associationIds: known }),
      ...(families.value.length === 0 || data === null
        ? {}
        : {
            typeIds: [...data.arrangementTypes.values()]
              .filter((type) => families.value.includes(type.family))
              .map((type) => type.id),
          }),
    }
  })

  const shownStatuses = computed(() =>
    statuses.value.length === 0 ? SHOWN_STATUSES : SHOWN_STATUSES.filter((s) => statuses.value.includes(s)),
  )

  const associationOptions = computed(() => {
    const data = programme.data
    if (data === null) return []
    const used = new Set([...data.projects.values()].map((p) => p.associationId))
    const named = [...data.partners.values()]
      .filter((p) => p.kind === 'housingAssociation' || used.has(p.id))
      .map((p): { value: Id | null; label: string } => ({ value: p.id, label: p.name }))
      .sort((a, b) => compareDutch(a.label, b.label))
    return used.has(null) ? [...named, { value: null, label: capitalise(NO_ASSOCIATION) }] : named
  })

  const municipalityOptions = computed(() =>
    [...(programme.data?.municipalities.values() ?? [])]
      .map((m) => ({ value: m.id, label: m.name }))
      .sort((a, b) => compareDutch(a.label, b.label)),
  )

  const places = computed(() =>
    programme.data === null
      ? null
      : capacityGrid(programme.data, {
          date: selection.referenceDate,
          scope: scope.value,
          statuses: shownStatuses.value,
          grouping: grouping.value,
          sort: placesSort.value,
          confirmations: figures.confirmations,
        }),
  )
  const balanceOptions = computed<BalanceGridOptions>(() => ({
    date: selection.referenceDate,
    by: by.value,
    scope: scope.value,
    sort: balanceSort.value,
  }))
  const balance = computed(() =>
    programme.data === null ? null : balanceGrid(programme.data, balanceOptions.value),
  )

  const model = computed(() => (mode.value === 'places' ? places.value : balance.value))
  const sort = computed(() => (mode.value === 'places' ? placesSort.value : balanceSort.value))
  const filtered = computed(
    () =>
      municipalities.value.length + families.value.length + associations.value.length > 0 ||
      (mode.value === 'places' && statuses.value.length > 0),
  )

  function sortBy(column: GridColumn): void {
    if (mode.value === 'places') placesSort.value = nextSort(placesSort.value, column)
    else balanceSort.value = nextSort(balanceSort.value, column)
  }

  function clearFilters(): void {
    families.value = []
    associations.value = []
    statuses.value = []
    selection.clear()
  }

  return {
    mode,
    grouping,
    by,
    families,
    associations,
    statuses,
    municipalities,
    associationOptions,
    municipalityOptions,
    model,
    sort,
    filtered,
    sortBy,
    clearFilters,
  }
})
