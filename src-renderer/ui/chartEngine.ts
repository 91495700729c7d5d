import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'

use([
  SVGRenderer,
  LabelLayout,
  BarChart,
  LineChart,
  CustomChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  AriaComponent,
  MarkLineComponent,
])

/** The drawing library is the largest part of the window: loaded apart, so that figures never wait for pictures. */
export function newChart(host: HTMLElement): EChartsType {
  return init(host, null, { renderer: 'svg' })
}

/**
 * Shows another option. One of the same build only brings other values: those are put in the picture that stands,
 * which costs about half of making it anew. Anything else starts with a clean sheet, so that nothing old stays behind.
 */
export function showOption(
  chart: EChartsType,
  option: EChartsCoreOption,
  before: EChartsCoreOption | null,
): void {
  chart.setOption(option, { notMerge: before === null || buildOf(option) !== buildOf(before) })
}

/** The build of an option: which settings it has, not what they are set to. Lists of plain values are values. */
function buildOf(value: unknown): string {
  if (Array.isArray(value))
    return value.some((item) => typeof item === 'object') ? `[${value.map(buildOf).join()}]` : '.'
  if (typeof value !== 'object' || value === null) return '.'
  const keys = Object.entries(value).filter(([, part]) => part !== undefined)
  return `{${keys.map(([key, part]) => key + buildOf(part)).join()}}`
}
