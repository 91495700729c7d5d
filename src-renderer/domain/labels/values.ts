import type { StartGate } from '../model/dependency'
import type {
  AllocationBasis,
  CapacityStatus,
  Confidence,
  ContractForm,
  Family,
  PartnerKind,
  Phase,
  RatingColour,
  ReportCycle,
} from '../model/values'

/** The Dutch words for every code of the domain: the one place where screens, reports and files find them. */

export const statusLabels: Readonly<Record<CapacityStatus, string>> = {
  idea: 'idee',
  explored: 'verkend',
  committed: 'toegezegd',
  preparing: 'in voorbereiding',
  available: 'beschikbaar',
  ended: 'beëindigd',
}

/** Groups of statuses as the transition balance counts them. */
export const statusGroupLabels = {
  shelterOpen: 'opvangplekken open',
  realised: 'gerealiseerd',
  committed: 'toegezegd',
  planned: 'gepland',
  ambition: 'ambitie',
  gap: 'nog te vinden',
} as const
export type StatusGroup = keyof typeof statusGroupLabels

export const familyLabels: Readonly<Record<Family, string>> = {
  shelter: 'opvang',
  intermediate: 'tussenvorm',
  housing: 'wonen met begeleiding',
}

export const contractLabels: Readonly<Record<ContractForm, string>> = {
  ownLease: 'eigen huurcontract',
  conditionalLease: 'huurcontract met voorwaarden',
  intermediaryLease: 'zorgaanbieder huurt',
  temporaryLease: 'tijdelijk huurcontract',
  sublet: 'onderhuur',
  useAgreement: 'gebruiksovereenkomst',
  none: 'geen contract',
}

export const phaseLabels: Readonly<Record<Phase, string>> = {
  idea: 'idee',
  exploration: 'verkenning',
  agreements: 'afspraken en mandaat',
  location: 'locatie of woning',
  neighbourhood: 'buurtgesprek en beheerplan',
  decision: 'besluit',
  preparation: 'voorbereiding',
  inUse: 'in gebruik',
  evaluation: 'evaluatie',
  ended: 'bijgesteld of beëindigd',
}

export const confidenceLabels: Readonly<Record<Confidence, string>> = {
  certain: 'zeker',
  likely: 'waarschijnlijk',
  uncertain: 'onzeker',
}

export const ratingLabels: Readonly<Record<RatingColour, string>> = {
  green: 'groen',
  orange: 'oranje',
  red: 'rood',
  grey: 'grijs',
}

/** What the colour says, for legends and definitions. */
export const ratingMeanings: Readonly<Record<RatingColour, string>> = {
  green: 'op schema in tijd, geld en kwaliteit',
  orange: 'loopt risico',
  red: 'loopt niet zoals afgesproken',
  grey: 'nog niet begonnen',
}

export const partnerKindLabels: Readonly<Record<PartnerKind, string>> = {
  municipality: 'gemeente',
  housingAssociation: 'woningcorporatie',
  shelterProvider: 'opvangorganisatie',
  careProvider: 'zorgaanbieder',
  safetyHouse: 'zorg- en veiligheidshuis',
  police: 'politie',
  insurer: 'zorgverzekeraar of zorgkantoor',
  expertsByExperience: 'ervaringsdeskundigen',
  residents: 'bewoners',
  other: 'andere partner',
}

export const allocationBasisLabels: Readonly<Record<AllocationBasis, string>> = {
  inhabitants: 'aantal inwoners',
  socialStock: 'aantal sociale huurwoningen',
  manual: 'eigen verdeling',
}

export const reportCycleLabels: Readonly<Record<ReportCycle, string>> = {
  quarter: 'elk kwartaal',
  halfYear: 'elk half jaar',
  year: 'elk jaar',
}

/** Shown where a project has no housing association. */
export const NO_ASSOCIATION = 'zonder corporatie'

/** What partners agree before a project goes on (startpoort). */
export const gateLabels: Readonly<Record<keyof StartGate, string>> = {
  roles: 'rollen',
  relations: 'samenwerking',
  procedures: 'werkwijze',
  neighbourhoodPlan: 'beheerplan met de buurt',
  mandate: 'mandaat',
}

/** The question behind each part of the start gate, for the form. */
export const gateQuestions: Readonly<Record<keyof StartGate, string>> = {
  roles: 'Wie doet wat?',
  relations: 'Hoe werken de partners samen en spreken zij elkaar aan?',
  procedures: 'Hoe worden besluiten genomen en problemen opgelost?',
  neighbourhoodPlan: 'Wat is met de buurt afgesproken over samenleven en beheer?',
  mandate: 'Wie mag besluiten, tot welke grens, en welke bestuurder staat erachter?',
}
