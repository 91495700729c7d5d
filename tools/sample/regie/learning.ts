import { DIRECTION_QUESTIONS } from '@/domain/regie'
import type { Celebration, DirectionCheck, Lesson, Neighbourhood, RoleMix } from '@/domain/regie'
import { RESIDENTS } from './partners'

const CONTACT = 'gebiedsregisseur, op werkdagen bereikbaar'

export const neighbourhoods: readonly Neighbourhood[] = [
  {
    id: 'buurt-oost',
    name: 'Doetinchem-Oost',
    municipalityId: 'GM0222',
    projectIds: ['project-doe-5'],
    contactRole: CONTACT,
    plan: 'Voorbeeld: de buurt hoort het als eerste. Een vast nummer, elke zes weken aan tafel, en een toezegging wie er komt als er iets is.',
    agreements: [
      {
        id: 'buurt-afspraak-1',
        on: '2026-09-17',
        text: 'Voorbeeld: geen besluit over een plek voor het gesprek met de buurt.',
      },
    ],
    signals: [
      {
        id: 'signaal-1',
        on: '2026-09-24',
        kind: 'question',
        text: 'Voorbeeld: hoeveel woningen komen er, en wie is er in de avond?',
        followUp: 'Voorbeeld: beantwoord aan de buurttafel.',
        followedOn: '2026-10-28',
      },
      {
        id: 'signaal-2',
        on: '2026-10-30',
        kind: 'nuisance',
        text: 'Voorbeeld: bouwverkeer door de smalle straat.',
        followUp: '',
        followedOn: null,
      },
    ],
    carrying: [
      {
        id: 'draagkracht-1',
        on: '2026-03-25',
        level: 'balance',
        why: 'Voorbeeld: de wijk is rustig, met een actieve wijkraad.',
      },
      {
        id: 'draagkracht-2',
        on: '2026-10-28',
        level: 'strained',
        why: 'Voorbeeld: er is veel gebouwd, en de eerste plek viel af.',
      },
    ],
    links: [],
  },
  {
    id: 'buurt-station',
    name: 'Stationskwartier',
    municipalityId: 'GM0222',
    projectIds: ['project-doe-3'],
    contactRole: CONTACT,
    plan: 'Voorbeeld: jongeren en buren koken eens per kwartaal samen.',
    agreements: [],
    signals: [
      {
        id: 'signaal-3',
        on: '2026-08-12',
        kind: 'appreciation',
        text: 'Voorbeeld: buren zijn blij met de opgeknapte binnentuin.',
        followUp: '',
        followedOn: null,
      },
    ],
    carrying: [
      {
        id: 'draagkracht-3',
        on: '2026-08-12',
        level: 'room',
        why: 'Voorbeeld: de buurt vraagt wanneer de andere kamers opengaan.',
      },
    ],
    links: [{ table: 'partners', id: RESIDENTS }],
  },
  {
    id: 'buurt-groenlo',
    name: 'Groenlo-Zuid',
    municipalityId: 'GM1586',
    projectIds: ['project-oog-4'],
    contactRole: 'beleidsadviseur wonen en zorg',
    plan: 'Voorbeeld: opnieuw beginnen, met een onafhankelijke gespreksleider.',
    agreements: [
      {
        id: 'buurt-afspraak-2',
        on: '2026-10-01',
        text: 'Voorbeeld: omwonenden kiezen zelf wie het gesprek leidt.',
      },
    ],
    signals: [
      {
        id: 'signaal-4',
        on: '2026-09-03',
        kind: 'question',
        text: 'Voorbeeld: waarom hoorden wij dit zo laat?',
        followUp: 'Voorbeeld: de gemeente bood excuses aan en begon opnieuw.',
        followedOn: '2026-10-01',
      },
    ],
    carrying: [
      {
        id: 'draagkracht-4',
        on: '2026-09-03',
        level: 'strained',
        why: 'Voorbeeld: het vertrouwen moet terugkomen.',
      },
    ],
    links: [],
  },
]

export const lessons: readonly Lesson[] = [
  {
    id: 'les-samen',
    name: 'Woning en begeleiding in een besluit',
    on: '2026-09-08',
    observation:
      'Voorbeeld: op drie plekken stonden woningen leeg omdat de begeleiding nog niet was ingekocht.',
    outcome: 'adjust',
    change: 'Voorbeeld: een plan gaat pas door als beide tegelijk zijn geregeld.',
    typeIds: ['type-independent', 'type-sheltered-home'],
    sessionId: 'sessie-kern-1',
    links: [{ table: 'projects', id: 'project-aal-2' }],
  },
  {
    id: 'les-omklap',
    name: 'Een jaar is lang genoeg om om te klappen',
    on: '2026-08-20',
    observation: 'Voorbeeld: in Groenlo en Aalten namen alle bewoners de huur over binnen een jaar.',
    outcome: 'keep',
    change: 'Voorbeeld: bij elke nieuwe omklapwoning plannen we het gesprek na negen maanden.',
    typeIds: ['type-conversion'],
    sessionId: null,
    links: [
      { table: 'projects', id: 'project-oog-1' },
      { table: 'projects', id: 'project-aal-1' },
    ],
  },
  {
    id: 'les-buurt',
    name: 'De buurt eerst, dan de plek',
    on: '2026-10-01',
    observation: 'Voorbeeld: in Groenlo-Zuid voelden omwonenden zich te laat betrokken.',
    outcome: 'adjust',
    change: 'Voorbeeld: het gesprek met de buurt komt voor de keuze van een plek.',
    typeIds: ['type-transitional', 'type-skaeve-huse'],
    sessionId: null,
    links: [
      { table: 'projects', id: 'project-oog-4' },
      { table: 'agreements', id: 'afspraak-buurtgesprek' },
    ],
  },
  {
    id: 'les-winter',
    name: 'Winteropvang als apart gebouw',
    on: '2026-04-15',
    observation: 'Voorbeeld: de winteropvang in Terborg stond de helft van de nachten leeg.',
    outcome: 'release',
    change: 'Voorbeeld: bij kou zetten we extra bedden in de nachtopvang in plaats van een gebouw te openen.',
    typeIds: ['type-winter-shelter'],
    sessionId: null,
    links: [{ table: 'projects', id: 'project-opvang-5' }],
  },
]

