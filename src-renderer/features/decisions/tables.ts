import {
  decisionStateLabels,
  levelLabels,
  limitUnitLabels,
  municipalRoleLabels,
  subjectLabels,
} from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { type Amount, areaText, type Decision, holdsOn, type Mandate, mandateState } from '@/domain/regie'
import type { ExportTable } from '@/exchange'

/** The tables of this screen for a spreadsheet. */

const amountCells = (amount: Amount | null): (string | number | null)[] =>
  amount === null ? [null, null] : [amount.value, limitUnitLabels[amount.unit]]

export function decisionTable(
  data: ProgrammeData,
  decisions: readonly Decision[],
  today: IsoDate,
): ExportTable {
  const partner = (id: string | null): string => (id === null ? '' : (data.partners.get(id)?.name ?? ''))
  return {
    columns: [
      { key: 'name', label: 'Besluit', kind: 'text' },
      { key: 'status', label: 'Stand', kind: 'text' },
      { key: 'text', label: 'Gevraagd besluit', kind: 'text' },
      { key: 'subject', label: 'Onderwerp', kind: 'text' },
      { key: 'level', label: 'Niveau', kind: 'text' },
      { key: 'amount', label: 'Omvang', kind: 'number' },
      { key: 'unit', label: 'Maat', kind: 'text' },
      { key: 'area', label: 'Gemeenten', kind: 'text' },
      { key: 'askedOn', label: 'Gevraagd op', kind: 'date' },
      { key: 'askedOf', label: 'Gevraagd aan', kind: 'text' },
      { key: 'settledOn', label: 'Besloten op', kind: 'date' },
      { key: 'mandate', label: 'Mandaat', kind: 'text' },
      { key: 'withoutMandate', label: 'Waarom zonder mandaat', kind: 'text' },
      { key: 'reason', label: 'Onderbouwing', kind: 'text' },
      { key: 'role', label: 'Rol van de gemeente', kind: 'text' },
      { key: 'dissent', label: 'Tegengeluid', kind: 'text' },
      { key: 'outcome', label: 'Wat er van kwam', kind: 'text' },
    ],
    rows: decisions.map((d) => [
      ...[d.name, decisionStateLabels[d.status], d.text, subjectLabels[d.subject], levelLabels[d.level]],
      ...amountCells(d.amount),
      ...[areaText(data, d.municipalityIds), d.askedOn, partner(d.askedOfId), d.settledOn],
      ...[mandateState(data, d, today).text, d.withoutMandate, d.reason],
      d.role === null ? '' : municipalRoleLabels[d.role],
      d.dissent.map(({ voice, text }) => `${voice}: ${text}`).join('\n'),
      d.outcomes.map(({ on, text }) => `${on}: ${text}`).join('\n'),
    ]),
  }
}

export function mandateTable(data: ProgrammeData, mandates: readonly Mandate[], today: IsoDate): ExportTable {
  const partner = (id: string | null): string => (id === null ? '' : (data.partners.get(id)?.name ?? ''))
  return {
    columns: [
      { key: 'subject', label: 'Onderwerp', kind: 'text' },
      { key: 'name', label: 'Mandaat', kind: 'text' },
      { key: 'holder', label: 'Wie mag beslissen', kind: 'text' },
      { key: 'holderRole', label: 'Rol', kind: 'text' },
      { key: 'level', label: 'Niveau', kind: 'text' },
      { key: 'limit', label: 'Tot en met', kind: 'number' },
      { key: 'unit', label: 'Maat', kind: 'text' },
      { key: 'area', label: 'Gemeenten', kind: 'text' },
      { key: 'from', label: 'Geldt vanaf', kind: 'date' },
      { key: 'until', label: 'Geldt tot en met', kind: 'date' },
      { key: 'holds', label: 'Geldt nu', kind: 'text' },
      { key: 'backedBy', label: 'Rugdekking van', kind: 'text' },
      { key: 'backedByRole', label: 'Rol van de bestuurder', kind: 'text' },
      { key: 'escalatesTo', label: 'Opschalen naar', kind: 'text' },
      { key: 'note', label: 'Notitie', kind: 'text' },
    ],
    rows: mandates.map((m) => [
      ...[subjectLabels[m.subject], m.name, partner(m.holderId), m.holderRole, levelLabels[m.level]],
      ...amountCells(m.limit),
      ...[areaText(data, m.municipalityIds), m.from, m.until, holdsOn(m, today) ? 'ja' : 'nee'],
      ...[partner(m.backedById), m.backedByRole],
      ...[m.escalatesToId === null ? '' : (data.mandates.get(m.escalatesToId)?.name ?? ''), m.note],
    ]),
  }
}
