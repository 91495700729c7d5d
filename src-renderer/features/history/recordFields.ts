import {
  allocationBasisLabels,
  capitalise,
  confidenceLabels,
  contractLabels,
  familyLabels,
  fieldLabels,
  formatDate,
  formatNumber,
  gateLabels,
  joinDutch,
  partnerKindLabels,
  phaseLabels,
  plural,
  ratingLabels,
  ratingPartLabels,
  reportCycleLabels,
  statusLabels,
} from '@/domain/labels'
import type { Dependency } from '@/domain/model/dependency'
import type { CapacityStep, Id, PhaseDates, SourcedCount, StatusRating } from '@/domain/model/entities'
import type { TableName, Tables } from '@/domain/model/programmeData'
import { PHASES } from '@/domain/model/values'
import { describeChange } from '@/domain/scenario/describe'
import type { Context, FieldText, Write, Writer } from './fieldText'
import { writeRegie } from './regieFields'
import { writeAnswer, writeRound } from './reviewFields'

export type { Context, FieldText } from './fieldText'

const yesNo = (value: boolean): string => (value ? 'ja' : 'nee')
const dateOr = (iso: string | null): string => (iso === null ? '' : formatDate(iso))
const number = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 2)
const check = (verified: boolean): string => (verified ? 'nagekeken' : 'nog niet nagekeken')
const counted = (count: SourcedCount | null): string =>
  count === null
    ? ''
    : `${number(count.value)}, peildatum ${formatDate(count.referenceDate)}, bron: ${count.source}, ${check(count.verified)}`

function writeRating(rating: StatusRating, write: Write): void {
  const about = (part: keyof StatusRating): string => `stoplicht, ${ratingPartLabels[part]}`
  write('rating.colour', about('colour'), ratingLabels[rating.colour])
  write('rating.cause', about('cause'), rating.cause)
  write('rating.consequence', about('consequence'), rating.consequence)
  write('rating.adjustment', about('adjustment'), rating.adjustment)
}

function writeSteps(field: string, label: string, steps: readonly CapacityStep[], write: Write): void {
  for (const step of steps) {
    const from = step.from === null ? 'nieuw' : statusLabels[step.from]
    const note = step.note === '' ? '' : ` (${step.note})`
    const places = plural(step.places, 'plek', 'plekken')
    write(
      `${field}/${step.id}`,
      label,
      `${formatDate(step.date)}: ${places} van ${from} naar ${statusLabels[step.to]}${note}`,
    )
  }
}

function writePhases(phases: readonly PhaseDates[], write: Write): void {
  for (const { phase, planned, actual } of [...phases].sort(
    (a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase),
  )) {
    write(`phases/${phase}/planned`, `${phaseLabels[phase]}, gepland`, dateOr(planned))
    write(`phases/${phase}/actual`, `${phaseLabels[phase]}, werkelijk`, dateOr(actual))
  }
}

function waitsFor({ holds, on, lagDays, note }: Dependency, { nameOf }: Context): string {
  const other = `"${nameOf('projects', on.projectId)}"`
  const what = on.kind === 'decision' ? `het besluit van ${other}` : `${phaseLabels[on.phase]} van ${other}`
  const lag = lagDays === 0 ? '' : `, plus ${plural(lagDays, 'dag', 'dagen')}`
  return `${phaseLabels[holds]} wacht op ${what}${lag}${note === '' ? '' : ` (${note})`}`
}

const named = (nameOf: Context['nameOf'], table: TableName, id: Id | null): string =>
  id === null ? '' : nameOf(table, id)

