import { formatNumber, fieldLabels } from '../labels'
import type { ProgrammeData } from '../model/programmeData'
import { leadsRound } from '../regie/dependencies'
import { shapeOf } from '../regie/links'
import { ladderFrom } from '../regie/mandates'
import { MAX_PICTURES } from '../regie/shapes'
import type {
  Agreement,
  Commitment,
  Decision,
  Mandate,
  Picture,
  RegieTable,
  RegieTables,
  RoleMix,
  Session,
} from '../regie/model'
import type { Shape } from '../regie/shape'
import type { DomainError } from '../result'
import type { Trajectory } from '../trajectories/model'
import { checkTrajectory } from '../trajectories/rules'
import { Problems } from './checks'

/** All problems of a record of regie: its form, what it points to, and the order of its dates. */
export function validateRegie<K extends RegieTable>(
  data: ProgrammeData,
  table: K,
  record: RegieTables[K],
): DomainError[] {
  const problems = new Problems()
  checkShape(problems, data, shapeOf(table), record, '', table)
  const rules = RULES[table]
  rules?.(problems, data, record)
  return problems.list
}

function checkShape(
  problems: Problems,
  data: ProgrammeData,
  shape: Shape,
  value: unknown,
  path: string,
  table: RegieTable,
): void {
  const inside = (key: string): string => (path === '' ? key : `${path}.${key}`)
  switch (shape.kind) {
    case 'id':
      problems.id(String(value), path)
      return
    case 'name':
      problems.name(String(value), path)
      return
    case 'text':
      if (shape.most === null) problems.text(String(value), path)
      else if (String(value).length > shape.most)
        problems.add('text-too-long', 'De afbeelding is te groot om te bewaren. Kies een kleinere.', path)
      return
    case 'date':
      problems.date(String(value), path)
      return
    case 'number':
      if (shape.whole) problems.whole(Number(value), shape.least, shape.most, labelOf(table, path), path)
      else if (typeof value !== 'number' || !(value >= shape.least && value <= shape.most))
        problems.add(
          'number-invalid',
          `Vul een getal in van ${formatNumber(shape.least)} tot en met ${formatNumber(shape.most)}.`,
          path,
        )
      return
    case 'code':
      if (!shape.values.includes(String(value)))
        problems.add('choice-unknown', 'Kies een waarde uit de lijst.', path)
      return
    case 'ref':
      if (!data[shape.table].has(String(value)))
        problems.add('link-unknown', 'Dit wijst naar iets dat niet (meer) bestaat. Kies opnieuw.', path)
      return
    case 'link': {
      const { table: to, id } = value as { table: RegieTable; id: string }
      if (!data[to].has(id))
        problems.add('link-unknown', 'Een koppeling wijst naar iets dat niet (meer) bestaat.', path)
      return
    }
    case 'orNull':
      if (value !== null) checkShape(problems, data, shape.of, value, path, table)
      return
    case 'list':
      checkList(problems, data, shape, value, path, table)
      return
    case 'record':
      for (const [key, field] of Object.entries(shape.fields))
        checkShape(problems, data, field, (value as Record<string, unknown>)[key], inside(key), table)
      return
    case 'flag':
  }
}

function checkList(
  problems: Problems,
  data: ProgrammeData,
  shape: Extract<Shape, { kind: 'list' }>,
  value: unknown,
  path: string,
  table: RegieTable,
): void {
  const items = value as readonly unknown[]
  if (items.length > shape.most)
    problems.add('too-many', `Hier passen er hoogstens ${formatNumber(shape.most)}.`, path)
  items.forEach((item, i) => {
    checkShape(problems, data, shape.of, item, `${path}.${String(i)}`, table)
  })
  problems.unique(items, keyOf, (i) => `${path}.${String(i)}`, 'Dit staat er twee keer in.')
}

function keyOf(item: unknown): string {
  if (typeof item === 'string') return item
  if (typeof item !== 'object' || item === null || !('id' in item)) return ''
  return `${'table' in item ? String(item.table) : ''} ${String(item.id)}`
}

function labelOf(table: RegieTable, path: string): string {
  const field = path.split('.')[0] ?? ''
  const labels: Readonly<Record<string, string>> = fieldLabels[table]
  return `Het getal bij "${labels[field] ?? field}"`
}

type Rule<K extends RegieTable> = (problems: Problems, data: ProgrammeData, record: RegieTables[K]) => void

