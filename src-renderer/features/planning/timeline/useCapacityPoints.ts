import { onBeforeUnmount, type ShallowRef, shallowRef, watch } from 'vue'
import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { CapacityPoint } from '@/domain/timeline/capacitySeries'
import type { ProjectRow } from '../rows/projectRow'
import { capacityPoints } from './capacityArea'

interface Wanted {
  readonly data: ProgrammeData
  readonly rows: readonly ProjectRow[]
  readonly from: IsoDate
  readonly to: IsoDate
}

/** Up to here the figures are there before the eye is. */
const AT_ONCE = 1_000

/** Capacity of the rows. With very many of them the rows themselves come first, and the areas a moment later. */
export function useCapacityPoints(wanted: () => Wanted): ShallowRef<readonly CapacityPoint[]> {
  const points = shallowRef<readonly CapacityPoint[]>([])
  let timer: ReturnType<typeof setTimeout> | undefined

  function compute({ data, rows, from, to }: Wanted): void {
    points.value = capacityPoints(
      data,
      rows.map((row) => row.project),
      from,
      to,
    )
  }

  watch(
    // Each on its own: zooming makes another axis of the same dates, and that changes nothing here.
    [() => wanted().data, () => wanted().rows, () => wanted().from, () => wanted().to] as const,
    ([data, rows, from, to]) => {
      clearTimeout(timer)
      const now = { data, rows, from, to }
      if (rows.length <= AT_ONCE) compute(now)
      else
        timer = setTimeout(() => {
          compute(now)
        }, 50)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    clearTimeout(timer)
  })
  return points
}
