import { describe, expect, it } from 'vitest'
import { ambitionOption, describeAmbition } from '@/charts/ambitionChart'
import { describeGaps, gapOption, gapWord } from '@/charts/gapChart'
import { renderSvg } from '@/charts/renderSvg'
import { chartThemes } from '@/charts/theme'
import { tileMapSvg } from '@/charts/tileMap'
import { describeTransition, transitionOption } from '@/charts/transitionChart'
import { balanceSeries, transitionBalance } from '@/domain/capacity'
import { RATINGS } from '@/domain/model/values'
import { ratingInk, ratingShape } from '@/reports/parts/rating'
import { emptyProgramme, REFERENCE_DATE, smallProgramme } from './programme'

const data = smallProgramme()
const points = balanceSeries(data)
const { rows } = transitionBalance(data, REFERENCE_DATE, 'municipality')

/** Relative luminance, as contrast is defined by WCAG. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe('charts', () => {
  it('are drawn without a window, each with its names and patterns', () => {
    const svg = renderSvg(transitionOption(points, chartThemes.print, REFERENCE_DATE), 495, 150)
    for (const word of ['Gerealiseerd', 'Toegezegd', 'Gepland', 'Opvang nog open', 'Ambitie 90', 'peildatum'])
      expect(svg).toContain(word)
    expect(svg.match(/<pattern /g)?.length).toBeGreaterThanOrEqual(2)
    expect(svg).toContain(`font-family:${chartThemes.print.font}`)
  })

  it('are drawn alike each time, apart from the numbers of their parts', () => {
    const draw = () =>
      renderSvg(ambitionOption(points, chartThemes.print, REFERENCE_DATE), 495, 150).replace(
        /zr\d*-\w+?-?\d+/g,
        'zr',
      )
    expect(draw()).toBe(draw())
  })

  it('have a picture and words when there is nothing yet', () => {
    const none = balanceSeries(emptyProgramme())
    for (const theme of Object.values(chartThemes)) {
      expect(renderSvg(transitionOption(none, theme), 400, 120)).toContain('<svg')
      expect(renderSvg(gapOption([], theme), 400, 120)).toContain('<svg')
      expect(renderSvg(transitionOption([], theme), 400, 120)).toContain('<svg')
    }
    expect(describeTransition([])).toBe('Er zijn nog geen cijfers om te tonen.')
    expect(describeAmbition([])).toBe('Er zijn nog geen cijfers om te tonen.')
    expect(describeGaps([])).toBe('Er zijn nog geen gemeenten om te tonen.')
  })

  it('say in words what they show', () => {
    expect(describeTransition(points)).toBe(
      'Van 31 maart 2026 tot 31 december 2030 gaat de opvang van 30 naar 10 open plekken. ' +
        'De gerealiseerde plekken in arrangementen gaan van 0 naar 8. ' +
        'Op de laatste dag zijn er daarnaast 29 toegezegd en 0 gepland. ' +
        'De ambitie is dan 90 plekken: er ontbreken er nog 53.',
    )
    expect(describeGaps(rows)).toContain('Aldervoort: 8 gerealiseerd, 4 toegezegd, 7 meer dan gevraagd.')
    expect(gapWord({ ambition: null, gap: null })).toBe('geen ambitie')
  })

  it('draw the tile map with a number and a shape per municipality', () => {
    const tiles = [
      { id: 'A', name: 'Oude IJsseldam', column: 2, row: 3, gap: 7 },
      { id: 'B', name: 'B & <C>', column: 3, row: 3, gap: -2 },
      { id: 'C', name: 'Zonder', column: 2, row: 4, gap: null },
    ]
    const svg = tileMapSvg(tiles, chartThemes.print)
    expect(svg).toContain('>7</text>')
    expect(svg).toContain('>0</text>')
    expect(svg).toContain('B &amp; &lt;C&gt;')
    expect(svg.match(/<path /g)?.length).toBe(1)
    expect(svg.match(/<circle /g)?.length).toBe(1)
  })
})

describe('without colour', () => {
  it('the areas differ in lightness, from dark to light', () => {
    for (const { realised, committed, planned, surface } of [chartThemes.light, chartThemes.print]) {
      expect(contrast(realised, committed)).toBeGreaterThan(1.6)
      expect(contrast(committed, planned)).toBeGreaterThan(1.6)
      expect(contrast(realised, surface)).toBeGreaterThan(4.5)
    }
  })

  it('each rating has a shape of its own that stands out on white', () => {
    const shapes = RATINGS.map((colour) => {
      const { type, ...rest } = ratingShape(colour, 10)
      return `${type}${'lineColor' in rest ? ' open' : ''}`
    })
    expect(new Set(shapes).size).toBe(RATINGS.length)
    for (const colour of RATINGS) expect(contrast(ratingInk[colour], '#ffffff')).toBeGreaterThan(3)
  })
})
