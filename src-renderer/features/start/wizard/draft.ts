import { fairShare } from '../../../domain/capacity'
import type { ProgrammeInput } from '../../../domain/commands'
import { compareDutch } from '../../../domain/labels'
import type { AllocationKey, Id, IsoDate, Municipality } from '../../../domain/model/entities'
import {
  achterhoekCentralMunicipality,
  achterhoekMunicipalities,
  achterhoekPartners,
  achterhoekRegion,
} from '../../../domain/model/startingSet'
import type { ReportCycle } from '../../../domain/model/values'
import type { Result } from '../../../domain/result'
import { isIsoDate } from '../../../domain/time/day'
import { isId } from '../../../domain/validation'

/** Municipality of an own region, as it is typed. */
export interface OwnMunicipality {
  readonly key: string
  name: string
  code: string
  inhabitants: number | null
}

/** Everything the wizard asks, as the person typed it: not yet a programme. */
export interface WizardDraft {
  region: 'achterhoek' | 'own'
  chosen: Id[]
  ownRegion: string
  own: OwnMunicipality[]
  name: string
  purpose: string
  start: IsoDate | null
  horizon: IsoDate | null
  cycle: ReportCycle
  baseline: number | null
  ambition: number | null
  basis: 'inhabitants' | 'manual'
  weights: Record<Id, number | null>
}

export const STEPS = ['region', 'period', 'ambition', 'check'] as const
export type Step = (typeof STEPS)[number]
export type Errors = Record<string, string>

let made = 0
export function ownMunicipality(): OwnMunicipality {
  made += 1
  return { key: `own-${String(made)}`, name: '', code: '', inhabitants: null }
}

export function freshDraft(today: IsoDate): WizardDraft {
  const year = Number(today.slice(0, 4))
  return {
    region: 'achterhoek',
    chosen: achterhoekMunicipalities.map((m) => m.id),
    ownRegion: '',
    own: [ownMunicipality(), ownMunicipality()],
    name: '',
    purpose: '',
    start: `${String(year)}-01-01`,
    horizon: `${String(year + 4)}-12-31`,
    cycle: 'quarter',
    baseline: 0,
    ambition: null,
    basis: 'inhabitants',
    weights: {},
  }
}

const COLUMNS = 4

/** The municipalities as they will be in the programme. Those without a code get one from their place in the list. */
export function municipalitiesOf(draft: WizardDraft, today: IsoDate): Municipality[] {
  if (draft.region === 'achterhoek')
    return achterhoekMunicipalities
      .filter((m) => draft.chosen.includes(m.id))
      .sort((a, b) => compareDutch(a.name, b.name))
  return named(draft).map((m, index) => ({
    id: m.code.trim() === '' ? `gemeente-${String(index + 1)}` : m.code.trim(),
    name: m.name.trim(),
    region: draft.ownRegion.trim(),
    inhabitants:
      m.inhabitants === null
        ? null
        : { value: m.inhabitants, referenceDate: today, source: 'eigen opgave', verified: false },
    socialStock: null,
    tile: { column: index % COLUMNS, row: Math.floor(index / COLUMNS) },
  }))
}

/** Rows left empty don't count. */
function named(draft: WizardDraft): OwnMunicipality[] {
  return draft.own.filter((m) => m.name.trim() !== '' || m.code.trim() !== '' || m.inhabitants !== null)
}

export function allocationKeyOf(draft: WizardDraft, municipalities: readonly Municipality[]): AllocationKey {
  const manualWeights: Record<Id, number> = {}
  if (draft.basis === 'manual') for (const m of municipalities) manualWeights[m.id] = draft.weights[m.id] ?? 0
  return { basis: draft.basis, manualWeights, source: '', decisionDate: null }
}

/** Fair share of a total for each municipality, or why it can't be told yet. */
export function sharesOf(
  draft: WizardDraft,
  municipalities: readonly Municipality[],
  total: number | null,
): Result<Map<Id, number>> {
  const weights = new Map<Id, number>()
  for (const m of municipalities)
    weights.set(m.id, draft.basis === 'manual' ? (draft.weights[m.id] ?? 0) : (m.inhabitants?.value ?? 0))
  return fairShare(municipalities, weights, total ?? 0)
}

const wholeOrMore = (value: number | null): boolean => value !== null && Number.isInteger(value) && value >= 0

