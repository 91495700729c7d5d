import {
  agreementKindLabels,
  agreementStateLabels,
  carryingLabels,
  commitmentKindLabels,
  commitmentStateLabels,
  decisionStateLabels,
  directionAnswerLabels,
  directionQuestionLabels,
  directionVerdictLabels,
  fitAnswerLabels,
  fitCheckLabels,
  formatDate,
  formatNumber,
  householdLabels,
  lessonOutcomeLabels,
  levelLabels,
  limitUnitLabels,
  lineKindLabels,
  matchStateLabels,
  municipalRoleLabels,
  regieFieldLabels,
  sessionKindLabels,
  signalKindLabels,
  situationLabels,
  steeringLabels,
  stepKindLabels,
  subjectLabels,
  trajectoryStepLabels,
} from '@/domain/labels'
import type { RegieTable, RegieTables } from '@/domain/regie'
import { SHAPES } from '@/domain/regie'
import type { Shape } from '@/domain/regie/shape'
import type { Context, Write, Writer } from './fieldText'

type Words = Readonly<Record<string, string>>

/** The words of the codes that stand in a field, by the name of the field. */
const FIELD_WORDS: Readonly<Record<string, Words>> = {
  level: { ...levelLabels, ...carryingLabels },
  steering: steeringLabels,
  role: municipalRoleLabels,
  subject: subjectLabels,
  unit: limitUnitLabels,
  verdict: directionVerdictLabels,
  answer: directionAnswerLabels,
  outcome: lessonOutcomeLabels,
  id: directionQuestionLabels,
  type: { 'image/jpeg': 'JPEG', 'image/png': 'PNG' },
}

/** Where the same name of a field has other words in another table. */
const TABLE_WORDS: Readonly<Partial<Record<RegieTable, Readonly<Record<string, Words>>>>> = {
  agreements: { kind: { ...agreementKindLabels, ...stepKindLabels }, status: agreementStateLabels },
  commitments: { kind: commitmentKindLabels, status: commitmentStateLabels },
  decisions: { status: decisionStateLabels },
  sessions: { kind: { ...sessionKindLabels, ...lineKindLabels } },
  neighbourhoods: { kind: signalKindLabels },
  trajectories: {
    answer: fitAnswerLabels,
    household: householdLabels,
    outcome: matchStateLabels,
    situation: situationLabels,
    step: trajectoryStepLabels,
  },
}

function textOf(table: RegieTable, field: string, shape: Shape, value: unknown, context: Context): string {
  switch (shape.kind) {
    case 'id':
      return ''
    case 'name':
    case 'text':
      // What a picture shows can't be read as a text.
      return shape.kind === 'text' && shape.most !== null ? 'bewaard' : String(value)
    case 'date':
      return formatDate(String(value))
    case 'flag':
      return value === true ? 'ja' : 'nee'
    case 'number':
      return formatNumber(Number(value), Number.isInteger(value) ? 0 : 2)
    case 'code':
      return (TABLE_WORDS[table]?.[field] ?? FIELD_WORDS[field] ?? {})[String(value)] ?? String(value)
    case 'ref':
      return context.nameOf(shape.table, String(value))
    case 'link': {
      const to = value as { table: RegieTable; id: string }
      return context.nameOf(to.table, to.id)
    }
    case 'orNull':
      return value === null ? '' : textOf(table, field, shape.of, value, context)
    case 'list':
      return (value as readonly unknown[])
        .map((item) => textOf(table, field, shape.of, item, context))
        .join(', ')
    case 'record':
      return Object.entries(shape.fields)
        .map(([key, inner]) => partText(key, textOf(table, key, inner, partOf(value, key), context)))
        .filter((text) => text !== '')
        .join(', ')
  }
}

const partOf = (value: unknown, key: string): unknown => (value as Readonly<Record<string, unknown>>)[key]

/** The parts of a role mix are only numbers, and those of a fit check only answers: their name says what they are. */
function partText(key: string, text: string): string {
  const roles: Words = municipalRoleLabels
  const checks: Words = fitCheckLabels
  if (roles[key] !== undefined) return `${roles[key]} ${text}%`
  return checks[key] === undefined ? text : `${checks[key]}: ${text}`
}

function keyOf(item: unknown, index: number): string {
  if (typeof item === 'string') return item
  if (typeof item !== 'object' || item === null || !('id' in item)) return String(index)
  return `${'table' in item ? `${String(item.table)}-` : ''}${String(item.id)}`
}

/** A record of regie as a person reads it in the history: a line per field, and one per item of a list. */
export function writeRegie<K extends RegieTable>(table: K): Writer<RegieTables[K]> {
  const labels: Words = regieFieldLabels[table]
  const shapes: Readonly<Record<string, Shape>> = SHAPES[table]
  return (record, write: Write, context) => {
    for (const [field, shape] of Object.entries(shapes)) {
      const label = labels[field]
      if (label === undefined) continue
      const value = partOf(record, field)
      if (shape.kind === 'list' && Array.isArray(value))
        value.forEach((item: unknown, i) => {
          write(`${field}/${keyOf(item, i)}`, label, textOf(table, field, shape.of, item, context))
        })
      else write(field, label, textOf(table, field, shape, value, context))
    }
  }
}
