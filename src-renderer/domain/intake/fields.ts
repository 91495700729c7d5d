/** What the rows of a sheet can be. */
export type Subject = 'projects' | 'partners'

export const PROJECT_FIELDS = [
  'name',
  'municipality',
  'type',
  'association',
  'homesPlaces',
  'homesDate',
  'homesStatus',
  'supportPlaces',
  'supportDate',
  'supportStatus',
  'supportProvider',
  'phase',
  'confidence',
  'owner',
  'nextStep',
  'neighbourhoodContact',
  'note',
  'code',
] as const
export type ProjectField = (typeof PROJECT_FIELDS)[number]

export const PARTNER_FIELDS = ['name', 'kind', 'area', 'contactRole', 'perspective', 'note', 'code'] as const
export type PartnerField = (typeof PARTNER_FIELDS)[number]

export type FieldKey = ProjectField | PartnerField

export interface FieldDefinition {
  readonly key: FieldKey
  /** As the heading in what Palet exports. */
  readonly label: string
  /** `list` is a choice of several in one cell. */
  readonly kind: 'text' | 'count' | 'date' | 'choice' | 'list' | 'code'
  /** A new record can't do without. */
  readonly required: boolean
  /** One value may be chosen for all new records when the sheet has no column for it. */
  readonly fixable: boolean
}

const field = (
  key: FieldKey,
  label: string,
  kind: FieldDefinition['kind'],
  more: Partial<Pick<FieldDefinition, 'required' | 'fixable'>> = {},
): FieldDefinition => ({ key, label, kind, required: false, fixable: false, ...more })

const PROJECT: readonly FieldDefinition[] = [
  field('name', 'Naam', 'text', { required: true }),
  field('municipality', 'Gemeente', 'choice', { required: true, fixable: true }),
  field('type', 'Type', 'choice', { required: true, fixable: true }),
  field('association', 'Corporatie', 'choice', { fixable: true }),
  field('homesPlaces', 'Plekken woningen', 'count'),
  field('homesDate', 'Woningen per', 'date', { fixable: true }),
  field('homesStatus', 'Status woningen', 'choice', { fixable: true }),
  field('supportPlaces', 'Plekken begeleiding', 'count'),
  field('supportDate', 'Begeleiding per', 'date', { fixable: true }),
  field('supportStatus', 'Status begeleiding', 'choice', { fixable: true }),
  field('supportProvider', 'Begeleider', 'choice', { fixable: true }),
  field('phase', 'Fase', 'choice', { fixable: true }),
  field('confidence', 'Zekerheid', 'choice', { fixable: true }),
  field('owner', 'Eigenaar', 'text'),
  field('nextStep', 'Volgende stap', 'text'),
  field('neighbourhoodContact', 'Aanspreekpunt buurt', 'text'),
  field('note', 'Notitie', 'text'),
  field('code', 'Code van Palet', 'code'),
]

const PARTNER: readonly FieldDefinition[] = [
  field('name', 'Naam', 'text', { required: true }),
  field('kind', 'Soort', 'choice', { required: true, fixable: true }),
  field('area', 'Werkgebied', 'list'),
  field('contactRole', 'Aanspreekpunt (rol)', 'text'),
  field('perspective', 'Eigen perspectief', 'text'),
  field('note', 'Notitie', 'text'),
  field('code', 'Code van Palet', 'code'),
]

export const fieldsOf = (subject: Subject): readonly FieldDefinition[] =>
  subject === 'projects' ? PROJECT : PARTNER

export function definitionOf(subject: Subject, key: FieldKey): FieldDefinition {
  const found = fieldsOf(subject).find((f) => f.key === key)
  if (found === undefined) throw new Error(`no field ${key} of ${subject}`)
  return found
}

/** Heading of a field in what Palet exports, so that it is recognised when it comes back. */
export const fieldLabel = (subject: Subject, key: FieldKey): string => definitionOf(subject, key).label

export const isChoice = ({ kind }: FieldDefinition): boolean => kind === 'choice' || kind === 'list'
