import { formatNumber } from '../domain/labels'
import type { ChartTheme } from './theme'

export interface MapTile {
  readonly id: string
  readonly name: string
  readonly column: number
  readonly row: number
  /** Places still missing; null when there is no ambition. */
  readonly gap: number | null
}

const TILE = 92
const GAP = 8

/** Size of the drawing, in points of its own. */
export function tileMapSize(tiles: readonly MapTile[]): { width: number; height: number } {
  const { columns, rows } = extent(tiles)
  return { width: columns * (TILE + GAP) - GAP, height: rows * (TILE + GAP) - GAP }
}

/**
 * The municipalities as tiles, each with its gap as a number and a shape: a triangle where places are missing,
 * a disc where the ambition is covered, a dash where none is set. Readable without colour.
 */
export function tileMapSvg(tiles: readonly MapTile[], theme: ChartTheme): string {
  const { left, top } = extent(tiles)
  const { width, height } = tileMapSize(tiles)
  const drawn = tiles.map((tile) =>
    tileSvg(tile, (tile.column - left) * (TILE + GAP), (tile.row - top) * (TILE + GAP), theme),
  )
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 ${n(width + 2)} ${n(height + 2)}" ` +
    `width="${n(width)}" height="${n(height)}" font-family="${theme.font}">${drawn.join('')}</svg>`
  )
}

function tileSvg(tile: MapTile, x: number, y: number, theme: ChartTheme): string {
  const missing = tile.gap !== null && tile.gap > 0
  const stroke = missing ? theme.gap : theme.muted
  const lines = nameLines(tile.name)
  const words = lines
    .map(
      (line, index) =>
        `<text x="${n(x + 8)}" y="${n(y + 19 + index * 13)}" font-size="12" fill="${theme.text}">${escapeXml(line)}</text>`,
    )
    .join('')
  const number = tile.gap === null ? '' : formatNumber(Math.max(tile.gap, 0))
  return (
    `<rect x="${n(x)}" y="${n(y)}" width="${n(TILE)}" height="${n(TILE)}" rx="5" fill="${theme.surface}" ` +
    `stroke="${stroke}" stroke-width="${missing ? '1.8' : '0.9'}"/>` +
    words +
    shapeSvg(tile.gap, x + 15, y + 66, theme) +
    `<text x="${n(x + TILE - 9)}" y="${n(y + 76)}" font-size="28" font-weight="bold" text-anchor="end" ` +
    `fill="${theme.text}">${number}</text>`
  )
}

function shapeSvg(gap: number | null, cx: number, cy: number, theme: ChartTheme): string {
  if (gap === null)
    return `<rect x="${n(cx - 6)}" y="${n(cy - 1.5)}" width="12" height="3" fill="${theme.muted}"/>`
  if (gap > 0)
    return `<path d="M${n(cx)} ${n(cy - 7)} L${n(cx + 7.5)} ${n(cy + 6)} L${n(cx - 7.5)} ${n(cy + 6)} Z" fill="${theme.gap}"/>`
  return `<circle cx="${n(cx)}" cy="${n(cy)}" r="6" fill="${theme.realised}"/>`
}

/** At most two lines; a single long word stays whole, since a tile is wide enough for every Dutch municipality's first word. */
function nameLines(name: string): string[] {
  if (name.length <= 13) return [name]
  const space = name.indexOf(' ')
  return space < 0 ? [`${name.slice(0, 12)}-`, name.slice(12)] : [name.slice(0, space), name.slice(space + 1)]
}

function extent(tiles: readonly MapTile[]) {
  const columns = tiles.map((tile) => tile.column)
  const rows = tiles.map((tile) => tile.row)
  const left = Math.min(...columns)
  const top = Math.min(...rows)
  return { left, top, columns: Math.max(...columns) - left + 1, rows: Math.max(...rows) - top + 1 }
}

/** Numbers with few decimals, so that the text is short and the same everywhere. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
