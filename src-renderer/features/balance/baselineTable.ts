import { capitalise, formatDate } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import type { BaselineComparison } from '@/domain/planning'
import type { ExportTable } from '@/exchange'
import { type ChangedProject, placesPhrase } from './changedProjects'

const FIGURES = [
  ['ambition', 'Ambitie'],
  ['realised', 'Gerealiseerd'],
  ['committed', 'Toegezegd'],
  ['planned', 'Gepland'],
  ['shelterOpen', 'Opvang open'],
  ['gap', 'Nog te vinden'],
] as const

/** Per municipality: the figures of now, and how much they differ from the frozen plan. */
export function areasTable(comparison: BaselineComparison): ExportTable {
  return {
    columns: [
      { key: 'name', label: 'Gemeente', kind: 'text' },
      ...FIGURES.flatMap(([key, label]) => [
        { key, label, kind: 'number' as const },
        { key: `${key}Difference`, label: `${label}: verschil`, kind: 'number' as const },
      ]),
    ],
    rows: [...comparison.municipalities, { ...comparison.total, name: 'Totaal' }].map((row) => [
      row.name,
      ...FIGURES.flatMap(([key]) => [row.after[key], row.difference[key]]),
    ]),
  }
}

/** Project by project, what is different. */
export function changesTable(
  changes: readonly ChangedProject[],
  municipalityName: (id: string) => string,
  on: IsoDate,
): ExportTable {
  return {
    columns: [
      { key: 'name', label: 'Project', kind: 'text' },
      { key: 'municipality', label: 'Gemeente', kind: 'text' },
      { key: 'what', label: 'Wat is er anders', kind: 'text' },
      { key: 'places', label: `Plekken op ${formatDate(on)}`, kind: 'text' },
    ],
    rows: changes.map((row) => [
      row.name,
      municipalityName(row.municipalityId),
      capitalise(row.what.join(', ')),
      row.difference === null ? null : placesPhrase(row.difference),
    ]),
  }
}
