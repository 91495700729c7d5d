import type { IsoDate } from '../model/basics'
import type {
  AGREEMENT_KINDS,
  AGREEMENT_STATES,
  CARRYING_LEVELS,
  COMMITMENT_KINDS,
  COMMITMENT_STATES,
  DecisionState,
  DIRECTION_ANSWERS,
  DIRECTION_VERDICTS,
  DirectionQuestion,
  LESSON_OUTCOMES,
  Level,
  LimitUnit,
  LINE_KINDS,
  MunicipalRole,
  SESSION_KINDS,
  SIGNAL_KINDS,
  SteeringMode,
  StepKind,
  Subject,
} from '../regie/codes'
import { formatDate, formatNumber } from './format'

type Words<T extends string> = Readonly<Record<T, string>>

/** The Dutch words for the codes of regie. */

export const levelLabels: Words<Level> = {
  operational: 'uitvoerend',
  tactical: 'tactisch',
  board: 'bestuurlijk',
}

export const steeringLabels: Words<SteeringMode> = {
  directing: 'regisseren',
  conducting: 'dirigeren',
  involving: 'betrekken',
}

/** What a level asks of those who agree something on it. */
export const levelHints: Words<Level> = {
  operational: 'uitvoeringskracht: wie het werk doet, spreekt het af',
  tactical: 'beleid en kaders: wie het werk regelt, spreekt het af',
  board: 'bestuurskracht: wie beslist en rugdekking geeft, spreekt het af',
}

/** When each way of steering fits, in one line. */
export const steeringHints: Words<SteeringMode> = {
  directing: 'Voorkomen: u brengt partners bijeen en bewaakt de lijn, ieder doet het eigen deel.',
  conducting: 'Bestrijden: een van de partners geeft de maat aan en de rest speelt op dat moment mee.',
  involving: 'Adviseren: u vraagt anderen mee te denken, de eigenaar weegt dat en beslist.',
}

export const municipalRoleLabels: Words<MunicipalRole> = {
  lawful: 'rechtmatig',
  performing: 'presterend',
  networking: 'netwerkend',
  participating: 'participerend',
}

/** What each role looks at; a municipality has all four, in a mix that changes. */
export const municipalRoleHints: Words<MunicipalRole> = {
  lawful: 'gericht op de taak: wet en regels, voor iedereen gelijk',
  performing: 'gericht op het proces: doelen stellen en laten zien wat lukt',
  networking: 'gericht op de keten: samen met partners doen wat niemand alleen kan',
  participating: 'gericht op de samenleving: aansluiten bij wat bewoners zelf beginnen',
}

export const subjectLabels: Words<Subject> = {
  homes: 'plekken en woningen',
  support: 'begeleiding',
  money: 'geld',
  location: 'locatie',
  closing: 'afbouw van opvang',
  neighbourhood: 'buurt',
  collaboration: 'samenwerking',
}

export const limitUnitLabels: Words<LimitUnit> = {
  euro: 'euro',
  places: 'plekken',
  hours: 'uur per week',
}

export const agreementKindLabels: Words<(typeof AGREEMENT_KINDS)[number]> = {
  agreement: 'afspraak',
  action: 'actie',
}

export const agreementStateLabels: Words<(typeof AGREEMENT_STATES)[number]> = {
  open: 'open',
  done: 'nagekomen',
  dropped: 'vervallen',
}

export const stepKindLabels: Words<StepKind> = {
  address: 'aanspreken',
  support: 'ondersteunen',
  escalate: 'opschalen',
}

/** The same once it is done. */
export const stepDoneLabels: Words<StepKind> = {
  address: 'aangesproken',
  support: 'ondersteund',
  escalate: 'opgeschaald',
}

export const commitmentKindLabels: Words<(typeof COMMITMENT_KINDS)[number]> = {
  places: 'plekken',
  hours: 'uren begeleiding per week',
  money: 'geld',
  people: 'mensen',
  other: 'iets anders',
}

