import { describe, expect, it } from 'vitest'
import { type BandChartInput, bandNames, bandOption, describeBand } from '@/charts/bandChart'
import { renderSvg } from '@/charts/renderSvg'
import { chartThemes } from '@/charts/theme'
import { describeTornado, tornadoHeight, tornadoNames, tornadoOption } from '@/charts/tornadoChart'

const dates = ['2026-11-30', '2026-12-31', '2027-01-31']
const band: BandChartInput = {
  dates,
  band: { p10: [100, 90, 80], p50: [120, 115, 1110], p90: [150, 160, 1700] },
  reference: { name: 'Plan zoals het is', p50: [120, 121, 122] },
  unit: 'mensen',
}

const tornado = {
  base: 200,
  outcome: 'mensen op de wachtlijst',
  bars: [
    { label: 'Instroom per maand', low: '14', high: '35', atLow: 95, atHigh: 415 },
    { label: 'Verblijfsduur', low: '8 mnd', high: '24 mnd', atLow: 240, atHigh: 180 },
  ],
}

describe('the chart of a band', () => {
  it.each(['light', 'dark', 'print'] as const)('has its names, patterns and the last value (%s)', (name) => {
    const svg = renderSvg(bandOption(band, chartThemes[name]), 600, 300)
    for (const word of [bandNames.band, bandNames.middle, 'Plan zoals het is', '1.110', 'eind 2026'])
      expect(svg).toContain(word)
    expect(svg).toContain('<pattern ')
    expect(svg).toMatch(/stroke-dasharray/)
  })

  it('leaves a hole where there is no figure', () => {
    const holes = { ...band, band: { p10: [NaN, 90, 80], p50: [NaN, 115, 110], p90: [NaN, 160, 170] } }
    expect(renderSvg(bandOption(holes, chartThemes.light), 600, 300)).not.toContain('NaN')
    expect(describeBand(holes)).toContain('In november 2026: geen uitkomst.')
  })

  it('is told in words', () => {
    expect(describeBand(band)).toBe(
      'In november 2026: 120 mensen, in 8 van de 10 doorrekeningen tussen 100 en 150. In januari 2027: 1.110 mensen, ' +
        'in 8 van de 10 doorrekeningen tussen 80 en 1.700. Plan zoals het is komt dan uit op 122.',
    )
    expect(describeBand({ ...band, dates: [] })).toBe('Er zijn nog geen uitkomsten om te tonen.')
  })

  it('shares an axis with others and leaves words out when small', () => {
    const option = bandOption({ ...band, top: 5000, small: true }, chartThemes.light)
    expect(option['yAxis']).toMatchObject({ max: 5000 })
    expect(option['legend']).toBeUndefined()
    expect(renderSvg(option, 220, 150)).toContain('’26')
  })
})

describe('the tornado', () => {
  it('has both ends of each input in words, with a pattern for the high end', () => {
    const svg = renderSvg(tornadoOption(tornado, chartThemes.light), 800, tornadoHeight(2, chartThemes.light))
    for (const word of [
      tornadoNames.low,
      tornadoNames.high,
      'Instroom per maand',
      '24 mnd',
      'mensen op de wachtlijst',
    ])
      expect(svg).toContain(word)
    expect(svg).toContain('<pattern ')
    // Round numbers on the axis, whatever the outcome itself is.
    const odd = { ...tornado, base: 207 }
    const words = [...renderSvg(tornadoOption(odd, chartThemes.light), 800, 200).matchAll(/>(-?\d+)</g)].map(
      ([, digits]) => Number(digits),
    )
    expect(words).toEqual(expect.arrayContaining([100, 200, 300]))
  })

  it('is told in words, the most important first', () => {
    expect(describeTornado(tornado)).toBe(
      'Gemiddeld 200 mensen op de wachtlijst. Het meeste maakt uit: 1. Instroom per maand: bij 14 95, bij 35 415. ' +
        '2. Verblijfsduur: bij 8 mnd 240, bij 24 mnd 180.',
    )
    expect(describeTornado({ ...tornado, bars: [] })).toBe('Er zijn geen aannames met een bereik.')
  })
})