function checkRegion(draft: WizardDraft): Errors {
  const errors: Errors = {}
  if (draft.region === 'achterhoek') {
    if (draft.chosen.length === 0) errors['chosen'] = 'Kies ten minste één gemeente.'
    return errors
  }
  if (draft.ownRegion.trim() === '') errors['ownRegion'] = 'Vul de naam van de regio in.'
  const rows = named(draft)
  if (rows.length === 0) errors['own'] = 'Vul ten minste één gemeente in.'
  const codes = rows.map((m) => m.code.trim()).filter((code) => code !== '')
  for (const m of rows) {
    const code = m.code.trim()
    if (m.name.trim() === '') errors[`${m.key}.name`] = 'Vul de naam in.'
    if (code !== '' && !isId(code)) errors[`${m.key}.code`] = 'Gebruik letters en cijfers, zoals GM0222.'
    else if (codes.indexOf(code) !== codes.lastIndexOf(code))
      errors[`${m.key}.code`] = 'Deze code staat er twee keer in.'
    if (m.inhabitants !== null && !wholeOrMore(m.inhabitants))
      errors[`${m.key}.inhabitants`] = 'Vul een heel getal van 0 of meer in.'
  }
  return errors
}

function checkPeriod(draft: WizardDraft): Errors {
  const errors: Errors = {}
  if (draft.name.trim() === '') errors['name'] = 'Vul een naam in.'
  if (draft.start === null || !isIsoDate(draft.start))
    errors['start'] = 'Kies de eerste dag van het programma.'
  if (draft.horizon === null || !isIsoDate(draft.horizon))
    errors['horizon'] = 'Kies de laatste dag van het programma.'
  else if (draft.start !== null && draft.horizon <= draft.start)
    errors['horizon'] = 'De horizon moet na het begin liggen.'
  return errors
}

function checkAmbition(draft: WizardDraft, municipalities: readonly Municipality[]): Errors {
  const errors: Errors = {}
  if (!wholeOrMore(draft.baseline)) errors['baseline'] = 'Vul een heel getal van 0 of meer in.'
  if (!wholeOrMore(draft.ambition))
    errors['ambition'] = 'Vul in hoeveel plekken er op de horizon moeten zijn: een heel getal van 0 of meer.'
  const missing = municipalities.find((m) => m.inhabitants === null)
  if (draft.basis === 'inhabitants' && missing !== undefined)
    errors['basis'] =
      `Van ${missing.name} is het aantal inwoners niet ingevuld. Vul het in bij stap 1, of kies een eigen verdeling.`
  const weights = municipalities.map((m) => draft.weights[m.id] ?? 0)
  if (draft.basis === 'manual') {
    if (weights.some((w) => !Number.isFinite(w) || w < 0))
      errors['basis'] = 'Een gewicht is een getal van 0 of meer.'
    else if (weights.every((w) => w === 0))
      errors['basis'] = 'Geef ten minste één gemeente een gewicht van meer dan 0.'
  } else if (missing === undefined && municipalities.every((m) => (m.inhabitants?.value ?? 0) === 0))
    errors['basis'] = 'Alle gemeenten hebben 0 inwoners. Vul bij stap 1 het aantal inwoners in.'
  return errors
}

/** What is wrong in a step, by field. Empty means: on to the next. */
export function checkStep(step: Step, draft: WizardDraft, today: IsoDate): Errors {
  if (step === 'region') return checkRegion(draft)
  if (step === 'period') return checkPeriod(draft)
  if (step === 'ambition') return checkAmbition(draft, municipalitiesOf(draft, today))
  return {}
}

/** The input of the command. Call it only when no step has an error. */
export function inputOf(draft: WizardDraft, today: IsoDate): ProgrammeInput {
  const municipalities = municipalitiesOf(draft, today)
  const ids = new Set(municipalities.map((m) => m.id))
  const inAchterhoek = draft.region === 'achterhoek'
  const central =
    inAchterhoek && ids.has(achterhoekCentralMunicipality) ? achterhoekCentralMunicipality : null
  return {
    name: draft.name,
    region: inAchterhoek ? achterhoekRegion : draft.ownRegion,
    purpose: draft.purpose.trim(),
    start: draft.start ?? '',
    horizon: draft.horizon ?? '',
    cycle: draft.cycle,
    municipalities,
    centralMunicipalityId: central,
    partners: inAchterhoek ? partnersIn(ids) : [],
    allocationKey: allocationKeyOf(draft, municipalities),
    baselineTotal: draft.baseline ?? 0,
    ambitionTotal: draft.ambition ?? 0,
  }
}

/** Partners that work in one of the municipalities, with only those of their municipalities. */
function partnersIn(ids: ReadonlySet<Id>) {
  return achterhoekPartners
    .map((p) => ({ ...p, municipalityIds: p.municipalityIds.filter((id) => ids.has(id)) }))
    .filter(
      (p, index) => achterhoekPartners[index]?.municipalityIds.length === 0 || p.municipalityIds.length > 0,
    )
}
