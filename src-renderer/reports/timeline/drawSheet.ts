import { type AreaStep, roundedUp, stepAreaPath, stepLinePath } from '../../charts/stepArea'
import { chartThemes } from '../../charts/theme'
import { formatDate, formatNumber, formatQuarterShort, plural } from '../../domain/labels'
import type { Id } from '../../domain/model/entities'
import { toDay } from '../../domain/time/day'
import { firstDayOfQuarter, quarterOf, quartersBetween } from '../../domain/time/quarter'
import type { CapacityPoint } from '../../domain/timeline/capacitySeries'
import { ink } from '../parts/style'
import { oneLine } from '../parts/text'
import { drawRow, drawSigns, middleOfBars, takenBy } from './drawRow'
import { drawWait, edgeLabels, type RowPlace } from './drawWaits'
import { legend } from './legend'
import { drawnHeight, drawnWidth, type GroupPart, type PrintScale, type SheetLayout } from './layout'
import type { PrintedRow, TimelineModel } from './model'
import { referenceSign, shelterLine } from './signs'
import { label, line, path, rect } from './svg'

const colours = chartThemes.print

export function printScale(model: TimelineModel, sheet: SheetLayout): PrintScale {
  const first = toDay(model.from)
  const days = toDay(model.to) - first + 1
  const room = drawnWidth(sheet) - sheet.names
  return (date) => sheet.names + Math.min(1, Math.max(0, (toDay(date) - first) / days)) * room
}

/** Height left for groups and rows. */
export function roomFor(sheet: SheetLayout, number: number): number {
  return drawnHeight(sheet) - sheet.axis - sheet.legend - (number === 0 ? sheet.area : 0)
}

/** Where every row comes to stand: lines between rows may go on to another sheet. */
export function rowPlaces(
  model: TimelineModel,
  sheet: SheetLayout,
  sheets: readonly (readonly GroupPart<PrintedRow>[])[],
): Map<Id, RowPlace> {
  const x = printScale(model, sheet)
  const places = new Map<Id, RowPlace>()
  for (const [number, parts] of sheets.entries()) {
    let y = sheet.axis + (number === 0 ? sheet.area : 0)
    for (const part of parts) {
      y += sheet.group
      for (const row of part.rows) {
        places.set(row.id, { sheet: number, y: middleOfBars(sheet, y), signs: takenBy(row, sheet, x) })
        y += sheet.row
      }
    }
  }
  return places
}

/** One sheet as a vector drawing: axis, on the first one the capacity, groups with their rows, legend. */
export function drawSheet(
  model: TimelineModel,
  sheet: SheetLayout,
  number: number,
  parts: readonly GroupPart<PrintedRow>[],
  places: ReadonlyMap<Id, RowPlace>,
): string {
  const x = printScale(model, sheet)
  const width = drawnWidth(sheet)
  const height = drawnHeight(sheet)
  const body: string[] = []
  let y = sheet.axis
  if (number === 0) {
    body.push(drawArea(model, sheet, x, y))
    y += sheet.area
  }
  const top = y
  const rows: string[] = []
  const signs: string[] = []
  for (const part of parts) {
    rows.push(heading(part, sheet, y))
    y += sheet.group
    for (const row of part.rows) {
      rows.push(drawRow(row, sheet, x, y))
      signs.push(drawSigns(row, sheet, x, y))
      y += sheet.row
      rows.push(line(0, y, width, y, ink.faint, 0.5))
    }
  }
  const waits = model.groups
    .flatMap((group) => group.rows.flatMap((row) => row.waits))
    .flatMap((wait) => drawWait(wait, places, number, { top, bottom: y }, sheet, x) ?? [])
  const svg = [
    grid(model, sheet, x, y),
    ...body,
    ...rows,
    reference(model, sheet, x, top, y),
    ...waits.map(({ svg: drawn }) => drawn),
    ...signs,
    edgeLabels(waits, sheet.small),
    legend(sheet, height - sheet.legend),
  ].join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}">${svg}</svg>`
}