/** What was promised, in its own measure: `12 plekken`, `7,5 uur begeleiding per week`. */
export function commitmentAmount(kind: (typeof COMMITMENT_KINDS)[number], amount: number): string {
  const count = formatNumber(amount, [0, 1].find((n) => Number.isInteger(amount * 10 ** n)) ?? 2)
  switch (kind) {
    case 'places':
      return `${count} ${amount === 1 ? 'plek' : 'plekken'}`
    case 'hours':
      return `${count} uur begeleiding per week`
    case 'money':
      return `${count} euro`
    case 'people':
      return `${count} ${amount === 1 ? 'mens' : 'mensen'}`
    case 'other':
      return count
  }
}

export const commitmentStateLabels: Words<(typeof COMMITMENT_STATES)[number]> = {
  promised: 'toegezegd',
  kept: 'waargemaakt',
  withdrawn: 'ingetrokken',
}

export const decisionStateLabels: Words<DecisionState> = {
  asked: 'gevraagd',
  taken: 'genomen',
  rejected: 'afgewezen',
  withdrawn: 'ingetrokken',
}

export const sessionKindLabels: Words<(typeof SESSION_KINDS)[number]> = {
  meeting: 'overleg',
  creative: 'creatieve sessie',
}

export const lineKindLabels: Words<(typeof LINE_KINDS)[number]> = {
  note: 'notitie',
  action: 'actie',
  decision: 'besluit',
  dilemma: 'dilemma',
}

export const signalKindLabels: Words<(typeof SIGNAL_KINDS)[number]> = {
  nuisance: 'overlast',
  appreciation: 'waardering',
  question: 'vraag',
  initiative: 'initiatief van bewoners',
}

export const carryingLabels: Words<(typeof CARRYING_LEVELS)[number]> = {
  room: 'ruimte',
  balance: 'in balans',
  strained: 'onder druk',
}

export const lessonOutcomeLabels: Words<(typeof LESSON_OUTCOMES)[number]> = {
  keep: 'vasthouden',
  adjust: 'aanpassen',
  release: 'loslaten',
}

export const directionQuestionLabels: Words<DirectionQuestion> = {
  severalDomains: 'Spelen er problemen op meer leefgebieden tegelijk?',
  severalPartners: 'Kan dit alleen als meer partners samenwerken?',
  nobodyLeads: 'Is onduidelijk wie de leiding heeft?',
  viewsDiffer: 'Kijken partners verschillend naar de opgave?',
  noAgreements: 'Ontbreken afspraken over rollen, verhoudingen en procedures?',
  standsStill: 'Staat het stil, of wacht iedereen op elkaar?',
}

export const directionAnswerLabels: Words<(typeof DIRECTION_ANSWERS)[number]> = {
  yes: 'ja',
  no: 'nee',
  unknown: 'weet ik niet',
}

export const directionVerdictLabels: Words<(typeof DIRECTION_VERDICTS)[number]> = {
  needed: 'regie nodig',
  notNeeded: 'geen regie nodig',
  open: 'nog open',
}

interface Poles {
  readonly firstPole: string
  readonly secondPole: string
}

/** Where a dilemma stands between its poles, from -100 to 100: `iets meer naar samensturing`. */
export function placeWords({ firstPole, secondPole }: Poles, at: number): string {
  const pole = at < 0 ? firstPole : secondPole
  const far = Math.abs(at)
  if (far < 5) return 'in het midden'
  if (far > 90) return `helemaal bij ${pole}`
  return `${far <= 30 ? 'iets meer' : far <= 60 ? 'meer' : 'veel meer'} naar ${pole}`
}

/** Where it stood: `Was iets meer naar samensturing, sinds 14 april 2026: de reden`. */
export const placeBefore = (
  poles: Poles,
  { at, on, why }: { readonly at: number; readonly on: IsoDate; readonly why: string },
): string => `Was ${placeWords(poles, at)}, sinds ${formatDate(on)}: ${why}`
