import { formatDate } from '../labels'
import type {
  AllocationKey,
  AmbitionMilestone,
  ArrangementType,
  Municipality,
  Partner,
  Programme,
  ProgressReport,
  SourcedCount,
} from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { DomainError } from '../result'
import { isIsoDate } from '../time/day'
import { Problems } from './checks'
import {
  MAX_BANDS,
  MAX_COUNT,
  MAX_FACTS,
  MAX_HOURS_PER_WEEK,
  MAX_RISKS,
  MAX_TILE,
  MAX_WEIGHT,
} from './limits'
import { checkRating } from './rating'

/** All problems of the programme record. */
export function validateProgrammeRecord(data: ProgrammeData, programme: Programme): DomainError[] {
  const problems = new Problems()
  problems.name(programme.name)
  problems.name(programme.region, 'region')
  problems.text(programme.purpose, 'purpose')
  const startIsDate = problems.date(programme.start, 'start')
  const horizonIsDate = problems.date(programme.horizon, 'horizon')
  if (startIsDate && horizonIsDate && programme.start >= programme.horizon)
    problems.add(
      'date-order',
      `Het programma begint op ${formatDate(programme.start)}, maar de horizon is ${formatDate(programme.horizon)}. Kies een horizon na het begin.`,
      'horizon',
    )
  if (programme.centralMunicipalityId !== null && !data.municipalities.has(programme.centralMunicipalityId))
    problems.add(
      'municipality-unknown',
      'Kies een centrumgemeente van dit programma, of kies er geen.',
      'centralMunicipalityId',
    )
  checkBands(problems, data, programme)
  if (programme.facts.length > MAX_FACTS)
    problems.add('too-many', `Er passen hoogstens ${String(MAX_FACTS)} feiten in een programma.`, 'facts')
  programme.facts.forEach((fact, i) => {
    const path = `facts.${String(i)}`
    problems.id(fact.id, `${path}.id`)
    problems.name(fact.label, `${path}.label`)
    problems.text(fact.source, `${path}.source`)
    if (!Number.isFinite(fact.value)) problems.add('number-invalid', 'Vul een getal in.', `${path}.value`)
    if (
      !isIsoDate(fact.referenceDate) &&
      !(fact.referenceDate.length === 7 && isIsoDate(`${fact.referenceDate}-01`))
    )
      problems.add('date-invalid', 'Vul een datum in, of een jaar en een maand.', `${path}.referenceDate`)
  })
  problems.unique(
    programme.facts,
    (f) => f.id,
    (i) => `facts.${String(i)}.id`,
    'Twee feiten hebben dezelfde code.',
  )
  for (const error of validateAllocationKey(data, programme.allocationKey))
    problems.add(error.code, error.message, `allocationKey.${error.field ?? ''}`)
  return problems.list
}

function checkBands(problems: Problems, data: ProgrammeData, programme: Programme): void {
  const bands = programme.supportBands
  if (bands.length > MAX_BANDS)
    problems.add(
      'too-many',
      `Er passen hoogstens ${String(MAX_BANDS)} vormen van begeleiding in een programma.`,
      'supportBands',
    )
  bands.forEach((band, i) => {
    problems.id(band.id, `supportBands.${String(i)}.id`)
    problems.name(band.name, `supportBands.${String(i)}.name`)
    if (!(band.hoursPerWeek > 0 && band.hoursPerWeek <= MAX_HOURS_PER_WEEK))
      problems.add(
        'number-invalid',
        `Het aantal uren per week moet meer zijn dan 0 en hoogstens ${String(MAX_HOURS_PER_WEEK)}.`,
        `supportBands.${String(i)}.hoursPerWeek`,
      )
  })
  problems.unique(
    bands,
    (b) => b.id,
    (i) => `supportBands.${String(i)}.id`,
    'Twee vormen van begeleiding hebben dezelfde code.',
  )
  const known = new Set(bands.map((b) => b.id))
  for (const type of data.arrangementTypes.values())
    if (type.supportBandId !== null && !known.has(type.supportBandId))
      problems.add(
        'in-use',
        `Het arrangementtype "${type.name}" gebruikt een vorm van begeleiding die niet (meer) bestaat. Wijzig eerst dat type.`,
        'supportBands',
      )
}

/** All problems of an allocation key. Weights that are all zero are refused when the key is manual. */
export function validateAllocationKey(data: ProgrammeData, key: AllocationKey): DomainError[] {
  const problems = new Problems()
  problems.text(key.source, 'source')
  problems.dateOrNull(key.decisionDate, 'decisionDate')
  let sum = 0
  for (const [id, weight] of Object.entries(key.manualWeights)) {
    if (!data.municipalities.has(id))
      problems.add(
        'municipality-unknown',
        'De verdeelsleutel noemt een gemeente die niet in dit programma staat.',
        `manualWeights.${id}`,
      )
    if (!Number.isFinite(weight) || weight < 0 || weight > MAX_WEIGHT)
      problems.add('weights-negative', 'Een gewicht is een getal van 0 of meer.', `manualWeights.${id}`)
    else sum += weight
  }
  if (key.basis === 'manual' && sum === 0)
    problems.add(
      'weights-zero',
      'Alle gewichten in de verdeelsleutel zijn 0. Vul voor ten minste één gemeente een gewicht in, of kies een andere sleutel.',
      'manualWeights',
    )
  return problems.list
}

