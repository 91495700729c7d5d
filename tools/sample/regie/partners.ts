import type { Partner } from '@/domain/model/entities'
import { achterhoekMunicipalities } from '@/domain/model/startingSet'

/** Partners beside those of the starting set: the municipalities themselves, residents and experts by experience. */

const VIEWS: Readonly<Record<string, string>> = {
  Aalten: 'Voorbeeld: kleine kernen dragen graag bij, als de begeleiding er vanaf de eerste dag is.',
  Berkelland: 'Voorbeeld: wie hier vandaan komt, moet hier ook weer kunnen wonen.',
  Bronckhorst: 'Voorbeeld: verspreid over de dorpen lukt het, geconcentreerd op een plek niet.',
  Doetinchem: 'Voorbeeld: wij vangen nu voor de hele regio op. Dat kan alleen kleiner als iedereen meedoet.',
  Montferland:
    'Voorbeeld: wij willen meedoen, en zien graag dat de verdeling elk jaar opnieuw wordt bekeken.',
  'Oost Gelre': 'Voorbeeld: de buurt hoort het van ons, en eerder dan uit de krant.',
  'Oude IJsselstreek': 'Voorbeeld: jongeren eerst: een kamer op tijd voorkomt jaren opvang.',
  Winterswijk: 'Voorbeeld: een plek sluiten kan pas als de nieuwe plek er echt is.',
}

const ENDORSED: Readonly<Record<string, string>> = {
  Berkelland: '2026-04-15',
  Bronckhorst: '2026-04-15',
  Doetinchem: '2026-03-25',
  'Oost Gelre': '2026-05-20',
  'Oude IJsselstreek': '2026-03-25',
  Winterswijk: '2026-04-15',
}

export const townPartner = (name: string): string =>
  `partner-gemeente-${name.toLowerCase().replaceAll(' ', '-')}`

const towns: readonly Partner[] = achterhoekMunicipalities.map(({ id, name }) => ({
  id: townPartner(name),
  name: `Gemeente ${name}`,
  kind: 'municipality',
  municipalityIds: [id],
  contactRole: 'beleidsadviseur wonen en zorg',
  perspective: VIEWS[name] ?? '',
  goalEndorsed: ENDORSED[name] === undefined ? null : { on: ENDORSED[name], byRole: 'wethouder' },
  reachability: 'Voorbeeld: op werkdagen, via het team wonen en zorg.',
  note: '',
}))

export const RESIDENTS = 'partner-bewoners'
export const EXPERTS = 'partner-ervaring'

export const morePartners: readonly Partner[] = [
  ...towns,
  {
    id: RESIDENTS,
    name: 'Wijkraden en dorpsbelangen',
    kind: 'residents',
    municipalityIds: [],
    contactRole: 'contactpersoon van de gezamenlijke wijkraden',
    perspective:
      'Voorbeeld: wij willen weten wie wij kunnen bellen, en dat er dan ook iemand komt. Dan is er veel mogelijk.',
    goalEndorsed: null,
    reachability: 'Voorbeeld: elke eerste maandagavond van de maand.',
    note: '',
  },
  {
    id: EXPERTS,
    name: 'Ervaringsdeskundigen',
    kind: 'expertsByExperience',
    municipalityIds: [],
    contactRole: 'coördinator ervaringsdeskundigheid',
    perspective:
      'Voorbeeld: praat met ons, niet over ons. Een sleutel is mooi, maar iemand die blijft komen is belangrijker.',
    goalEndorsed: { on: '2026-03-25', byRole: 'coördinator ervaringsdeskundigheid' },
    reachability: 'Voorbeeld: twee weken vooraf vragen, overdag.',
    note: '',
  },
]

/** When partners of the starting set endorsed the shared goal, and how they are reached. */
export const endorsements: Readonly<Record<string, Pick<Partner, 'goalEndorsed' | 'reachability'>>> = {
  'partner-site': {
    goalEndorsed: { on: '2026-03-25', byRole: 'directeur-bestuurder' },
    reachability: 'Voorbeeld: op werkdagen via het secretariaat wonen.',
  },
  'partner-prowonen': {
    goalEndorsed: { on: '2026-04-15', byRole: 'directeur-bestuurder' },
    reachability: 'Voorbeeld: op werkdagen, het liefst in de ochtend.',
  },
  'partner-wonion': {
    goalEndorsed: { on: '2026-03-25', byRole: 'directeur-bestuurder' },
    reachability: 'Voorbeeld: op werkdagen via het team wonen.',
  },
  'partner-woonplaats': {
    goalEndorsed: { on: '2026-05-20', byRole: 'manager wonen' },
    reachability: 'Voorbeeld: op werkdagen via het team Winterswijk.',
  },
  'partner-iriszorg': {
    goalEndorsed: { on: '2026-03-25', byRole: 'bestuurder' },
    reachability: 'Voorbeeld: dag en nacht via de achterwacht van de opvang.',
  },
  'partner-leger': {
    goalEndorsed: { on: '2026-04-15', byRole: 'regiodirecteur' },
    reachability: 'Voorbeeld: op werkdagen via het regiokantoor.',
  },
  'partner-zvh': {
    goalEndorsed: { on: '2026-04-15', byRole: 'manager' },
    reachability: 'Voorbeeld: op werkdagen via de procesregisseur van dienst.',
  },
}