const WRITERS: { readonly [K in TableName]: Writer<Tables[K]> } = {
  programme(record, write, { nameOf }) {
    const label = fieldLabels.programme
    write('name', label.name, record.name)
    write('purpose', label.purpose, record.purpose)
    write('region', label.region, record.region)
    write(
      'centralMunicipalityId',
      label.centralMunicipalityId,
      named(nameOf, 'municipalities', record.centralMunicipalityId),
    )
    write('start', label.start, formatDate(record.start))
    write('horizon', label.horizon, formatDate(record.horizon))
    write('cycle', label.cycle, reportCycleLabels[record.cycle])
    const key = record.allocationKey
    write('key.basis', label.allocationKey, allocationBasisLabels[key.basis])
    write('key.source', `${label.allocationKey}, bron`, key.source)
    write('key.decisionDate', `${label.allocationKey}, besluit`, dateOr(key.decisionDate))
    for (const [id, weight] of Object.entries(key.manualWeights))
      write(`key/${id}`, `eigen verdeling, ${nameOf('municipalities', id)}`, number(weight))
    for (const band of record.supportBands)
      write(`bands/${band.id}`, label.supportBands, `${band.name}: ${number(band.hoursPerWeek)} uur per week`)
    write('example', label.example, yesNo(record.example))
    for (const fact of record.facts)
      write(
        `facts/${fact.id}`,
        label.facts,
        `${fact.label}: ${number(fact.value)}, peildatum ${formatDate(fact.referenceDate)}, bron: ${fact.source}, ${check(fact.verified)}`,
      )
  },
  municipalities(record, write) {
    const label = fieldLabels.municipalities
    write('name', label.name, record.name)
    write('region', label.region, record.region)
    write('inhabitants', label.inhabitants, counted(record.inhabitants))
    write('socialStock', label.socialStock, counted(record.socialStock))
    const { tile } = record
    write(
      'tile',
      label.tile,
      tile === null ? '' : `kolom ${number(tile.column + 1)}, rij ${number(tile.row + 1)}`,
    )
  },
  partners(record, write, { nameOf }) {
    const label = fieldLabels.partners
    write('name', label.name, record.name)
    write('kind', label.kind, partnerKindLabels[record.kind])
    const area = record.municipalityIds.map((id) => nameOf('municipalities', id))
    write('municipalityIds', label.municipalityIds, area.length === 0 ? 'hele regio' : joinDutch(area))
    write('contactRole', label.contactRole, record.contactRole)
    write('perspective', label.perspective, record.perspective)
    const goal = record.goalEndorsed
    write('goalEndorsed', label.goalEndorsed, goal === null ? '' : `${formatDate(goal.on)}, ${goal.byRole}`)
    write('reachability', label.reachability, record.reachability)
    write('note', label.note, record.note)
  },
  arrangementTypes(record, write, { data }) {
    const label = fieldLabels.arrangementTypes
    write('name', label.name, record.name)
    write('family', label.family, familyLabels[record.family])
    write('contract', label.contract, contractLabels[record.contract])
    const bands = [...data.programme.values()].flatMap(({ supportBands }) => supportBands)
    const band = bands.find(({ id }) => id === record.supportBandId)?.name ?? 'onbekende zwaarte'
    write('supportBandId', label.supportBandId, record.supportBandId === null ? 'geen' : band)
    write('audience', label.audience, record.audience)
    write('duration', label.duration, record.duration)
    write('description', label.description, record.description)
    write('retired', label.retired, yesNo(record.retired))
  },
  projects(record, write, context) {
    const label = fieldLabels.projects
    const { nameOf } = context
    write('name', label.name, record.name)
    write('typeId', label.typeId, nameOf('arrangementTypes', record.typeId))
    write('municipalityId', label.municipalityId, nameOf('municipalities', record.municipalityId))
    write('associationId', label.associationId, named(nameOf, 'partners', record.associationId))
    write('supportProviderId', label.supportProviderId, named(nameOf, 'partners', record.supportProviderId))
    write('neighbourhoodContact', label.neighbourhoodContact, record.neighbourhoodContact)
    write('phase', label.phase, phaseLabels[record.phase])
    writePhases(record.phases, write)
    write('confidence', label.confidence, confidenceLabels[record.confidence])
    writeSteps('homes', label.homes, record.homes, write)
    writeSteps('support', label.support, record.support, write)
    writeRating(record.rating, write)
    write('owner', label.owner, record.owner)
    write('nextStep', label.nextStep, record.nextStep)
    const decision = record.closingDecision
    write(
      'closingDecision',
      label.closingDecision,
      decision === null ? '' : `${formatDate(decision.date)}: ${decision.text}`,
    )
    for (const dependency of record.dependencies)
      write(`dependencies/${dependency.id}`, label.dependencies, waitsFor(dependency, context))
    const { gate } = record
    write('gate.roles', `startpoort, ${gateLabels.roles}`, gate.roles)
    write('gate.relations', `startpoort, ${gateLabels.relations}`, gate.relations)
    write('gate.procedures', `startpoort, ${gateLabels.procedures}`, gate.procedures)
    write('gate.neighbourhoodPlan', `startpoort, ${gateLabels.neighbourhoodPlan}`, gate.neighbourhoodPlan)
    write('gate.mandate', `startpoort, ${gateLabels.mandate}`, gate.mandate)
    write('note', label.note, record.note)
  },
  milestones(record, write, { nameOf }) {
    const label = fieldLabels.milestones
    write('municipalityId', label.municipalityId, nameOf('municipalities', record.municipalityId))
    write('date', label.date, formatDate(record.date))
    write('places', label.places, number(record.places))
  },
  reports(record, write, { nameOf }) {
    const label = fieldLabels.reports
    write('name', label.name, record.name)
    write('referenceDate', label.referenceDate, formatDate(record.referenceDate))
    const scope = record.scope.map((id) => nameOf('municipalities', id))
    write('scope', label.scope, scope.length === 0 ? 'hele programma' : joinDutch(scope))
    write('coreMessage', label.coreMessage, record.coreMessage)
    write('requestedDecision', label.requestedDecision, record.requestedDecision)
    writeRating(record.rating, write)
    record.risks.forEach((risk) => {
      const owner = risk.owner === '' ? '' : ` (${risk.owner})`
      const measure = risk.measure === '' ? '' : `, maatregel: ${risk.measure}`
      write(`risks/${risk.id}`, label.risks, `${risk.text}${measure}${owner}`)
    })
    write('outlook', label.outlook, record.outlook)
  },
  baselines(record, write, { nameOf }) {
    const label = fieldLabels.baselines
    write('name', label.name, record.name)
    write('frozenOn', label.frozenOn, formatDate(record.frozenOn))
    write('note', label.note, record.note)
    for (const project of record.projects)
      write(`projects/${project.id}`, label.projects, `${project.name}, ${phaseLabels[project.phase]}`)
    const names = new Map(record.municipalities.map(({ id, name }) => [id, name]))
    for (const milestone of record.milestones)
      write(
        `milestones/${milestone.id}`,
        label.milestones,
        `${names.get(milestone.municipalityId) ?? nameOf('municipalities', milestone.municipalityId)}, ${formatDate(milestone.date)}: ${plural(milestone.places, 'plek', 'plekken')}`,
      )
    for (const type of record.types)
      write(`types/${type.id}`, label.types, `${type.name}, ${familyLabels[type.family]}`)
    for (const { id, name } of record.municipalities) write(`towns/${id}`, label.municipalities, name)
  },
  scenarios(record, write, { data }) {
    const label = fieldLabels.scenarios
    write('name', label.name, record.name)
    write('note', label.note, record.note)
    write('createdOn', label.createdOn, formatDate(record.createdOn))
    for (const change of record.changes) {
      const note = change.note === '' ? '' : ` (${change.note})`
      write(`changes/${change.id}`, label.changes, `${describeChange(data, change)}${note}`)
    }
  },
  reviewRounds: writeRound,
  reviewAnswers: writeAnswer,
  agreements: writeRegie('agreements'),
  commitments: writeRegie('commitments'),
  mandates: writeRegie('mandates'),
  decisions: writeRegie('decisions'),
  meetingTables: writeRegie('meetingTables'),
  sessions: writeRegie('sessions'),
  pictures: writeRegie('pictures'),
  dilemmas: writeRegie('dilemmas'),
  neighbourhoods: writeRegie('neighbourhoods'),
  lessons: writeRegie('lessons'),
  roleMixes: writeRegie('roleMixes'),
  directionChecks: writeRegie('directionChecks'),
  celebrations: writeRegie('celebrations'),
  trajectories: writeRegie('trajectories'),
}

/** Everything that a record says, in the order in which screens ask it. */
export function fieldTexts<K extends TableName>(table: K, record: Tables[K], context: Context): FieldText[] {
  const texts: FieldText[] = []
  WRITERS[table](record, (key, label, text) => texts.push({ key, label: capitalise(label), text }), context)
  return texts
}
