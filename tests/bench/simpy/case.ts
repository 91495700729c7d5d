import { compile } from '@/domain/simulation/compile'
import { assumedChances, assumedDelays } from '@/domain/simulation/defaults'
import {
  exactly,
  type PlaceLot,
  ranged,
  type RangedInput,
  type SimulationInputs,
} from '@/domain/simulation/inputs'

/** A region of one municipality with two needs, three types, a shelter that closes and places that may come. */
export function peerInputs(start: string): SimulationInputs {
  const just = (value: number): RangedInput => exactly(value, 'proef', start)
  const about = (low: number, value: number, high: number): RangedInput =>
    ranged(value, low, high, 'proef', start)
  const lot = (projectId: string, part: Partial<PlaceLot>): PlaceLot => ({
    projectId,
    projectName: projectId,
    municipalityId: 'A',
    track: 'homes',
    typeId: 'own',
    places: 10,
    certainty: 'present',
    confidence: 'certain',
    date: start,
    ends: null,
    ...part,
  })
  const type = (id: string, stay: RangedInput, back: number): SimulationInputs['types'][number] => ({
    id,
    name: id,
    supportBandId: null,
    stay,
    stayShape: 1,
    returnShare: just(back),
    offered: true,
  })
  return {
    start,
    months: 60,
    municipalities: [{ id: 'A', name: 'A', inflowWeight: 1, startWeight: 1 }],
    profiles: [
      {
        id: 'light',
        name: 'light',
        suits: ['own', 'room'],
        share: just(0.7),
        selfExit: about(0.02, 0.04, 0.06),
        usesShelter: just(1),
      },
      {
        id: 'heavy',
        name: 'heavy',
        suits: ['intensive', 'own'],
        share: just(0.3),
        selfExit: just(0.03),
        usesShelter: just(1),
      },
    ],
    types: [
      type('own', about(24, 36, 60), 0.1),
      type('room', about(6, 9, 12), 0.3),
      type('intensive', just(48), 0.2),
    ],
    bands: [],
    waitingAtStart: about(180, 200, 230),
    inflow: about(9, 12, 16),
    inflowChanges: [],
    occupied: just(0.9),
    chance: assumedChances(start),
    delay: assumedDelays(start),
    lots: [
      lot('present-own', { places: 120 }),
      lot('present-room', { typeId: 'room', places: 20 }),
      lot('present-intensive', { typeId: 'intensive', places: 30 }),
      lot('shelter', { track: 'shelter', typeId: 'bed', places: 40 }),
      lot('closing', { track: 'shelter', typeId: 'bed', places: 30, ends: '2028-05-01' }),
      ...[0, 1, 2, 3, 4, 5].map((i) =>
        lot(`plan-${String(i)}`, {
          typeId: ['own', 'room', 'intensive'][i % 3] ?? 'own',
          places: 15 + i,
          certainty: (['committed', 'explored', 'idea'] as const)[i % 3] ?? 'idea',
          confidence: (['certain', 'likely', 'uncertain'] as const)[(i + 1) % 3] ?? 'likely',
          date: `${String(2027 + Math.floor(i / 2))}-0${String(1 + i)}-01`,
        }),
      ),
    ],
    verdicts: {},
    acrossRegion: true,
  }
}

const three = ({ low, value, high }: RangedInput): [number, number, number] => [low, value, high]

/** The same case in the words of model.py. Chances in the peer are the mean of their range: only their mean matters. */
export function peerCase(inputs: SimulationInputs): Record<string, unknown> {
  const model = compile(inputs)
  const homes = inputs.lots
    .map((lot, i) => ({ lot, at: model.lots[i] }))
    .filter(({ lot }) => lot.track === 'homes')
  const meanOf = (r: RangedInput): number => (r.low + r.value + r.high) / 3
  const values: Record<string, [number, number, number]> = {
    inflow: three(inputs.inflow ?? exactly(0, '', '')),
    waiting: three(inputs.waitingAtStart ?? exactly(0, '', '')),
    occupied: three(inputs.occupied),
  }
  for (const p of inputs.profiles) {
    values[`share/${p.id}`] = three(p.share)
    values[`exit/${p.id}`] = three(p.selfExit)
  }
  for (const t of inputs.types) {
    values[`stay/${t.id}`] = three(t.stay)
    values[`return/${t.id}`] = three(t.returnShare)
  }
  const beds = inputs.lots
    .map((lot, i) => ({ lot, at: model.lots[i] }))
    .filter(({ lot }) => lot.track === 'shelter')
  return {
    types: inputs.types.map(({ id }) => ({ id })),
    profiles: inputs.profiles.map(({ id, suits }) => ({ id, suits })),
    values,
    beds: beds.reduce((sum, { lot }) => sum + lot.places, 0),
    closings: beds.filter(({ lot }) => lot.ends !== null).map(({ lot, at }) => [at?.ends, lot.places]),
    present: homes
      .filter(({ lot }) => lot.certainty === 'present')
      .map(({ lot }) => ({ type: lot.typeId, places: lot.places })),
    planned: homes.flatMap(({ lot, at }) =>
      lot.certainty === 'present' || lot.certainty === 'sure'
        ? []
        : [
            {
              type: lot.typeId,
              places: lot.places,
              chance: meanOf(inputs.chance[lot.certainty]),
              delay: three(inputs.delay[lot.confidence]),
              date: at?.date,
            },
          ],
    ),
    monthEnds: [...model.monthEnds],
  }
}
