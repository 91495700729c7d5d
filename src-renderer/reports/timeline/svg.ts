/** Small words for a vector drawing. Everything in it comes from data, so texts are always escaped. */

type Attributes = Readonly<Record<string, string | number | undefined>>

const round = (value: number | string): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : value

export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export function element(name: string, attributes: Attributes, content = ''): string {
  const words = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(round(value))}"`]))
    .join('')
  return content === '' ? `<${name}${words}/>` : `<${name}${words}>${content}</${name}>`
}

export const rect = (x: number, y: number, width: number, height: number, rest: Attributes): string =>
  element('rect', { x, y, width, height, ...rest })

export const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, width: number): string =>
  element('line', { x1, y1, x2, y2, stroke, 'stroke-width': width })

export const path = (d: string, rest: Attributes): string => (d === '' ? '' : element('path', { d, ...rest }))

export function label(x: number, y: number, size: number, text: string, rest: Attributes = {}): string {
  return element('text', { x, y, 'font-size': size, ...rest }, escapeXml(text))
}
