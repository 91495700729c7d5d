import { emptyGate } from '@/domain/model/dependency'
import { type ProgrammeData, emptyProgrammeData, PROGRAMME_ID } from '@/domain/model/programmeData'
import type {
  AmbitionMilestone,
  ArrangementType,
  CapacityStep,
  Municipality,
  Partner,
  ProgressReport,
  Project,
  StatusRating,
} from '@/domain/model/entities'
import type { CapacityStatus, RatingColour } from '@/domain/model/values'

/** A hand-made programme of three municipalities, small enough to add up on paper. */
export const REFERENCE_DATE = '2027-03-31'

const NAMES = [
  ['A', 'Aldervoort'],
  ['B', 'Beekdrecht'],
  ['C', 'Oude IJsseldam'],
] as const

const rating = (colour: RatingColour, words = ''): StatusRating => ({
  colour,
  cause: words === '' ? '' : `Oorzaak ${words}`,
  consequence: words === '' ? '' : `Gevolg ${words}`,
  adjustment: words === '' ? '' : `Bijsturing ${words}`,
})

let steps = 0
const step = (
  date: string,
  from: CapacityStatus | null,
  to: CapacityStatus,
  places: number,
): CapacityStep => ({
  id: `step-${String((steps += 1))}`,
  date,
  from,
  to,
  places,
  note: '',
})

function project(
  fields: Partial<Project> & Pick<Project, 'id' | 'name' | 'typeId' | 'municipalityId'>,
): Project {
  return {
    associationId: null,
    supportProviderId: null,
    neighbourhoodContact: 'wijkteam',
    phase: 'preparation',
    phases: [],
    confidence: 'likely',
    homes: [],
    support: [],
    rating: rating('green'),
    owner: 'woningcorporatie',
    nextStep: '',
    closingDecision: null,
    dependencies: [],
    gate: emptyGate,
    note: '',
    ...fields,
  }
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}

const municipalities: Municipality[] = NAMES.map(([id, name], index) => ({
  id,
  name,
  region: 'Proefstreek',
  inhabitants: {
    value: 20000 + index * 7000,
    referenceDate: '2026-01-01',
    source: 'verzonnen',
    verified: false,
  },
  socialStock: null,
  tile: { column: index, row: index === 2 ? 1 : 0 },
}))

const types: ArrangementType[] = [
  {
    id: 'night',
    name: 'Nachtopvang',
    family: 'shelter',
    contract: 'none',
    supportBandId: null,
    audience: 'acuut',
    duration: 'tot 3 maanden',
    description: '',
    retired: false,
  },
  {
    id: 'hf',
    name: 'Housing First',
    family: 'housing',
    contract: 'ownLease',
    supportBandId: 'mid',
    audience: 'langdurig dakloos',
    duration: 'zo lang als nodig',
    description: '',
    retired: false,
  },
]

const partners: Partner[] = [
  {
    id: 'corp',
    name: 'Woonstichting Beek',
    kind: 'housingAssociation',
    municipalityIds: [],
    contactRole: 'manager wonen',
    perspective: '',
    goalEndorsed: null,
    reachability: '',
    note: '',
  },
]

const projects: Project[] = [
  project({
    id: 'p1',
    name: 'Nachtopvang Aldervoort',
    typeId: 'night',
    municipalityId: 'A',
    phase: 'inUse',
    homes: [step('2026-01-01', null, 'available', 30), step('2028-07-01', 'available', 'ended', 20)],
  }),
  project({
    id: 'p2',
    name: 'Molenhof',
    typeId: 'hf',
    municipalityId: 'A',
    associationId: 'corp',
    homes: [step('2026-02-01', null, 'committed', 12), step('2027-01-01', 'committed', 'available', 12)],
    support: [step('2026-02-01', null, 'committed', 12), step('2027-02-01', 'committed', 'available', 8)],
    rating: rating('orange', 'te weinig begeleiders'),
    nextStep: 'Begeleiders werven',
  }),
  project({
    id: 'p3',
    name: 'Dorpsrand',
    typeId: 'hf',
    municipalityId: 'B',
    homes: [step('2026-06-01', null, 'idea', 25), step('2028-01-01', 'idea', 'committed', 25)],
    support: [step('2026-06-01', null, 'idea', 25), step('2028-01-01', 'idea', 'committed', 25)],
    rating: rating('red', 'geen kavel'),
    closingDecision: { date: '2027-06-15', text: 'Raad besluit over de kavel' },
  }),
]

const milestones: AmbitionMilestone[] = NAMES.flatMap(([id], index) => [
  { id: `m-${id}-0`, municipalityId: id, date: '2026-01-01', places: 0 },
  { id: `m-${id}-1`, municipalityId: id, date: '2030-12-31', places: 20 + index * 10 },
])

export const report: ProgressReport = {
  id: 'r1',
  name: 'Voortgang eerste kwartaal 2027',
  referenceDate: REFERENCE_DATE,
  scope: [],
  coreMessage: 'De eerste huizen zijn in gebruik. De begeleiding groeit langzamer dan de huizen.',
  requestedDecision: 'Stel geld beschikbaar voor vier begeleiders vanaf 1 juli 2027.',
  rating: rating('orange', 'personeel'),
  risks: [
    { id: 'x1', text: 'Te weinig begeleiders', measure: 'Samen werven', owner: 'zorgaanbieder' },
    {
      id: 'x2',
      text: 'Geen kavel in Beekdrecht',
      measure: 'Raadsbesluit in juni',
      owner: 'gemeente Beekdrecht',
    },
    { id: 'x3', text: 'Zorgen in de buurt', measure: 'Gesprek per straat', owner: 'wijkteam' },
    { id: 'x4', text: 'Vierde risico staat niet op de eerste bladzijde', measure: 'Geen', owner: 'niemand' },
  ],
  outlook: 'In het tweede kwartaal besluit Beekdrecht over de kavel.',
}

export const emptyReport: ProgressReport = {
  ...report,
  id: 'leeg',
  coreMessage: '',
  requestedDecision: '',
  rating: rating('grey'),
  risks: [],
  outlook: '',
}

export function emptyProgramme(): ProgrammeData {
  return {
    ...emptyProgrammeData(),
    programme: new Map([
      [
        PROGRAMME_ID,
        {
          id: PROGRAMME_ID,
          name: 'Proefprogramma',
          purpose: 'Iedereen een (t)huis in één van onze gemeenten.',
          region: 'Proefstreek',
          centralMunicipalityId: null,
          start: '2026-01-01',
          horizon: '2030-12-31',
          cycle: 'quarter' as const,
          allocationKey: {
            basis: 'inhabitants' as const,
            manualWeights: {},
            source: 'regio',
            decisionDate: null,
          },
          supportBands: [{ id: 'mid', name: 'midden', hoursPerWeek: 4 }],
          example: true,
          facts: [
            {
              id: 'f1',
              label: 'Mensen zonder huis',
              value: 123,
              referenceDate: '2024-04',
              source: 'telling',
              verified: true,
            },
          ],
        },
      ],
    ]),
  }
}

export function smallProgramme(): ProgrammeData {
  return {
    ...emptyProgramme(),
    municipalities: byId(municipalities),
    partners: byId(partners),
    arrangementTypes: byId(types),
    projects: byId(projects),
    milestones: byId(milestones),
    reports: byId([report]),
  }
}
