import type { CanvasElement, Content } from 'pdfmake/interfaces'
import { capitalise, ratingLabels } from '../../domain/labels'
import type { RatingColour } from '../../domain/model/values'

/** Dark enough to stand out on white also when printed in grey (each at least 3 to 1). */
export const ratingInk: Readonly<Record<RatingColour, string>> = {
  green: '#1f7a4a',
  orange: '#c05f00',
  red: '#a81e1e',
  grey: '#66727b',
}

/** Each rating has a shape of its own, the same as on screen, so that it can be read without colour. */
export function ratingShape(colour: RatingColour, size: number): CanvasElement {
  const color = ratingInk[colour]
  const half = size / 2
  switch (colour) {
    case 'green':
      return { type: 'ellipse', x: half, y: half, r1: half, r2: half, color }
    case 'orange':
      return polygon(color, [
        [half, 0],
        [size, size * 0.92],
        [0, size * 0.92],
      ])
    case 'red':
      return { type: 'rect', x: size * 0.04, y: size * 0.04, w: size * 0.92, h: size * 0.92, color }
    case 'grey':
      return {
        type: 'ellipse',
        x: half,
        y: half,
        r1: half * 0.8,
        r2: half * 0.8,
        lineColor: color,
        lineWidth: size * 0.16,
      }
  }
}

function polygon(color: string, points: readonly (readonly [number, number])[]): CanvasElement {
  return { type: 'polyline', closePath: true, color, points: points.map(([x, y]) => ({ x, y })) }
}

/** Shape and word side by side. */
export function ratingMark(
  colour: RatingColour,
  options: { readonly style: string; readonly size: number },
): Content {
  const { style, size } = options
  return {
    columns: [
      { canvas: [ratingShape(colour, size)], width: size + 2, margin: [0, size * 0.22, 0, 0] },
      { text: capitalise(ratingLabels[colour]), style, width: '*' },
    ],
    columnGap: size * 0.4,
  }
}
