import { echarts, type ChartOption } from './echarts'

/** The chart as a standing SVG drawing, without a document: for paper, in a worker as well as in Node. */
export function renderSvg(option: ChartOption, width: number, height: number): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ ...option, animation: false })
    return chart.renderToSVGString()
  } finally {
    // An instance that stays alive keeps timers, and with them the process, alive.
    chart.dispose()
  }
}
