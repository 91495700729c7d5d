import type { ArrangementType, Municipality, Partner, SupportBand } from './entities'

/**
 * What a new programme starts with: data, not law. The user changes all of it; no code knows a record by its id.
 * Bands and lengths of stay are assumptions (domain.md, Palette).
 */

export const startingSupportBands: readonly SupportBand[] = [
  { id: 'band-light', name: 'licht (tot 2 uur per week)', hoursPerWeek: 2 },
  { id: 'band-medium', name: 'midden (2 tot 5 uur per week)', hoursPerWeek: 4 },
  { id: 'band-intensive', name: 'intensief (meer dan 5 uur per week)', hoursPerWeek: 8 },
  { id: 'band-on-call', name: 'dag en nacht oproepbaar', hoursPerWeek: 12 },
  { id: 'band-present', name: 'dag en nacht aanwezig', hoursPerWeek: 24 },
]

type TypeRow = readonly [
  id: string,
  name: string,
  family: ArrangementType['family'],
  contract: ArrangementType['contract'],
  band: string | null,
  audience: string,
  duration: string,
  description: string,
]

const TYPES: readonly TypeRow[] = [
  [
    'type-housing-first',
    'Housing First',
    'housing',
    'ownLease',
    'band-intensive',
    'mensen die lang dakloos zijn en veel problemen tegelijk hebben',
    'zolang als nodig',
    'Een eigen woning met een eigen huurcontract. Wonen en zorg staan los van elkaar.',
  ],
  [
    'type-conversion',
    'Omklapwoning',
    'housing',
    'intermediaryLease',
    'band-medium',
    'mensen die de opvang verlaten',
    'omklappen na ongeveer 1 jaar',
    'De zorgaanbieder huurt eerst. Gaat het goed, dan komt het huurcontract op naam van de bewoner.',
  ],
  [
    'type-three-party',
    'Driepartijenovereenkomst',
    'housing',
    'conditionalLease',
    'band-medium',
    'mensen die de opvang verlaten, of voor wie dit een laatste kans is',
    '1 tot 2 jaar',
    'Een eigen huurcontract met een afspraak over begeleiding tussen bewoner, corporatie en zorgaanbieder.',
  ],
  [
    'type-independent',
    'Zelfstandig met ambulante begeleiding',
    'housing',
    'ownLease',
    'band-light',
    'mensen die met wat hulp zelfstandig wonen',
    'begeleiding loopt af',
    'Een gewone woning met begeleiding aan huis, die minder wordt als het kan.',
  ],
  [
    'type-rooms-chances',
    'Kamers met Kansen',
    'housing',
    'conditionalLease',
    'band-light',
    'jongeren van 17 tot 25 jaar',
    '1 tot 2 jaar',
    'Een kamer met een coach, in combinatie met school of werk.',
  ],
  [
    'type-homestay',
    'Onder de Pannen (hospitaverhuur)',
    'intermediate',
    'sublet',
    'band-light',
    'mensen die kort dakloos zijn en zich goed redden',
    'hoogstens 1 jaar',
    'Een kamer bij iemand thuis. De corporatie geeft toestemming.',
  ],
  [
    'type-transitional',
    'Doorstroomwoning',
    'intermediate',
    'useAgreement',
    'band-medium',
    'mensen in de opvang',
    '6 tot 24 maanden',
    'Een tijdelijke plek, soms gedeeld, op weg naar een eigen woning.',
  ],
  [
    'type-skaeve-huse',
    'Skaeve Huse',
    'housing',
    'conditionalLease',
    'band-intensive',
    'mensen die in een gewone straat ernstige overlast geven',
    'in principe tijdelijk',
    'Een eenvoudige, vrijstaande woning op afstand van andere woningen. Gemeente, corporatie en zorg werken samen.',
  ],
  [
    'type-sheltered-home',
    'Beschermd thuis',
    'housing',
    'ownLease',
    'band-on-call',
    'mensen met een psychische kwetsbaarheid',
    'volgens indicatie',
    'Een eigen woning met begeleiding die dag en nacht oproepbaar is.',
  ],
  [
    'type-sheltered-living',
    'Beschermd wonen',
    'intermediate',
    'none',
    'band-present',
    'mensen met een psychische kwetsbaarheid die nog niet zelfstandig kunnen wonen',
    'volgens indicatie',
    'Wonen bij een zorgaanbieder, met dag en nacht begeleiding in huis.',
  ],
  [
    'type-night-shelter',
    'Nachtopvang',
    'shelter',
    'none',
    null,
    'mensen die vannacht geen slaapplek hebben',
    'hoogstens 3 maanden',
    'Een bed voor de nacht.',
  ],
  [
    'type-day-night-shelter',
    '24-uursopvang',
    'shelter',
    'none',
    null,
    'mensen zonder huis die ook overdag een plek nodig hebben',
    'hoogstens 3 maanden',
    'Opvang voor dag en nacht.',
  ],
  [
    'type-crisis-shelter',
    'Crisisopvang',
    'shelter',
    'none',
    null,
    'mensen en gezinnen die door een crisis op straat komen te staan',
    'hoogstens 3 maanden',
    'Snelle, korte opvang bij een crisis.',
  ],
  [
    'type-winter-shelter',
    'Winteropvang',
    'shelter',
    'none',
    null,
    'iedereen die bij vorst buiten dreigt te slapen',
    'zolang het vriest',
    'Extra bedden bij strenge kou.',
  ],
]

