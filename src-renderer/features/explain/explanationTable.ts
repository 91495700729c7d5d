import type { ExportTable } from '@/exchange'
import type { Explanation } from '@/domain/indicators'
import { capitalise } from '@/domain/labels'

/** The rows behind a figure with their sum, to paste in a message or a spreadsheet. */
export function explanationTable(explanation: Explanation, unit: string): ExportTable {
  return {
    columns: [
      { key: 'name', label: 'Project', kind: 'text' },
      { key: 'municipality', label: 'Gemeente', kind: 'text' },
      { key: 'note', label: 'Telt als', kind: 'text' },
      { key: 'value', label: capitalise(unit), kind: 'number' },
    ],
    rows: [
      ...explanation.rows.map((row) => [row.name, row.municipality, row.note, row.value]),
      ['Totaal', '', '', explanation.value],
    ],
  }
}
