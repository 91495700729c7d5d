import type { MeetingTable, Session } from '@/domain/regie'
import { EXPERTS, RESIDENTS, townPartner } from './partners'

const BOARD = [
  townPartner('Doetinchem'),
  townPartner('Berkelland'),
  townPartner('Oude IJsselstreek'),
  townPartner('Winterswijk'),
  'partner-site',
  'partner-wonion',
  'partner-iriszorg',
  EXPERTS,
]
const CORE = [
  townPartner('Doetinchem'),
  townPartner('Oude IJsselstreek'),
  'partner-site',
  'partner-prowonen',
  'partner-wonion',
  'partner-woonplaats',
  'partner-plavei',
  'partner-iriszorg',
  'partner-leger',
  EXPERTS,
  RESIDENTS,
]
const WORK = [
  'partner-site',
  'partner-wonion',
  'partner-iriszorg',
  'partner-leger',
  'partner-moviera',
  'partner-sjod',
  'partner-zvh',
  EXPERTS,
]
const EAST = [townPartner('Doetinchem'), 'partner-site', 'partner-zvh', RESIDENTS]

export const tables: readonly MeetingTable[] = [
  {
    id: 'tafel-stuurgroep',
    name: 'Stuurgroep',
    purpose: 'Voorbeeld: samen besluiten over koers, geld en verdeling.',
    level: 'board',
    partnerIds: BOARD,
    rhythm: 'elk kwartaal',
    retired: false,
  },
  {
    id: 'tafel-kerngroep',
    name: 'Kerngroep',
    purpose: 'Voorbeeld: plannen op elkaar afstemmen en knelpunten oplossen.',
    level: 'tactical',
    partnerIds: CORE,
    rhythm: 'elke maand',
    retired: false,
  },
  {
    id: 'tafel-uitvoering',
    name: 'Uitvoeringstafel',
    purpose: 'Voorbeeld: mensen en plekken bij elkaar brengen, en helpen wat vastloopt.',
    level: 'operational',
    partnerIds: WORK,
    rhythm: 'elke twee weken',
    retired: false,
  },
  {
    id: 'tafel-oost',
    name: 'Buurttafel Doetinchem-Oost',
    purpose: 'Voorbeeld: met de buurt praten over wonen, zorg en wat er speelt.',
    level: 'operational',
    partnerIds: EAST,
    rhythm: 'elke zes weken',
    retired: false,
  },
]

/** A session that was held: everybody invited, all but those named were there. */
function held(
  id: string,
  tableId: string,
  date: string,
  absent: readonly string[],
  rest: Partial<Session> = {},
): Session {
  const table = tables.find((t) => t.id === tableId)
  const invitedIds = table?.partnerIds ?? []
  return {
    id,
    tableId,
    name: table?.name ?? '',
    kind: 'meeting',
    date,
    invitedIds,
    presentIds: invitedIds.filter((partner) => !absent.includes(partner)),
    held: true,
    agenda: [],
    minutes: [],
    creative: null,
    result: '',
    sideBenefits: '',
    ...rest,
  }
}

export const sessions: readonly Session[] = [
  held('sessie-stuurgroep-1', 'tafel-stuurgroep', '2026-06-24', [townPartner('Winterswijk')], {
    result: 'Voorbeeld: de verdeelsleutel is vastgesteld, voor een jaar.',
    sideBenefits: 'Voorbeeld: twee wethouders spraken af om samen bij een buurtgesprek te zijn.',
  }),
  held('sessie-stuurgroep-2', 'tafel-stuurgroep', '2026-10-14', ['partner-wonion', EXPERTS], {
    agenda: [
      {
        id: 'punt-1',
        text: 'Tweede verdieping van de 24-uursopvang',
        link: { table: 'decisions', id: 'besluit-verdieping' },
      },
      {
        id: 'punt-2',
        text: 'Stand van zaken na het derde kwartaal',
        link: null,
      },
    ],
    result: 'Voorbeeld: het besluit over de tweede verdieping valt in december.',
  }),
  held('sessie-kern-1', 'tafel-kerngroep', '2026-09-08', ['partner-plavei'], {
    result: 'Voorbeeld: woning en begeleiding komen voortaan in een besluit.',
  }),
  held('sessie-kern-2', 'tafel-kerngroep', '2026-10-06', ['partner-leger'], {
    minutes: [
      {
        id: 'regel-1',
        kind: 'action',
        text: 'Lijst van woningen die in 2027 vrijkomen',
        link: { table: 'agreements', id: 'afspraak-lijst' },
      },
      {
        id: 'regel-2',
        kind: 'note',
        text: 'Voorbeeld: de aannemers in de regio zitten vol tot de zomer.',
        link: null,
      },
    ],
    result: 'Voorbeeld: elke corporatie noemt voor december welke woningen zij kan bieden.',
    sideBenefits: 'Voorbeeld: ProWonen en De Woonplaats delen een aannemer.',
  }),
  held('sessie-uitvoering-1', 'tafel-uitvoering', '2026-10-01', ['partner-moviera']),
  held('sessie-uitvoering-2', 'tafel-uitvoering', '2026-10-29', ['partner-sjod', 'partner-zvh'], {
    result: 'Voorbeeld: voor twee lege kamers is een coach gevonden.',
  }),
  held('sessie-oost-1', 'tafel-oost', '2026-09-17', []),
  held('sessie-oost-2', 'tafel-oost', '2026-10-28', [RESIDENTS], {
    result: 'Voorbeeld: twee nieuwe plekken zijn bekeken; de buurt hoort het eerst.',
  }),
  held('sessie-creatief-1', 'tafel-kerngroep', '2026-05-19', [], {
    name: 'Een huis zonder adres',
    kind: 'creative',
    creative: {
      caseText:
        'Voorbeeld, verzonnen: iemand slaapt al acht maanden op de bank bij een vriend. Er is werk, maar geen huis. Niemand voelt zich de eerste die iets moet doen.',
      fictitious: true,
      whyQuestions:
        'Waarom telt een bank als een huis? Waarom moet het eerst erger worden? Waarom weet de werkgever van niets?',
      ideas:
        'Een kamer bij iemand thuis. De werkgever als bondgenoot. Een vast nummer voor de vriend die helpt.',
      solution: 'Een proef met hospitaverhuur, met een vast aanspreekpunt voor wie een kamer verhuurt.',
    },
    result: 'Voorbeeld: een proef met hospitaverhuur in twee gemeenten.',
    sideBenefits: 'Voorbeeld: een werkgever bood aan om mee te denken over kamers bij het bedrijf.',
  }),
  {
    ...held('sessie-kern-3', 'tafel-kerngroep', '2026-12-08', []),
    presentIds: [],
    held: false,
    agenda: [{ id: 'punt-3', text: 'Wat nemen we mee naar de stuurgroep?', link: null }],
  },
]
