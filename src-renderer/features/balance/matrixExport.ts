import type { BalanceBy, BalanceRow, SupportBalanceRow } from '@/domain/capacity'
import { capitalise, formatQuarterShort, statusGroupLabels } from '@/domain/labels'
import type { ExportTable } from '@/exchange'
import type { Matrix } from './matrix'
import { PLACE_MEASURES, SUPPORT_MEASURES, supportLabels } from './measures'

const NAMES: Readonly<Record<BalanceBy, string>> = {
  municipality: 'Gemeente',
  association: 'Corporatie',
  type: 'Arrangement',
}

/** What is on the screen: one row per municipality, one column per quarter, and the total. */
export function screenTable<F>(
  matrix: Matrix<F>,
  by: BalanceBy,
  valueOf: (figures: F) => number | null,
): ExportTable {
  return {
    columns: [
      { key: 'name', label: NAMES[by], kind: 'text' },
      ...matrix.columns.map((column) => ({
        key: column.key,
        label: column.folded ? `eind ${String(column.quarter.year)}` : formatQuarterShort(column.quarter),
        kind: 'number' as const,
      })),
    ],
    rows: [...matrix.rows, matrix.total].map((row) => [row.name, ...row.cells.map(valueOf)]),
  }
}

/** For a spreadsheet: a line per municipality and quarter with all figures, so that it can add up and turn round by itself. */
export function placesFile(matrix: Matrix<BalanceRow>, by: BalanceBy): ExportTable {
  return {
    columns: [
      { key: 'name', label: NAMES[by], kind: 'text' },
      { key: 'date', label: 'Datum', kind: 'date' },
      ...PLACE_MEASURES.map((key) => ({
        key,
        label: capitalise(statusGroupLabels[key]),
        kind: 'number' as const,
      })),
      { key: 'closingDate', label: 'Besluit op', kind: 'date' },
      { key: 'closing', label: 'Besluit of afspraak', kind: 'text' },
    ],
    rows: matrix.rows.flatMap((row) =>
      row.cells.map((figures, c) => [
        row.name,
        matrix.columns[c]?.date ?? null,
        ...PLACE_MEASURES.map((measure) => figures[measure]),
        figures.closing?.date ?? null,
        figures.closing?.text ?? null,
      ]),
    ),
  }
}

export function supportFile(matrix: Matrix<SupportBalanceRow>, by: BalanceBy): ExportTable {
  return {
    columns: [
      { key: 'name', label: NAMES[by], kind: 'text' },
      { key: 'date', label: 'Datum', kind: 'date' },
      ...SUPPORT_MEASURES.map((key) => ({
        key,
        label: capitalise(supportLabels[key]),
        kind: 'number' as const,
      })),
      { key: 'placesNeeded', label: 'Plekken die begeleiding vragen', kind: 'number' },
      { key: 'placesAvailable', label: 'Plekken met begeleiding', kind: 'number' },
    ],
    rows: matrix.rows.flatMap((row) =>
      row.cells.map((f, c) => [
        row.name,
        matrix.columns[c]?.date ?? null,
        ...SUPPORT_MEASURES.map((measure) => f[measure]),
        f.placesNeeded,
        f.placesAvailable,
      ]),
    ),
  }
}
