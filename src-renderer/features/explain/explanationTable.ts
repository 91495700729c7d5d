import type { ExportTable } from '@/exchange'
import type { Explanation } from '@/domain/indicators'
import { capitalise } from '@/domain/labels'
import { type ConfirmedPlaces, confirmedShort } from '@/domain/review'

/** The rows behind a figure with their sum, to paste in a message or a spreadsheet. */
export function explanationTable(
  explanation: Explanation,
  unit: string,
  confirmed: readonly ConfirmedPlaces[] | null,
): ExportTable {
  const word = (i: number): string[] => {
    const part = confirmed?.[i]
    if (part === undefined) return []
    return [explanation.rows[i]?.projectId === null ? '' : confirmedShort(part)]
  }
  return {
    columns: [
      { key: 'name', label: 'Project', kind: 'text' },
      { key: 'municipality', label: 'Gemeente', kind: 'text' },
      { key: 'note', label: 'Telt als', kind: 'text' },
      ...(confirmed === null ? [] : [{ key: 'confirmed', label: 'Bevestigd', kind: 'text' as const }]),
      { key: 'value', label: capitalise(unit), kind: 'number' },
    ],
    rows: [
      ...explanation.rows.map((row, i) => [row.name, row.municipality, row.note, ...word(i), row.value]),
      ['Totaal', '', '', ...(confirmed === null ? [] : ['']), explanation.value],
    ],
  }
}
