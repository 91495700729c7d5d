import { partnerKindLabels } from '../../domain/labels'
import type { Partner } from '../../domain/model/entities'
import type { ProgrammeData } from '../../domain/model/programmeData'
import type { ExportTable } from '../../exchange'
import { areaNames } from './words'

/** Partners for a spreadsheet. What comes back this way can be read in again. */
export function partnerTable(data: ProgrammeData, partners: readonly Partner[]): ExportTable {
  return {
    columns: [
      { key: 'name', label: 'Naam', kind: 'text' },
      { key: 'kind', label: 'Soort', kind: 'text' },
      { key: 'area', label: 'Werkgebied', kind: 'text' },
      { key: 'contactRole', label: 'Aanspreekpunt (rol)', kind: 'text' },
      { key: 'reachability', label: 'Bereikbaarheid', kind: 'text' },
      { key: 'perspective', label: 'Eigen perspectief', kind: 'text' },
      { key: 'endorsedOn', label: 'Doel onderschreven op', kind: 'date' },
      { key: 'endorsedBy', label: 'Doel onderschreven door (rol)', kind: 'text' },
      { key: 'note', label: 'Notitie', kind: 'text' },
      { key: 'code', label: 'Code van Palet', kind: 'text' },
    ],
    rows: partners.map((p) => [
      ...[p.name, partnerKindLabels[p.kind], areaNames(data, p).join('; '), p.contactRole, p.reachability],
      ...[p.perspective, p.goalEndorsed?.on ?? null, p.goalEndorsed?.byRole ?? null, p.note, p.id],
    ]),
  }
}