function grid(model: TimelineModel, sheet: SheetLayout, x: PrintScale, bottom: number): string {
  const quarters = quartersBetween(model.from, model.to)
  const width = drawnWidth(sheet)
  const wide = (width - sheet.names) / quarters.length > 34
  const lines = quarters.map((quarter) => {
    const left = x(firstDayOfQuarter(quarter))
    const year = quarter.quarter === 1
    const words = wide ? formatQuarterShort(quarter) : year ? String(quarter.year) : ''
    return (
      line(left, year ? 0 : sheet.axis * 0.5, left, bottom, year ? ink.muted : ink.line, year ? 0.7 : 0.4) +
      (words === ''
        ? ''
        : label(left + 3, sheet.axis - 5, sheet.small + 0.6, words, {
            fill: ink.muted,
            'font-weight': year ? 'bold' : undefined,
          }))
    )
  })
  return [
    rect(0, 0, width, sheet.axis, { fill: ink.paper }),
    label(0, sheet.axis - 5, sheet.small + 0.6, 'Project', { fill: ink.muted, 'font-weight': 'bold' }),
    ...lines,
    line(0, sheet.axis, width, sheet.axis, ink.muted, 0.7),
  ].join('')
}

function heading(part: GroupPart<PrintedRow>, sheet: SheetLayout, y: number): string {
  const count = plural(part.total, 'project', 'projecten')
  const words = `${part.name}${part.continued ? ' (vervolg)' : ''}`
  const base = y + sheet.group - 5
  return (
    rect(0, y, drawnWidth(sheet), sheet.group, { fill: ink.paper }) +
    label(3, base, sheet.text + 0.6, oneLine(words, sheet.text + 0.6, sheet.names - 70), {
      'font-weight': 'bold',
      fill: ink.text,
    }) +
    label(sheet.names - 6, base, sheet.small, count, { 'text-anchor': 'end', fill: ink.muted })
  )
}

/** The line of the reference date runs over all rows. */
function reference(
  model: TimelineModel,
  sheet: SheetLayout,
  x: PrintScale,
  top: number,
  bottom: number,
): string {
  if (model.date < model.from || model.date > model.to) return ''
  const at = x(model.date)
  return line(at, Math.min(top, sheet.axis), at, bottom, colours.gap, 1.1) + referenceSign(at, sheet.axis)
}

function drawArea(model: TimelineModel, sheet: SheetLayout, x: PrintScale, top: number): string {
  const { points } = model
  const bottom = top + sheet.area - 4
  const tops = points.map((p) => Math.max(p.available + p.committed + p.planned, p.shelter))
  const most = roundedUp(Math.max(0, ...tops))
  const y = (places: number): number => bottom - (places / most) * (sheet.area - 14)
  const end = drawnWidth(sheet)
  const area = (low: (p: CapacityPoint) => number, high: (p: CapacityPoint) => number): string =>
    stepAreaPath(
      points.map((p): AreaStep => ({ x: x(p.date), low: y(low(p)), high: y(high(p)) })),
      end,
    )
  const sure = (p: CapacityPoint): number => p.available + p.committed
  const now = points.findLast((point) => point.date <= model.date) ?? points[0]
  const shelter = stepLinePath(
    points.map((p) => ({ x: x(p.date), high: y(p.shelter) })),
    end,
  )
  return [
    path(
      area(
        () => 0,
        (p) => p.available,
      ),
      { fill: colours.realised },
    ),
    path(
      area((p) => p.available, sure),
      { fill: colours.committed },
    ),
    path(
      area(sure, (p) => sure(p) + p.planned),
      { fill: colours.planned },
    ),
    shelterLine(shelter),
    label(sheet.names - 4, y(most) + 3, sheet.small, formatNumber(most), {
      'text-anchor': 'end',
      fill: ink.muted,
    }),
    label(sheet.names - 4, bottom, sheet.small, '0', { 'text-anchor': 'end', fill: ink.muted }),
    ...(now === undefined ? [] : readout(now, model, sheet, top)),
    line(0, top + sheet.area, end, top + sheet.area, ink.muted, 0.7),
  ].join('')
}

function readout(now: CapacityPoint, model: TimelineModel, sheet: SheetLayout, top: number): string[] {
  const step = sheet.text + 2.6
  const lines = [
    `Plekken op ${formatDate(now.date)}`,
    `beschikbaar ${formatNumber(now.available)}, toegezegd ${formatNumber(now.committed)}`,
    `gepland ${formatNumber(now.planned)}, opvang open ${formatNumber(now.shelter)}`,
    `${plural(model.projects, 'project', 'projecten')} vanaf ${formatQuarterShort(quarterOf(model.from))}`,
  ]
  return lines.map((words, i) =>
    label(3, top + 14 + i * step, i === 0 ? sheet.text : sheet.small + 0.8, words, {
      fill: i === 0 ? ink.text : ink.muted,
      'font-weight': i === 0 ? 'bold' : undefined,
    }),
  )
}
