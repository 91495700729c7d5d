import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { Id } from '@/domain/model/entities'
import type { Confidence, Family, Phase, RatingColour } from '@/domain/model/values'
import { useProgramme } from '@/state/programme'
import { useSelection } from '@/state/selection'
import { sortRows, type Sorting } from './columns'
import { filterRows } from './filterRows'
import { createRowSource } from './projectRow'

/** Long enough to type a word, short enough to feel at once. */
const TYPING_PAUSE = 120

/** The list of the screen: all rows, narrowed down and sorted. Typing waits for a pause; the rest follows at once. */
export function usePlanningRows() {
  const programme = useProgramme()
  const selection = useSelection()
  const source = createRowSource()

  const text = ref('')
  const settledText = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(text, (value) => {
    clearTimeout(timer)
    timer = setTimeout(() => (settledText.value = value), value === '' ? 0 : TYPING_PAUSE)
  })

  const choices = reactive({
    types: [] as Id[],
    families: [] as Family[],
    associations: [] as Id[],
    phases: [] as Phase[],
    ratings: [] as RatingColour[],
    confidences: [] as Confidence[],
  })
  const sorting = shallowRef<Sorting>({ key: 'municipality', descending: false })

  const all = computed(() => (programme.data === null ? [] : source(programme.data, selection.referenceDate)))
  const filtered = computed(() =>
    filterRows(all.value, {
      text: settledText.value,
      municipalityIds: selection.municipalityIds,
      typeIds: new Set(choices.types),
      families: new Set(choices.families),
      associationIds: new Set(choices.associations),
      phases: new Set(choices.phases),
      ratings: new Set(choices.ratings),
      confidences: new Set(choices.confidences),
    }),
  )
  const rows = computed(() => sortRows(filtered.value, sorting.value))

  const narrowed = computed(
    () =>
      text.value !== '' ||
      selection.municipalityIds.size > 0 ||
      Object.values(choices).some((chosen) => chosen.length > 0),
  )

  function clearFilters(): void {
    text.value = ''
    selection.clear()
    choices.types = []
    choices.families = []
    choices.associations = []
    choices.phases = []
    choices.ratings = []
    choices.confidences = []
  }

  return { text, choices, sorting, all, rows, narrowed, clearFilters }
}

export type RowChoices = ReturnType<typeof usePlanningRows>['choices']
