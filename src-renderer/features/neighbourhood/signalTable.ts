import { compareDutch, signalKindLabels } from '@/domain/labels'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { ExportTable } from '@/exchange'

/** Every signal with its follow-up, for a spreadsheet. */
export function signalTable(data: ProgrammeData): ExportTable {
  const rows = [...data.neighbourhoods.values()].flatMap((neighbourhood) =>
    neighbourhood.signals.map((signal) => ({
      municipality: data.municipalities.get(neighbourhood.municipalityId)?.name ?? '',
      name: neighbourhood.name,
      signal,
    })),
  )
  rows.sort(
    (a, b) =>
      compareDutch(a.municipality, b.municipality) ||
      compareDutch(a.name, b.name) ||
      (a.signal.on < b.signal.on ? -1 : 1),
  )
  return {
    columns: [
      { key: 'municipality', label: 'Gemeente', kind: 'text' },
      { key: 'name', label: 'Buurt', kind: 'text' },
      { key: 'on', label: 'Datum', kind: 'date' },
      { key: 'kind', label: 'Soort', kind: 'text' },
      { key: 'text', label: 'Signaal', kind: 'text' },
      { key: 'followUp', label: 'Vervolg', kind: 'text' },
      { key: 'followedOn', label: 'Vervolg gegeven op', kind: 'date' },
    ],
    rows: rows.map(({ municipality, name, signal }) => [
      municipality,
      name,
      signal.on,
      signalKindLabels[signal.kind],
      signal.text,
      signal.followUp,
      signal.followedOn,
    ]),
  }
}
