import { capitalise, contractLabels, familyLabels } from '../../domain/labels'
import type { ExportTable } from '../../exchange'
import type { PaletteFamily } from './families'

/** The types that are on the screen, for a spreadsheet. */
export function typeTable(families: readonly PaletteFamily[]): ExportTable {
  return {
    columns: [
      { key: 'family', label: 'Groep', kind: 'text' },
      { key: 'name', label: 'Type', kind: 'text' },
      { key: 'audience', label: 'Voor wie', kind: 'text' },
      { key: 'contract', label: 'Contract', kind: 'text' },
      { key: 'support', label: 'Begeleiding', kind: 'text' },
      { key: 'duration', label: 'Hoe lang', kind: 'text' },
      { key: 'projects', label: 'Projecten', kind: 'number' },
      { key: 'available', label: 'Beschikbaar', kind: 'number' },
      { key: 'coming', label: 'Op komst', kind: 'number' },
      { key: 'description', label: 'Omschrijving', kind: 'text' },
      { key: 'retired', label: 'Vervallen', kind: 'text' },
    ],
    rows: families.flatMap(({ family, rows }) =>
      rows.map(({ type, support, projects, available, coming }) => [
        ...[capitalise(familyLabels[family]), type.name, type.audience, contractLabels[type.contract]],
        ...[support ?? 'niet van toepassing', type.duration, projects, available, coming],
        ...[type.description, type.retired ? 'ja' : 'nee'],
      ]),
    ),
  }
}
