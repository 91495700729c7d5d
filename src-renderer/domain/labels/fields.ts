import type { StatusRating } from '../model/entities'
import type { TableName, Tables } from '../model/programmeData'

/** Every field of every table by its Dutch name: a field that is added to the model needs a word here. */
export const fieldLabels: {
  readonly [K in TableName]: Readonly<Record<Exclude<keyof Tables[K], 'id'>, string>>
} = {
  programme: {
    name: 'naam',
    purpose: 'lonkend perspectief',
    region: 'regio',
    centralMunicipalityId: 'centrumgemeente',
    start: 'begin',
    horizon: 'einde',
    cycle: 'rapportage',
    allocationKey: 'verdeelsleutel',
    supportBands: 'zwaarte van begeleiding',
    example: 'voorbeeld',
    facts: 'feit over de regio',
  },
  municipalities: {
    name: 'naam',
    region: 'regio',
    inhabitants: 'inwoners',
    socialStock: 'sociale huurwoningen',
    tile: 'plaats op de kaart',
  },
  partners: {
    name: 'naam',
    kind: 'soort',
    municipalityIds: 'werkgebied',
    contactRole: 'aanspreekpunt',
    perspective: 'kijk op de opgave',
    note: 'notitie',
  },
  arrangementTypes: {
    name: 'naam',
    family: 'soort',
    contract: 'contract',
    supportBandId: 'begeleiding',
    audience: 'doelgroep',
    duration: 'duur',
    description: 'omschrijving',
    retired: 'niet meer in gebruik',
  },
  projects: {
    name: 'naam',
    typeId: 'arrangementtype',
    municipalityId: 'gemeente',
    associationId: 'woningcorporatie',
    supportProviderId: 'begeleiding door',
    neighbourhoodContact: 'aanspreekpunt in de buurt',
    phase: 'fase nu',
    phases: 'fase',
    confidence: 'zekerheid',
    homes: 'woonplekken',
    support: 'begeleiding',
    rating: 'stoplicht',
    owner: 'eigenaar',
    nextStep: 'volgende stap',
    closingDecision: 'besluit dat het gat sluit',
    dependencies: 'wacht op',
    gate: 'startpoort',
    note: 'notitie',
  },
  milestones: {
    municipalityId: 'gemeente',
    date: 'datum',
    places: 'plekken',
  },
  reports: {
    name: 'naam',
    referenceDate: 'peildatum',
    scope: 'gemeenten',
    coreMessage: 'kernboodschap',
    requestedDecision: 'gevraagd besluit',
    rating: 'stoplicht',
    risks: 'risico',
    outlook: 'vooruitblik',
  },
  baselines: {
    name: 'naam',
    frozenOn: 'vastgesteld op',
    note: 'notitie',
    projects: 'project in het plan',
    milestones: 'ambitie in het plan',
    types: 'arrangementtype in het plan',
    municipalities: 'gemeente in het plan',
  },
  scenarios: {
    name: 'naam',
    note: 'notitie',
    createdOn: 'gemaakt op',
    changes: 'aanname of wijziging',
  },
}

/** Parts of fields that have parts, where a screen shows each on its own. */
export const ratingPartLabels: Readonly<Record<keyof StatusRating, string>> = {
  colour: 'kleur',
  cause: 'oorzaak',
  consequence: 'gevolg',
  adjustment: 'bijsturing',
}
