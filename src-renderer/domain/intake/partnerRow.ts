import { type CommandContext } from '../commands/context'
import { draftPartner } from '../commands/drafts'
import { savePartner } from '../commands/partners'
import type { Partner } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { PARTNER_KINDS } from '../model/values'
import { validatePartner } from '../validation/records'
import type { FieldKey, PartnerField } from './fields'
import type { Mapping } from './mapping'
import type { RowProblem, RowValues } from './outcome'
import { keyOf } from './words'

const TEXTS = ['contactRole', 'perspective', 'note'] as const
const FIELDS: Readonly<Record<string, PartnerField>> = {
  name: 'name',
  kind: 'kind',
  municipalityIds: 'area',
  contactRole: 'contactRole',
  perspective: 'perspective',
  note: 'note',
}

/** The partner as a row makes it. Fields that the row says nothing about stay as they are. */
export function partnerFromRow(
  data: ProgrammeData,
  ctx: CommandContext,
  before: Partner | null,
  values: RowValues,
  mapping: Mapping,
  sameText: (a: string, b: string) => boolean,
  letter: (key: FieldKey) => string | null,
  problems: RowProblem[],
): Partner {
  let next: Partner = before ?? draftPartner(data, ctx)
  const name = values.texts.name
  // A name in other capitals is the same name.
  if (name !== undefined && (before === null || keyOf(name) !== keyOf(next.name))) next = { ...next, name }
  for (const key of TEXTS) {
    const text = values.texts[key]
    if (text !== undefined && !sameText(text, next[key])) next = { ...next, [key]: text }
  }
  const code = values.choices.kind?.[0] ?? (before === null ? mapping.fixed.kind : undefined)
  const kind = PARTNER_KINDS.find((known) => known === code)
  if (kind !== undefined) next = { ...next, kind }
  const area = values.choices.area
  if (area !== undefined && !sameIds(area, next.municipalityIds)) next = { ...next, municipalityIds: area }
  const found = validatePartner(data, next)
  const refused = found.length > 0 ? null : savePartner(next)(data, ctx)
  for (const error of refused?.ok === false ? [refused.error] : found)
    problems.push({
      level: 'error',
      column: letter(FIELDS[error.field?.split('.')[0] ?? ''] ?? 'name'),
      message: error.message,
    })
  return next
}

/** The order in which municipalities are named says nothing. */
const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))
