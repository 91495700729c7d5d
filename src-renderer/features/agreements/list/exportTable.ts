import {
  agreementKindLabels,
  agreementStateLabels,
  levelLabels,
  municipalRoleLabels,
  steeringLabels,
  subjectLabels,
} from '@/domain/labels'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { ExportTable } from '@/exchange'
import type { AgreementRow } from './rows'

/** The agreements for a spreadsheet, in the order of the screen. */
export function agreementTable(data: ProgrammeData, rows: readonly AgreementRow[]): ExportTable {
  const names = (ids: readonly string[], of: ReadonlyMap<string, { readonly name: string }>): string =>
    ids.flatMap((id) => of.get(id)?.name ?? []).join('; ')
  return {
    columns: [
      { key: 'due', label: 'Klaar voor of op', kind: 'date' },
      { key: 'name', label: 'Afspraak', kind: 'text' },
      { key: 'kind', label: 'Soort', kind: 'text' },
      { key: 'owner', label: 'Eigenaar', kind: 'text' },
      { key: 'ownerRole', label: 'Rol bij de eigenaar', kind: 'text' },
      { key: 'coOwners', label: 'Mede-eigenaren', kind: 'text' },
      { key: 'level', label: 'Niveau', kind: 'text' },
      { key: 'steering', label: 'Manier van sturen', kind: 'text' },
      { key: 'role', label: 'Rol van de gemeente', kind: 'text' },
      { key: 'subject', label: 'Onderwerp', kind: 'text' },
      { key: 'state', label: 'Stand', kind: 'text' },
      { key: 'overdue', label: 'Over tijd', kind: 'text' },
      { key: 'dependsOn', label: 'Wacht op', kind: 'text' },
      { key: 'madeOn', label: 'Gemaakt op', kind: 'date' },
      { key: 'settledOn', label: 'Afgerond op', kind: 'date' },
      { key: 'outcome', label: 'Uitkomst', kind: 'text' },
      { key: 'text', label: 'Toelichting', kind: 'text' },
      { key: 'code', label: 'Code van Palet', kind: 'text' },
    ],
    rows: rows.map(({ agreement: a, owner, overdue }) => [
      ...[a.due, a.name, agreementKindLabels[a.kind], owner, a.ownerRole],
      ...[names(a.coOwnerIds, data.partners), levelLabels[a.level], steeringLabels[a.steering]],
      ...[a.role === null ? '' : municipalRoleLabels[a.role], subjectLabels[a.subject]],
      ...[agreementStateLabels[a.status], overdue ? 'ja' : 'nee', names(a.dependsOn, data.agreements)],
      ...[a.madeOn, a.settledOn, a.outcome, a.text, a.id],
    ]),
  }
}
