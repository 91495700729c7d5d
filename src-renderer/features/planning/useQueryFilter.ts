import { watch } from 'vue'
import { type LocationQueryValue, useRoute, useRouter } from 'vue-router'
import { FAMILIES, PHASES, RATINGS } from '@/domain/model/values'
import { useSelection } from '@/state/selection'
import type { RowChoices } from './rows/usePlanningRows'

const FILTERS = ['rating', 'municipality', 'association', 'type', 'family', 'phase'] as const

function texts(value: LocationQueryValue | LocationQueryValue[] | undefined): string[] {
  return [value ?? []].flat().filter((text) => text !== null)
}

/** Other screens link here with a filter in the address. It is taken over once; from then on the form has it. */
export function useQueryFilter(choices: RowChoices): void {
  const route = useRoute()
  const router = useRouter()
  const selection = useSelection()

  watch(
    () => FILTERS.map((name) => route.query[name]),
    (given) => {
      if (given.every((value) => value === undefined)) return
      const { rating, municipality, association, type, family, phase, ...rest } = route.query
      if (municipality !== undefined) selection.setMunicipalities(texts(municipality))
      if (rating !== undefined) choices.ratings = RATINGS.filter((code) => texts(rating).includes(code))
      if (association !== undefined) choices.associations = texts(association)
      if (type !== undefined) choices.types = texts(type)
      if (family !== undefined) choices.families = FAMILIES.filter((code) => texts(family).includes(code))
      if (phase !== undefined) choices.phases = PHASES.filter((code) => texts(phase).includes(code))
      void router.replace({ query: rest })
    },
    { immediate: true },
  )
}
