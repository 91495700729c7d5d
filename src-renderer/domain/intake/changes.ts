import { sameContent } from '../commands/patches'
import {
  compareDutch,
  confidenceLabels,
  formatDate,
  formatNumber,
  partnerKindLabels,
  phaseLabels,
  statusLabels,
} from '../labels'
import type { Partner, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { type FieldKey, fieldLabel, PARTNER_FIELDS, PROJECT_FIELDS } from './fields'
import type { FieldChange } from './outcome'
import { nameOf } from './projectRow'
import { trackValues } from './tracks'

/** What a field of a record says, in Dutch; empty when it says nothing. */
function projectText(data: ProgrammeData, project: Project, key: FieldKey): string {
  switch (key) {
    case 'name':
    case 'owner':
    case 'nextStep':
    case 'neighbourhoodContact':
    case 'note':
      return project[key]
    case 'municipality':
    case 'type':
    case 'association':
    case 'supportProvider':
      return nameOf(data, project, key) ?? ''
    case 'phase':
      return phaseLabels[project.phase]
    case 'confidence':
      return confidenceLabels[project.confidence]
    case 'homesPlaces':
    case 'supportPlaces': {
      const { places } = trackValues(key === 'homesPlaces' ? project.homes : project.support)
      return places === null ? '' : formatNumber(places)
    }
    case 'homesDate':
    case 'supportDate': {
      const { date } = trackValues(key === 'homesDate' ? project.homes : project.support)
      return date === null ? '' : formatDate(date)
    }
    case 'homesStatus':
    case 'supportStatus': {
      const { status } = trackValues(key === 'homesStatus' ? project.homes : project.support)
      return status === null ? '' : statusLabels[status]
    }
    default:
      return ''
  }
}

function partnerText(data: ProgrammeData, partner: Partner, key: FieldKey): string {
  switch (key) {
    case 'name':
    case 'contactRole':
    case 'perspective':
    case 'note':
      return partner[key]
    case 'kind':
      return partnerKindLabels[partner.kind]
    case 'area':
      return partner.municipalityIds.length === 0
        ? 'hele regio'
        : partner.municipalityIds
            .map((id) => data.municipalities.get(id)?.name ?? '')
            .sort(compareDutch)
            .join(', ')
    default:
      return ''
  }
}

/** The names by which a choice of a record goes; two records may go by one name. */
export function choiceNames(data: ProgrammeData, record: Project | Partner, key: FieldKey): string[] {
  if ('municipalityId' in record) {
    const text = projectText(data, record, key)
    return text === '' ? [] : [text]
  }
  if (key === 'area') return record.municipalityIds.map((id) => data.municipalities.get(id)?.name ?? '')
  return [partnerText(data, record, key)]
}

/** Field by field what is different, or for a new record all that it says. */
export function projectChanges(data: ProgrammeData, before: Project | null, after: Project): FieldChange[] {
  if (before !== null && sameContent(before, after)) return []
  return compared('projects', PROJECT_FIELDS, (record, key) => projectText(data, record, key), before, after)
}

export function partnerChanges(data: ProgrammeData, before: Partner | null, after: Partner): FieldChange[] {
  if (before !== null && sameContent(before, after)) return []
  return compared('partners', PARTNER_FIELDS, (record, key) => partnerText(data, record, key), before, after)
}

function compared<T>(
  subject: 'projects' | 'partners',
  keys: readonly FieldKey[],
  textOf: (record: T, key: FieldKey) => string,
  before: T | null,
  after: T,
): FieldChange[] {
  return keys.flatMap((field) => {
    const from = before === null ? '' : textOf(before, field)
    const to = textOf(after, field)
    return from === to ? [] : [{ field, label: fieldLabel(subject, field), from, to }]
  })
}
