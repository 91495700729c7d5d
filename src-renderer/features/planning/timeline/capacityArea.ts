import { type AreaStep, roundedUp, stepAreaPath, stepLinePath } from '@/charts/stepArea'
import { formatDate, formatNumber } from '@/domain/labels'
import type { IsoDate, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { type CapacityPoint, capacitySeries, monthStarts } from '@/domain/timeline/capacitySeries'
import type { TimeScale } from './timeScale'

export const AREA_HEIGHT = 76
/** Room above the highest step, so that its line is whole. */
const ABOVE = 6

export interface CapacityArea {
  readonly points: readonly CapacityPoint[]
  readonly most: number
  readonly available: string
  readonly committed: string
  readonly planned: string
  readonly shelter: string
}

/** Places of the rows in view by month, as stepped areas on top of each other; shelter is a line of its own. */
export function capacityPoints(
  data: ProgrammeData,
  projects: Iterable<Project>,
  from: IsoDate,
  to: IsoDate,
): CapacityPoint[] {
  return capacitySeries(data, projects, monthStarts(from, to))
}

export function capacityArea(points: readonly CapacityPoint[], scale: TimeScale): CapacityArea {
  const tops = points.map((p) => Math.max(p.available + p.committed + p.planned, p.shelter))
  const most = roundedUp(Math.max(0, ...tops))
  const y = (places: number): number => AREA_HEIGHT - (places / most) * (AREA_HEIGHT - ABOVE)
  const area = (low: (p: CapacityPoint) => number, high: (p: CapacityPoint) => number): string =>
    stepAreaPath(
      points.map((p): AreaStep => ({ x: scale.x(p.date), low: y(low(p)), high: y(high(p)) })),
      scale.width,
    )
  const sure = (p: CapacityPoint): number => p.available + p.committed
  return {
    points,
    most,
    available: area(
      () => 0,
      (p) => p.available,
    ),
    committed: area((p) => p.available, sure),
    planned: area(sure, (p) => sure(p) + p.planned),
    shelter: stepLinePath(
      points.map((p) => ({ x: scale.x(p.date), high: y(p.shelter) })),
      scale.width,
    ),
  }
}

/** The point that holds on a date: of its month. */
export function pointOn(points: readonly CapacityPoint[], date: IsoDate): CapacityPoint | undefined {
  return points.findLast((point) => point.date <= date) ?? points[0]
}

/** `Op 1 april 2027: 120 plekken beschikbaar, 30 toegezegd, 44 gepland, 80 in de opvang.` */
export function pointSentence(point: CapacityPoint): string {
  const number = (value: number): string => formatNumber(value)
  return `Op ${formatDate(point.date)}: ${number(point.available)} plekken beschikbaar, ${number(point.committed)} toegezegd, ${number(point.planned)} gepland, ${number(point.shelter)} in de opvang.`
}
