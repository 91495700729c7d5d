import { toDay, toIso } from '@/domain/time/day'
import { between, seeded } from '../../tools/sample/random'

/** A trajectory of a person or household, of the size and shape that these will have when the program has them. */
export interface BenchTrajectory {
  readonly id: string
  readonly code: string
  readonly municipalityId: string
  readonly household: string
  readonly ageBand: string
  readonly reportedOn: string
  readonly endedOn: string | null
  readonly phase: string
  readonly needs: readonly string[]
  readonly wantedTypeIds: readonly string[]
  readonly ownerRole: string
  readonly nextStep: string
  readonly note: string
}

/** One stay somewhere, from a day to a day. */
export interface BenchStay {
  readonly id: string
  readonly trajectoryId: string
  readonly projectId: string
  readonly kind: string
  readonly from: string
  readonly until: string | null
  readonly basis: string
  readonly reasonOut: string | null
  readonly note: string
}

export interface PeopleOptions {
  readonly trajectories: number
  readonly stays: number
  readonly seed: number
  readonly municipalityIds: readonly string[]
  readonly projectIds: readonly string[]
  readonly typeIds: readonly string[]
}

const HOUSEHOLDS = ['alleenstaand', 'paar', 'gezin', 'jongere'] as const
const AGES = ['18-22', '23-27', '28-44', '45-64', '65+'] as const
const NEEDS = [
  'inkomen',
  'schulden',
  'dagbesteding',
  'gezondheid',
  'verslaving',
  'netwerk',
  'papieren',
] as const
const PHASES = ['aangemeld', 'opvang', 'onderweg', 'wonen', 'afgerond'] as const
const OWNERS = ['regisseur gemeente', 'ambulant begeleider', 'consulent wonen', 'casusregisseur'] as const
const REASONS = ['eigen woning', 'andere plek', 'vertrokken', 'opname', 'onbekend'] as const
const WORDS = [
  'intake gedaan',
  'wacht op passende woning',
  'gesprek met corporatie gepland',
  'begeleiding twee keer in de week',
  'huurcontract op naam aangevraagd',
  'terug naar eigen gemeente',
] as const

const addDays = (iso: string, days: number): string => toIso(toDay(iso) + days)

/** Invented, and the same for the same options. */
export function people(options: PeopleOptions): {
  trajectories: Map<string, BenchTrajectory>
  stays: Map<string, BenchStay>
} {
  const random = seeded(options.seed)
  const pick = <T>(list: readonly T[]): T => {
    const item = list[between(random, 0, list.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const hex = (length: number): string =>
    between(random, 0, 16 ** length - 1)
      .toString(16)
      .padStart(length, '0')
  const uuid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(6)}${hex(6)}`
  const day = (): string => addDays('2024-01-01', between(random, 0, 1500))
  const trajectories = new Map<string, BenchTrajectory>()
  const ids: string[] = []
  for (let n = 0; n < options.trajectories; n++) {
    const id = uuid()
    ids.push(id)
    trajectories.set(id, {
      id,
      code: `T-${String(n).padStart(6, '0')}`,
      municipalityId: pick(options.municipalityIds),
      household: pick(HOUSEHOLDS),
      ageBand: pick(AGES),
      reportedOn: day(),
      endedOn: random() < 0.4 ? day() : null,
      phase: pick(PHASES),
      needs: NEEDS.filter(() => random() < 0.3),
      wantedTypeIds: [pick(options.typeIds)],
      ownerRole: pick(OWNERS),
      nextStep: pick(WORDS),
      note: random() < 0.3 ? `${pick(WORDS)}; ${pick(WORDS)}` : '',
    })
  }
  const stays = new Map<string, BenchStay>()
  for (let n = 0; n < options.stays; n++) {
    const id = uuid()
    const from = day()
    const over = random() < 0.7
    stays.set(id, {
      id,
      trajectoryId: ids[n % ids.length] ?? '',
      projectId: pick(options.projectIds),
      kind: random() < 0.3 ? 'shelter' : 'home',
      from,
      until: over ? addDays(from, between(random, 7, 600)) : null,
      basis: random() < 0.5 ? 'beschikking' : 'huurcontract',
      reasonOut: over ? pick(REASONS) : null,
      note: random() < 0.1 ? pick(WORDS) : '',
    })
  }
  return { trajectories, stays }
}
