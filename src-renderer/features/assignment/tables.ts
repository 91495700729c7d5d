import { formatDate } from '../../domain/labels'
import type { Municipality, RegionFact, SourcedCount } from '../../domain/model/entities'
import type { ExportTable } from '../../exchange'
import type { AmbitionGrid } from './ambition/grid'

/** The tables of this screen for a spreadsheet. */

export function municipalityTable(municipalities: readonly Municipality[]): ExportTable {
  const counted = (count: SourcedCount | null) =>
    count === null
      ? [null, null, null, null]
      : [count.value, count.referenceDate, count.source, count.verified ? 'geverifieerd' : 'indicatief']
  return {
    columns: [
      { key: 'name', label: 'Gemeente', kind: 'text' },
      { key: 'id', label: 'Code', kind: 'text' },
      { key: 'region', label: 'Regio', kind: 'text' },
      ...(['Inwoners', 'Sociale huurwoningen'] as const).flatMap((label) => [
        { key: label, label, kind: 'number' as const },
        { key: `${label} date`, label: `${label}: peildatum`, kind: 'date' as const },
        { key: `${label} source`, label: `${label}: bron`, kind: 'text' as const },
        { key: `${label} verified`, label: `${label}: zekerheid`, kind: 'text' as const },
      ]),
    ],
    rows: municipalities.map((m) => [
      ...[m.name, m.id, m.region],
      ...counted(m.inhabitants),
      ...counted(m.socialStock),
    ]),
  }
}

export function ambitionTable(grid: AmbitionGrid): ExportTable {
  return {
    columns: [
      { key: 'name', label: 'Gemeente', kind: 'text' },
      ...grid.dates.map((date) => ({ key: date, label: formatDate(date), kind: 'number' as const })),
    ],
    rows: [
      ...grid.municipalities.map((m) => [
        m.name,
        ...grid.dates.map((date) => grid.cell(m.id, date)?.places ?? null),
      ]),
      ['Regio', ...grid.dates.map((date) => grid.total(date))],
    ],
  }
}

export function factTable(facts: readonly RegionFact[]): ExportTable {
  return {
    columns: [
      { key: 'label', label: 'Feit', kind: 'text' },
      { key: 'value', label: 'Aantal', kind: 'number' },
      { key: 'date', label: 'Datum', kind: 'text' },
      { key: 'source', label: 'Bron', kind: 'text' },
      { key: 'verified', label: 'Zekerheid', kind: 'text' },
    ],
    rows: facts.map((fact) => [
      ...[fact.label, fact.value, formatDate(fact.referenceDate), fact.source],
      fact.verified ? 'geverifieerd' : 'indicatief',
    ]),
  }
}