function checkCount(problems: Problems, count: SourcedCount | null, what: string, field: string): void {
  if (count === null) return
  problems.whole(count.value, 0, MAX_COUNT, what, `${field}.value`)
  problems.date(count.referenceDate, `${field}.referenceDate`)
  problems.text(count.source, `${field}.source`)
}

export function validateMunicipality(data: ProgrammeData, municipality: Municipality): DomainError[] {
  const problems = new Problems()
  problems.id(municipality.id, 'id')
  problems.name(municipality.name)
  problems.name(municipality.region, 'region')
  checkCount(problems, municipality.inhabitants, 'Het aantal inwoners', 'inhabitants')
  checkCount(problems, municipality.socialStock, 'Het aantal sociale huurwoningen', 'socialStock')
  const { tile } = municipality
  if (tile === null) return problems.list
  problems.whole(tile.column, 0, MAX_TILE, 'De kolom op de kaart', 'tile.column')
  problems.whole(tile.row, 0, MAX_TILE, 'De rij op de kaart', 'tile.row')
  for (const other of data.municipalities.values())
    if (
      other.id !== municipality.id &&
      other.region === municipality.region &&
      other.tile?.column === tile.column &&
      other.tile.row === tile.row
    )
      problems.add(
        'duplicate',
        `Op deze plaats van de kaart staat ${other.name} al. Kies een andere plaats.`,
        'tile',
      )
  return problems.list
}

export function validatePartner(data: ProgrammeData, partner: Partner): DomainError[] {
  const problems = new Problems()
  problems.id(partner.id, 'id')
  problems.name(partner.name)
  for (const field of ['contactRole', 'perspective', 'reachability', 'note'] as const)
    problems.text(partner[field], field)
  if (partner.goalEndorsed !== null) {
    problems.date(partner.goalEndorsed.on, 'goalEndorsed.on')
    problems.name(partner.goalEndorsed.byRole, 'goalEndorsed.byRole')
  }
  partner.municipalityIds.forEach((id, i) => {
    if (!data.municipalities.has(id))
      problems.add(
        'municipality-unknown',
        'Kies gemeenten van dit programma.',
        `municipalityIds.${String(i)}`,
      )
  })
  problems.unique(
    partner.municipalityIds,
    (id) => id,
    (i) => `municipalityIds.${String(i)}`,
    'Deze gemeente staat er twee keer in.',
  )
  return problems.list
}

export function validateArrangementType(data: ProgrammeData, type: ArrangementType): DomainError[] {
  const problems = new Problems()
  problems.id(type.id, 'id')
  problems.name(type.name)
  for (const field of ['audience', 'duration', 'description'] as const) problems.text(type[field], field)
  const bands = [...data.programme.values()].flatMap((p) => p.supportBands)
  if (type.supportBandId !== null && !bands.some((b) => b.id === type.supportBandId))
    problems.add(
      'band-unknown',
      'Kies een vorm van begeleiding van dit programma, of kies er geen.',
      'supportBandId',
    )
  return problems.list
}

export function validateMilestone(data: ProgrammeData, milestone: AmbitionMilestone): DomainError[] {
  const problems = new Problems()
  problems.id(milestone.id, 'id')
  problems.date(milestone.date, 'date')
  problems.whole(milestone.places, 0, MAX_COUNT, 'De ambitie', 'places')
  if (!data.municipalities.has(milestone.municipalityId))
    problems.add('municipality-unknown', 'Kies een gemeente van dit programma.', 'municipalityId')
  return problems.list
}

export function validateReport(data: ProgrammeData, report: ProgressReport): DomainError[] {
  const problems = new Problems()
  problems.id(report.id, 'id')
  problems.name(report.name)
  problems.date(report.referenceDate, 'referenceDate')
  for (const field of ['coreMessage', 'requestedDecision', 'outlook'] as const)
    problems.text(report[field], field)
  report.scope.forEach((id, i) => {
    if (!data.municipalities.has(id))
      problems.add('municipality-unknown', 'Kies gemeenten van dit programma.', `scope.${String(i)}`)
  })
  problems.unique(
    report.scope,
    (id) => id,
    (i) => `scope.${String(i)}`,
    'Deze gemeente staat er twee keer in.',
  )
  checkRating(problems, report.rating)
  if (report.risks.length > MAX_RISKS)
    problems.add('too-many', `Er passen hoogstens ${String(MAX_RISKS)} risico's in een rapport.`, 'risks')
  report.risks.forEach((risk, i) => {
    const path = `risks.${String(i)}`
    problems.id(risk.id, `${path}.id`)
    if (risk.text.trim() === '') problems.add('risk-text-missing', 'Beschrijf het risico.', `${path}.text`)
    for (const field of ['text', 'measure', 'owner'] as const) problems.text(risk[field], `${path}.${field}`)
  })
  problems.unique(
    report.risks,
    (r) => r.id,
    (i) => `risks.${String(i)}.id`,
    "Twee risico's hebben dezelfde code.",
  )
  return problems.list
}