export const startingTypes: readonly ArrangementType[] = TYPES.map(
  ([id, name, family, contract, supportBandId, audience, duration, description]) => ({
    id,
    name,
    family,
    contract,
    supportBandId,
    audience,
    duration,
    description,
    retired: false,
  }),
)

const INHABITANTS_SOURCE = 'afgerond, rond 1 januari 2024, indicatief'

/** Code, name, inhabitants (indicative), and column and row on a tile map that looks like the Achterhoek. */
const ACHTERHOEK: readonly (readonly [string, string, number, number, number])[] = [
  ['GM1876', 'Bronckhorst', 36_300, 1, 0],
  ['GM1859', 'Berkelland', 44_100, 2, 0],
  ['GM1955', 'Montferland', 37_300, 0, 1],
  ['GM0222', 'Doetinchem', 59_500, 1, 1],
  ['GM1586', 'Oost Gelre', 30_000, 2, 1],
  ['GM1509', 'Oude IJsselstreek', 39_800, 1, 2],
  ['GM0197', 'Aalten', 27_300, 2, 2],
  ['GM0294', 'Winterswijk', 29_500, 3, 2],
]

export const achterhoekRegion = 'Achterhoek'
export const achterhoekCentralMunicipality = 'GM0222'

export const achterhoekMunicipalities: readonly Municipality[] = ACHTERHOEK.map(
  ([id, name, value, column, row]) => ({
    id,
    name,
    region: achterhoekRegion,
    inhabitants: { value, referenceDate: '2024-01-01', source: INHABITANTS_SOURCE, verified: false },
    socialStock: null,
    tile: { column, row },
  }),
)

const AREA_SOURCE = 'Werkgebied volgens openbare bronnen.'
const ROLE_SOURCE = 'Rol in de regio volgens openbare bronnen.'

const partner = (
  id: string,
  name: string,
  kind: Partner['kind'],
  municipalityIds: readonly string[],
  contactRole: string,
  note: string,
): Partner => ({
  id,
  name,
  kind,
  municipalityIds,
  contactRole,
  perspective: '',
  goalEndorsed: null,
  reachability: '',
  note,
})

const association = (id: string, name: string, municipalityIds: readonly string[]): Partner =>
  partner(id, name, 'housingAssociation', municipalityIds, 'manager wonen', AREA_SOURCE)

export const achterhoekPartners: readonly Partner[] = [
  association('partner-site', 'Sité', ['GM0222', 'GM1876', 'GM1509']),
  association('partner-prowonen', 'ProWonen', ['GM1859', 'GM1876', 'GM1586']),
  association('partner-wonion', 'Wonion', ['GM1509', 'GM0197']),
  association('partner-woonplaats', 'De Woonplaats', ['GM0197', 'GM1586', 'GM0294']),
  association('partner-plavei', 'Plavei', ['GM1955']),
  partner('partner-iriszorg', 'IrisZorg', 'shelterProvider', [], 'regiomanager opvang', ROLE_SOURCE),
  partner(
    'partner-leger',
    'Leger des Heils',
    'shelterProvider',
    [],
    'regiomanager wonen en opvang',
    ROLE_SOURCE,
  ),
  partner('partner-moviera', 'Moviera', 'shelterProvider', [], 'teamleider opvang', ROLE_SOURCE),
  partner(
    'partner-sjod',
    'Stichting Jongeren Opvang Doetinchem',
    'shelterProvider',
    ['GM0222'],
    'coördinator',
    ROLE_SOURCE,
  ),
  partner(
    'partner-zvh',
    'Zorg- en Veiligheidshuis Noord- en Oost-Gelderland',
    'safetyHouse',
    [],
    'procesregisseur',
    ROLE_SOURCE,
  ),
]