const order = (problems: Problems, first: string | null, last: string | null, field: string): void => {
  if (first !== null && last !== null && last < first)
    problems.add('date-order', 'Deze datum ligt voor het begin. Kies een latere dag.', field)
}

const agreement = (problems: Problems, data: ProgrammeData, record: Agreement): void => {
  if (record.coOwnerIds.includes(record.ownerId))
    problems.add('owner-twice', 'De eigenaar is geen mede-eigenaar: kies een van de twee.', 'coOwnerIds')
  settled(problems, record.status === 'open', record.settledOn)
  if (leadsRound(data, record.id, record.dependsOn))
    problems.add('goes-round', 'Deze afspraken wachten op elkaar. Haal een van de pijlen weg.', 'dependsOn')
  order(problems, record.madeOn, record.due, 'due')
}

function settled(problems: Problems, open: boolean, on: string | null): void {
  if (open && on !== null)
    problems.add('date-order', 'Dit is nog open, dus er is geen dag waarop het klaar was.', 'settledOn')
  if (!open && on === null) problems.add('date-invalid', 'Vul de dag in waarop dit is afgerond.', 'settledOn')
}

const commitment = (problems: Problems, _data: ProgrammeData, record: Commitment): void => {
  order(problems, record.from, record.until, 'until')
}

const mandate = (problems: Problems, data: ProgrammeData, record: Mandate): void => {
  order(problems, record.from, record.until, 'until')
  if (record.escalatesToId === null) return
  const rungs = ladderFrom({ ...data, mandates: new Map(data.mandates).set(record.id, record) }, record.id)
  if (rungs === null)
    problems.add('goes-round', 'De ladder komt bij zichzelf uit. Kies een ander mandaat.', 'escalatesToId')
}

const decision = (problems: Problems, _data: ProgrammeData, record: Decision): void => {
  settled(problems, record.status === 'asked', record.settledOn)
  if (record.status === 'taken' && record.mandateId === null && record.withoutMandate.trim() === '')
    problems.add(
      'mandate-missing',
      'Kies het mandaat waaronder dit is besloten, of zeg waarom het zonder mandaat kon.',
      'mandateId',
    )
}

const session = (problems: Problems, _data: ProgrammeData, record: Session): void => {
  if (!record.held && record.presentIds.length > 0)
    problems.add(
      'not-held',
      'Er kan nog niemand aanwezig zijn: de sessie is nog niet gehouden.',
      'presentIds',
    )
  if (record.kind === 'meeting' && record.creative !== null)
    problems.add('not-creative', 'Alleen een creatieve sessie heeft een casus.', 'creative')
}

const roleMix = (problems: Problems, data: ProgrammeData, record: RoleMix): void => {
  const sum = Object.values(record.shares).reduce((total, share) => total + share, 0)
  if (sum !== 100)
    problems.add('shares-sum', `De rollen tellen op tot ${String(sum)}. Maak er samen 100 van.`, 'shares')
  for (const other of data.roleMixes.values())
    if (other.id !== record.id && other.municipalityId === record.municipalityId && other.on === record.on)
      problems.add('duplicate', 'Van deze gemeente is er op deze dag al een rolverdeling.', 'on')
}

const picture = (problems: Problems, data: ProgrammeData, record: Picture): void => {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(record.content))
    problems.add(
      'picture-invalid',
      'Dit is geen afbeelding die Palet kan bewaren. Kies een JPEG of PNG.',
      'content',
    )
  if (data.pictures.size >= MAX_PICTURES && !data.pictures.has(record.id))
    problems.add(
      'too-many',
      `Er passen hoogstens ${formatNumber(MAX_PICTURES)} afbeeldingen in een programma. Verwijder eerst een oude.`,
      'content',
    )
}

const RULES: Readonly<Partial<Record<RegieTable, Rule<RegieTable>>>> = {
  agreements: (p, d, r) => {
    agreement(p, d, r as Agreement)
  },
  commitments: (p, d, r) => {
    commitment(p, d, r as Commitment)
  },
  mandates: (p, d, r) => {
    mandate(p, d, r as Mandate)
  },
  decisions: (p, d, r) => {
    decision(p, d, r as Decision)
  },
  sessions: (p, d, r) => {
    session(p, d, r as Session)
  },
  pictures: (p, d, r) => {
    picture(p, d, r as Picture)
  },
  roleMixes: (p, d, r) => {
    roleMix(p, d, r as RoleMix)
  },
  trajectories: (p, d, r) => {
    checkTrajectory(p, d, r as Trajectory)
  },
}
