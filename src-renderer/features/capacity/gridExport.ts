import type { ExportTable } from '@/exchange'
import type { GridModel, GridRow } from './gridModel'

/**
 * The grid as a table for a file or the clipboard. A file gets rows and the total only, so that a spreadsheet can
 * add up by itself without counting subtotals twice; the clipboard gets what is on the screen.
 */
export function exportTable(model: GridModel, subtotals: 'with' | 'without'): ExportTable {
  const kept: readonly GridRow[] =
    subtotals === 'with'
      ? [...model.rows, ...model.totals]
      : [...model.rows.filter((row) => row.kind === 'detail'), ...model.totals.slice(-1)]
  return {
    columns: model.columns.map(({ key, label, kind }) => ({ key, label, kind })),
    rows: kept.map((row) => row.cells.map((cell) => cell.value)),
  }
}
