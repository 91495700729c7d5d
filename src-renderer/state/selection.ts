import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Id, IsoDate } from '../domain/model/entities'
import { programmeOf } from '../domain/model/programmeData'
import { lastDayOfQuarter, quarterOf } from '../domain/time/quarter'
import { localToday } from './clock'
import { useProgramme } from './programme'

/** What all screens look at together: the municipalities chosen on the tile map, and the reference date. */
export const useSelection = defineStore('selection', () => {
  const programme = useProgramme()
  const today = ref(localToday())
  const chosenDate = ref<IsoDate | null>(null)
  const chosen = shallowRef<ReadonlySet<Id>>(new Set())

  const period = computed(() => (programme.data === null ? null : programmeOf(programme.data)))

  /**
   * The date chosen, or else the last day of this quarter: quarter figures are those of that day, so a balance and a
   * capacity table agree without anyone choosing a date. Always within the programme.
   */
  const referenceDate = computed<IsoDate>(() => {
    const date = chosenDate.value ?? lastDayOfQuarter(quarterOf(today.value))
    if (period.value === null) return date
    if (date < period.value.start) return period.value.start
    return date > period.value.horizon ? period.value.horizon : date
  })

  /** Empty means: no filter, the whole programme. Municipalities that are gone drop out by themselves. */
  const municipalityIds = computed<ReadonlySet<Id>>(() => {
    const present = programme.data?.municipalities
    const kept = [...chosen.value].filter((id) => present?.has(id) === true)
    return kept.length === chosen.value.size ? chosen.value : new Set(kept)
  })

  const filtered = computed(() => municipalityIds.value.size > 0)

  watch(
    () => programme.id,
    () => {
      clear()
      chosenDate.value = null
    },
  )

  function toggleMunicipality(id: Id): void {
    const next = new Set(municipalityIds.value)
    if (!next.delete(id)) next.add(id)
    // All of them is the same as none, and the screens then don't say "filter".
    chosen.value = next.size === programme.data?.municipalities.size ? new Set() : next
  }

  function setMunicipalities(ids: Iterable<Id>): void {
    chosen.value = new Set(ids)
  }

  function clear(): void {
    chosen.value = new Set()
  }

  /** Null goes back to the last day of this quarter. */
  function setReferenceDate(date: IsoDate | null): void {
    chosenDate.value = date
  }

  /** A window that stays open overnight must not keep yesterday's date. */
  function refreshToday(): void {
    today.value = localToday()
  }
  if (typeof window !== 'undefined') window.addEventListener('focus', refreshToday)

  return {
    today,
    referenceDate,
    municipalityIds,
    filtered,
    toggleMunicipality,
    setMunicipalities,
    clear,
    setReferenceDate,
    refreshToday,
  }
})
