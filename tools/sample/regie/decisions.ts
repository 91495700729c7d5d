import type { Decision, Dilemma } from '@/domain/regie'
import { townPartner } from './partners'

type Given = Pick<Decision, 'id' | 'name' | 'text' | 'subject' | 'level' | 'askedOn'> & Partial<Decision>

const decision = (given: Given): Decision => ({
  role: null,
  amount: null,
  municipalityIds: [],
  askedOfId: townPartner('Doetinchem'),
  status: 'asked',
  settledOn: null,
  mandateId: null,
  withoutMandate: '',
  reason: '',
  figures: [],
  dissent: [],
  outcomes: [],
  dilemmaIds: [],
  sessionId: null,
  reportId: null,
  links: [],
  ...given,
})

/** As they are asked; what was decided comes by the commands in `regie.ts`. */
export const decisions: readonly Decision[] = [
  decision({
    id: 'besluit-sleutel',
    name: 'Verdeelsleutel op basis van inwoners',
    text: 'Stel de verdeelsleutel vast, voor een jaar. Elke gemeente levert haar eerlijk aandeel.',
    subject: 'collaboration',
    level: 'board',
    role: 'lawful',
    askedOn: '2026-06-03',
    sessionId: 'sessie-stuurgroep-1',
    reportId: 'report-2026-2',
    dilemmaIds: ['dilemma-lijnen'],
  }),
  decision({
    id: 'besluit-verdieping',
    name: 'Tweede verdieping van de 24-uursopvang sluiten',
    text: 'Besluit in december dat de tweede verdieping in 2027 sluit, zodra de woningen zijn toegezegd.',
    subject: 'closing',
    level: 'board',
    role: 'performing',
    amount: { value: 12, unit: 'places' },
    municipalityIds: ['GM0222'],
    askedOn: '2026-10-14',
    sessionId: 'sessie-stuurgroep-2',
    dilemmaIds: ['dilemma-regie'],
    links: [{ table: 'projects', id: 'project-opvang-2' }],
  }),
  decision({
    id: 'besluit-groenlo',
    name: 'Plek voor doorstroomwoningen in Groenlo-Zuid',
    text: 'Wijs een plek aan, nadat de buurt is gehoord.',
    subject: 'location',
    level: 'board',
    role: 'participating',
    municipalityIds: ['GM1586'],
    askedOn: '2026-10-20',
    askedOfId: townPartner('Oost Gelre'),
    dilemmaIds: ['dilemma-zelf'],
    links: [{ table: 'projects', id: 'project-oog-4' }],
  }),
  decision({
    id: 'besluit-coach',
    name: 'Begeleiding voor de kamers in het Stationskwartier',
    text: 'Zet tijdelijk een coach van een collega in.',
    subject: 'support',
    level: 'operational',
    role: 'networking',
    amount: { value: 16, unit: 'hours' },
    municipalityIds: ['GM0222'],
    askedOn: '2026-10-22',
    askedOfId: 'partner-iriszorg',
    sessionId: 'sessie-uitvoering-2',
    links: [{ table: 'projects', id: 'project-doe-3' }],
  }),
  decision({
    id: 'besluit-winter',
    name: 'Winteropvang in Terborg openhouden',
    text: 'Houd de winteropvang nog een jaar open.',
    subject: 'closing',
    level: 'board',
    askedOn: '2026-02-10',
    links: [{ table: 'projects', id: 'project-opvang-5' }],
  }),
]

export const dilemmas: readonly Dilemma[] = [
  {
    id: 'dilemma-zelf',
    name: 'Zelforganisatie en samensturing',
    firstPole: 'zelforganisatie',
    secondPole: 'samensturing',
    text: 'Voorbeeld: partners weten zelf wat werkt, en toch moet het samen kloppen.',
    positions: [],
    links: [{ table: 'meetingTables', id: 'tafel-kerngroep' }],
  },
  {
    id: 'dilemma-lijnen',
    name: 'Duidelijke lijnen en creatieve chaos',
    firstPole: 'richting, kaders, duidelijke lijnen',
    secondPole: 'netwerken, ruimte, creatieve chaos',
    text: 'Voorbeeld: zonder kaders geen besluit, zonder ruimte geen nieuw idee.',
    positions: [],
    links: [{ table: 'meetingTables', id: 'tafel-stuurgroep' }],
  },
  {
    id: 'dilemma-regie',
    name: 'Regisseren en dirigeren',
    firstPole: 'regisseren (voorkomen)',
    secondPole: 'dirigeren (bestrijden)',
    text: 'Voorbeeld: wie sluit, moet soms hard sturen; wie voorkomt, nodigt uit.',
    positions: [],
    links: [{ table: 'meetingTables', id: 'tafel-kerngroep' }],
  },
]

/** Places on the line between the poles, oldest first. */
export const positions: readonly (readonly [dilemma: string, on: string, at: number, why: string])[] = [
  ['dilemma-zelf', '2026-04-15', -50, 'Voorbeeld: elke gemeente begon met een eigen plan.'],
  ['dilemma-zelf', '2026-09-08', 10, 'Voorbeeld: woning en begeleiding komen voortaan in een besluit.'],
  ['dilemma-zelf', '2026-10-20', -15, 'Voorbeeld: in Groenlo-Zuid krijgt de buurt het eerste woord.'],
  [
    'dilemma-lijnen',
    '2026-05-19',
    45,
    'Voorbeeld: de creatieve sessie bracht ideeën die niemand had gepland.',
  ],
  ['dilemma-lijnen', '2026-06-24', -30, 'Voorbeeld: de verdeelsleutel is vastgesteld.'],
  [
    'dilemma-regie',
    '2026-10-14',
    25,
    'Voorbeeld: voor het sluiten van de verdieping is een strakke planning nodig.',
  ],
]
