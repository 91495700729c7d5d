import { formatQuarter } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import type { Advice, SeriesBand, Tornado } from '@/domain/simulation'
import type { ExportColumn, ExportTable } from '@/exchange'
import { type FigureKind, rangeAt } from './figures'

/** The tables of this screen for a spreadsheet: the same figures, as numbers. */

const text = (key: string, label: string): ExportColumn => ({ key, label, kind: 'text' })
const number = (key: string, label: string): ExportColumn => ({ key, label, kind: 'number' })

const rounded = (value: number | null, decimals: number): number | null =>
  value === null ? null : Math.round(value * 10 ** decimals) / 10 ** decimals

/** Every month of a band, not only the rows on the screen. */
export function bandTable(
  dates: readonly IsoDate[],
  band: SeriesBand,
  plan: SeriesBand | null,
  { label, unit, decimals }: FigureKind,
): ExportTable {
  return {
    columns: [
      { key: 'date', label: 'Maand', kind: 'date' },
      number('low', `${label} (${unit}), laag (P10)`),
      number('middle', 'Midden (P50)'),
      number('high', 'Hoog (P90)'),
      number('error', 'Toeval (±)'),
      ...(plan === null ? [] : [number('plan', 'Plan, midden')]),
    ],
    rows: dates.map((date, h) => {
      const range = rangeAt(band, h)
      return [
        date.length === 7 ? `${date}-01` : date,
        ...[range.low, range.middle, range.high].map((value) => rounded(value, decimals)),
        rounded(range.error, 1),
        ...(plan === null ? [] : [rounded(rangeAt(plan, h).middle, decimals)]),
      ]
    }),
  }
}

export interface CompareRow {
  readonly label: string
  readonly unit: string
  readonly cells: readonly { readonly value: string; readonly range: string; readonly difference: string }[]
}

/** As on the screen, with value, range and difference each in a column: some of them are months, not numbers. */
export function compareTable(names: readonly string[], rows: readonly CompareRow[]): ExportTable {
  return {
    columns: [
      text('label', 'Uitkomst'),
      text('unit', 'Eenheid'),
      ...names.flatMap((name, i) => [
        text(`value${String(i)}`, name),
        text(`range${String(i)}`, `${name}: laag tot hoog`),
        ...(i === 0 ? [] : [text(`difference${String(i)}`, `${name}: verschil met het plan`)]),
      ]),
    ],
    rows: rows.map(({ label, unit, cells }) => [
      label,
      unit,
      ...cells.flatMap((cell, i) => [cell.value, cell.range, ...(i === 0 ? [] : [cell.difference])]),
    ]),
  }
}

export interface InputRow {
  readonly label: string
  readonly unit: string
  readonly value: string
  readonly low: string
  readonly high: string
  readonly basis: string
  readonly source: string
  readonly date: string
}

export function inputTable(rows: readonly InputRow[]): ExportTable {
  return {
    columns: [
      text('label', 'Aanname'),
      text('value', 'Verwacht'),
      text('unit', 'Eenheid'),
      text('low', 'Laag'),
      text('high', 'Hoog'),
      text('basis', 'Soort'),
      text('source', 'Bron'),
      text('date', 'Datum'),
    ],
    rows: rows.map((r) => [r.label, r.value, r.unit, r.low, r.high, r.basis, r.source, r.date]),
  }
}

export function tornadoTable(
  tornado: Tornado,
  inWords: (value: number, unit: Tornado['rows'][number]['unit']) => string,
): ExportTable {
  return {
    columns: [
      text('label', 'Aanname'),
      text('low', 'Laag'),
      text('high', 'Hoog'),
      number('atLow', 'Uitkomst bij laag'),
      number('atHigh', 'Uitkomst bij hoog'),
      number('swing', 'Verschil'),
      number('error', 'Toeval (±)'),
    ],
    rows: tornado.rows.map((row) => [
      ...[row.label, inWords(row.low, row.unit), inWords(row.high, row.unit)],
      ...[row.atLow, row.atHigh, row.swing, row.swingError].map((value) => rounded(value, 2)),
    ]),
  }
}

export function adviceTable(
  answers: readonly { readonly word: string; readonly rows: Advice['extra'] }[],
  typeName: (id: string) => string,
): ExportTable {
  return {
    columns: [
      text('share', 'Zekerheid'),
      text('type', 'Type'),
      text('quarter', 'Uiterlijk in'),
      number('places', 'Extra plekken'),
    ],
    rows: answers.flatMap(({ word, rows }) =>
      rows.map((row) => [word, typeName(row.typeId), formatQuarter(row.quarter), row.places]),
    ),
  }
}