const mix = (
  id: string,
  municipalityId: string,
  on: string,
  [lawful, performing, networking, participating]: readonly [number, number, number, number],
  why: string,
): RoleMix => ({ id, municipalityId, on, shares: { lawful, performing, networking, participating }, why })

export const roleMixes: readonly RoleMix[] = [
  mix(
    'rol-doe-1',
    'GM0222',
    '2026-01-20',
    [40, 40, 15, 5],
    'Voorbeeld: vooral regels en resultaten, vanuit de oude opvangtaak.',
  ),
  mix(
    'rol-doe-2',
    'GM0222',
    '2026-10-14',
    [25, 30, 30, 15],
    'Voorbeeld: meer samen met partners, en voor het eerst met de buurt.',
  ),
  mix('rol-oij-1', 'GM1509', '2026-03-25', [30, 20, 35, 15], 'Voorbeeld: veel samen met Wonion.'),
  mix(
    'rol-oij-2',
    'GM1509',
    '2026-10-06',
    [35, 20, 30, 15],
    'Voorbeeld: de vergunning vraagt nu meer aandacht.',
  ),
  mix(
    'rol-oog-1',
    'GM1586',
    '2026-10-01',
    [25, 15, 20, 40],
    'Voorbeeld: in Groenlo-Zuid luisteren we eerst.',
  ),
]

const answered = (yes: readonly (typeof DIRECTION_QUESTIONS)[number][]): DirectionCheck['answers'] =>
  DIRECTION_QUESTIONS.map((id) => ({ id, answer: yes.includes(id) ? 'yes' : 'no', note: '' }))

export const directionChecks: readonly DirectionCheck[] = [
  {
    id: 'regie-skaeve',
    name: 'Skaeve Huse Doetinchem-Oost',
    on: '2026-09-02',
    projectId: 'project-doe-5',
    answers: answered(['severalDomains', 'severalPartners', 'viewsDiffer', 'standsStill']),
    verdict: 'needed',
    outcome:
      'Voorbeeld: de opgavemanager brengt gemeente, Sité, het Zorg- en Veiligheidshuis en de buurt bij elkaar.',
    links: [],
  },
  {
    id: 'regie-terborg',
    name: 'Vergunning voor de kamers in Terborg',
    on: '2026-08-20',
    projectId: 'project-oij-3',
    answers: answered(['standsStill']),
    verdict: 'notNeeded',
    outcome: 'Voorbeeld: gemeente en Wonion lossen dit samen op, om de twee weken.',
    links: [],
  },
]

export const celebrations: readonly Celebration[] = [
  {
    id: 'mijlpaal-eerste',
    name: 'De eerste tien mensen in een eigen huis',
    date: '2026-05-01',
    celebratedOn: '2026-05-19',
    appreciation: 'Voorbeeld: dank aan de woonbegeleiders en de wijkbeheerders, die elkaar wisten te vinden.',
    partnerIds: ['partner-iriszorg', 'partner-site', 'partner-prowonen'],
    links: [],
  },
  {
    id: 'mijlpaal-terborg',
    name: 'Winteropvang in Terborg dicht',
    date: '2026-04-01',
    celebratedOn: '2026-04-15',
    appreciation: 'Voorbeeld: met dank aan de vrijwilligers, die er vijf winters waren.',
    partnerIds: [],
    links: [{ table: 'projects', id: 'project-opvang-5' }],
  },
  {
    id: 'mijlpaal-hospita',
    name: 'Eerste hospitakamers in Bronckhorst',
    date: '2026-09-01',
    celebratedOn: '2026-09-08',
    appreciation: 'Voorbeeld: drie mensen zetten hun deur open. Dat vraagt lef.',
    partnerIds: ['partner-prowonen'],
    links: [{ table: 'projects', id: 'project-bro-3' }],
  },
  {
    id: 'mijlpaal-zuid',
    name: 'Eerste sleutels in Doetinchem-Zuid',
    date: '2027-01-29',
    celebratedOn: null,
    appreciation: '',
    partnerIds: [],
    links: [{ table: 'projects', id: 'project-doe-6' }],
  },
]
