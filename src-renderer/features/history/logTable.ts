import type { LogEntry } from '@/data/history'
import type { ExportTable } from '@/exchange'
import { capitalise } from '@/domain/labels'
import { dayOfMoment, KIND_LABELS, timeOf } from './moment'

/** The log as a table for a spreadsheet; with the hash of each entry, so that it can be laid beside a later one. */
export function logTable(entries: readonly LogEntry[]): ExportTable {
  return {
    columns: [
      { key: 'sequence', label: 'Nr.', kind: 'number' },
      { key: 'day', label: 'Datum', kind: 'date' },
      { key: 'time', label: 'Tijd', kind: 'text' },
      { key: 'who', label: 'Wie', kind: 'text' },
      { key: 'kind', label: 'Soort', kind: 'text' },
      { key: 'summary', label: 'Wat', kind: 'text' },
      { key: 'why', label: 'Waarom', kind: 'text' },
      { key: 'file', label: 'Bestand', kind: 'text' },
      { key: 'fileHash', label: 'Kenmerk van het bestand (SHA-256)', kind: 'text' },
      { key: 'records', label: 'Gegevens', kind: 'number' },
      { key: 'hash', label: 'Kenmerk van de regel (SHA-256)', kind: 'text' },
    ],
    rows: entries.map((entry) => [
      ...[entry.sequence, dayOfMoment(entry.at), timeOf(entry.at), entry.who, KIND_LABELS[entry.kind]],
      ...[capitalise(entry.summary), entry.why],
      ...[entry.source?.fileName ?? null, entry.source?.sha256 ?? null, entry.records, entry.hash],
    ]),
  }
}
