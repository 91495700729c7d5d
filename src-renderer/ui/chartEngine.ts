import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
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
