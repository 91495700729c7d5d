import { formatNumber, plural } from '../labels/format'
import { type DomainError } from '../result'
import { isIsoDate } from '../time/day'
import type { SimulationInputs } from './inputs'
import { type Parameter, parameters, type ParameterUnit } from './parameters'

/** Longest simulation: twenty years. */
export const MAX_MONTHS = 240
/** People, places and months above these are a slip of the pen, and would only make the program slow. */
const MAX_PEOPLE = 100_000
const LIMITS: Readonly<Record<ParameterUnit, readonly [low: number, high: number]>> = {
  people: [0, MAX_PEOPLE],
  peopleAMonth: [0, 10_000],
  months: [0, 1200],
  share: [0, 1],
  factor: [0, 10],
  rate: [0, 5],
}

/** Everything that is wrong with the inputs, in Dutch; `field` is the key of the number concerned. */
export function validateInputs(inputs: SimulationInputs): DomainError[] {
  const errors: DomainError[] = []
  const add = (code: string, message: string, field: string): void => {
    errors.push({ code, message, field })
  }
  if (!isIsoDate(inputs.start)) add('date-invalid', 'De begindatum is geen bestaande datum.', 'start')
  if (!Number.isInteger(inputs.months) || inputs.months < 1 || inputs.months > MAX_MONTHS)
    add('months', `Kies een aantal maanden van 1 tot en met ${String(MAX_MONTHS)}.`, 'months')
  for (const parameter of parameters(inputs)) checkRange(parameter, add)
  for (const type of inputs.types)
    if (!Number.isInteger(type.stayShape) || type.stayShape < 1 || type.stayShape > 20)
      add(
        'shape',
        `De spreiding van de verblijfsduur van ${type.name} is een heel getal van 1 tot en met 20.`,
        `shape/${type.id}`,
      )
  for (const m of inputs.municipalities)
    if (!(m.inflowWeight >= 0) || !(m.startWeight >= 0))
      add('weight', `Het gewicht van ${m.name} kan niet lager zijn dan 0.`, `weight/${m.id}`)
  for (const lot of inputs.lots)
    if (!Number.isInteger(lot.places) || lot.places < 0 || lot.places > MAX_PEOPLE)
      add(
        'places',
        `Het aantal plekken van ${lot.projectName} moet een heel getal van 0 of meer zijn.`,
        'lots',
      )
  return errors
}

function checkRange(
  { key, label, unit, range }: Parameter,
  add: (code: string, message: string, field: string) => void,
): void {
  const { low, value, high } = range
  const [least, most] = LIMITS[unit]
  if (![low, value, high].every((n) => Number.isFinite(n)))
    add('number', `${label}: vul een getal in bij laag, verwacht en hoog.`, key)
  else if (low < least || high > most)
    add('limits', `${label}: het bereik ligt tussen ${formatNumber(least)} en ${formatNumber(most)}.`, key)
  else if (low > value || value > high)
    add('order', `${label}: zet de getallen in volgorde; laag, verwacht, hoog.`, key)
  // A place that is left the moment it is taken would never let time go on.
  else if (key.startsWith('stay/') && low < 0.1)
    add('stay-short', `${label}: korter dan een tiende maand kan niet worden doorgerekend.`, key)
}

/** Widest inflow on which anything can be said: highest against lowest. */
const WIDEST_INFLOW = 4
/** With fewer months than this nothing settles. */
const FEWEST_MONTHS = 3

/** Why the simulation should keep silent, in Dutch. Empty: there is enough to go on. */
export function tooThin(inputs: SimulationInputs): string[] {
  const reasons: string[] = []
  if (inputs.municipalities.length === 0) reasons.push('Er staan nog geen gemeenten in het programma.')
  if (inputs.waitingAtStart === null)
    reasons.push(
      'Het is niet bekend hoeveel mensen er nu zonder huis zijn. Vul een telling in, met de bron erbij.',
    )
  if (inputs.inflow === null)
    reasons.push(
      'De instroom is niet bekend. Vul in hoeveel mensen er per maand dakloos worden, met de bron erbij.',
    )
  else if (inputs.inflow.high > inputs.inflow.low * WIDEST_INFLOW)
    reasons.push(
      `De instroom is te onzeker: de hoogste waarde is meer dan ${String(WIDEST_INFLOW)} keer de laagste. Zoek een betere bron.`,
    )
  if (!inputs.lots.some((lot) => lot.track === 'homes'))
    reasons.push('Er staan geen plekken in het plan, ook niet als idee. Voeg eerst projecten toe.')
  if (inputs.profiles.length === 0)
    reasons.push('Er is geen behoefteprofiel: het is niet bekend wat mensen nodig hebben.')
  for (const profile of inputs.profiles)
    if (!profile.suits.some((id) => inputs.types.some((t) => t.id === id)))
      reasons.push(`Bij het profiel "${profile.name}" past geen enkel arrangementtype.`)
  if (inputs.months < FEWEST_MONTHS)
    reasons.push(`Reken ten minste ${plural(FEWEST_MONTHS, 'maand', 'maanden')} door; korter zegt niets.`)
  return reasons
}

/** A count older than this many years is shown with a warning. */
const OLD_YEARS = 2

/** What the reader must know before trusting the result, in Dutch; these do not stop it. */
export function cautions(inputs: SimulationInputs): string[] {
  const list: string[] = []
  if (inputs.inflow?.basis === 'assumed')
    list.push('De instroom is een aanname, geen telling. Zij weegt zwaar in de uitkomst.')
  const count = inputs.waitingAtStart
  if (count !== null) {
    if (count.basis === 'assumed')
      list.push('Het aantal wachtenden bij de start is een aanname, geen telling.')
    const years = Number(inputs.start.slice(0, 4)) - Number(count.date.slice(0, 4))
    const exact = inputs.start.slice(5) < count.date.slice(5) ? years - 1 : years
    if (exact >= OLD_YEARS)
      list.push(`De telling waarmee de doorrekening begint is ${String(exact)} jaar oud.`)
  }
  if (inputs.profiles.some((p) => p.share.basis === 'assumed'))
    list.push(
      'De verdeling van de vraag over soorten begeleiding is een aanname: zij volgt de plekken in het plan.',
    )
  return list
}
