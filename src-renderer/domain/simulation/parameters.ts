import { formatDate } from '../labels/format'
import { confidenceLabels, statusLabels } from '../labels/values'
import { CONFIDENCES } from '../model/values'
import { PLANNED_CERTAINTIES, type RangedInput, type SimulationInputs } from './inputs'

/** How a number reads, and between what it may lie. */
export type ParameterUnit = 'people' | 'peopleAMonth' | 'months' | 'share' | 'factor' | 'rate'

/** One uncertain number of the inputs, by a key that stays the same in every scenario. */
export interface Parameter {
  readonly key: string
  /** Dutch. */
  readonly label: string
  readonly unit: ParameterUnit
  readonly range: RangedInput
  /** The inputs with this range instead. */
  readonly replace: (range: RangedInput) => SimulationInputs
}

/** All uncertain numbers in a fixed order. Draws, tornado, forms and the list of assumptions all go by this list. */
export function parameters(inputs: SimulationInputs): Parameter[] {
  const list: Parameter[] = []
  const add = (
    key: string,
    label: string,
    unit: ParameterUnit,
    range: RangedInput | null,
    replace: Parameter['replace'],
  ): void => {
    if (range !== null) list.push({ key, label, unit, range, replace })
  }
  add('inflow', 'Instroom per maand', 'peopleAMonth', inputs.inflow, (inflow) => ({ ...inputs, inflow }))
  for (const change of inputs.inflowChanges)
    add(
      `inflowChange/${change.id}`,
      `Instroom vanaf ${formatDate(change.from)}, als deel van nu`,
      'factor',
      change.factor,
      (factor) => ({
        ...inputs,
        inflowChanges: inputs.inflowChanges.map((c) => (c.id === change.id ? { ...c, factor } : c)),
      }),
    )
  add('waitingAtStart', 'Mensen op de wachtlijst bij de start', 'people', inputs.waitingAtStart, (range) => ({
    ...inputs,
    waitingAtStart: range,
  }))
  add('occupied', 'Plekken die bij de start bezet zijn', 'share', inputs.occupied, (occupied) => ({
    ...inputs,
    occupied,
  }))
  for (const profile of inputs.profiles) {
    const put = (part: Partial<typeof profile>): SimulationInputs => ({
      ...inputs,
      profiles: inputs.profiles.map((p) => (p.id === profile.id ? { ...p, ...part } : p)),
    })
    const of = (what: string): string => `${what}: ${profile.name}`
    add(`share/${profile.id}`, of('Aandeel in de vraag'), 'share', profile.share, (share) => put({ share }))
    add(`selfExit/${profile.id}`, of('Vindt zelf een huis, per maand'), 'rate', profile.selfExit, (range) =>
      put({ selfExit: range }),
    )
    add(`usesShelter/${profile.id}`, of('Heeft een opvangbed nodig'), 'share', profile.usesShelter, (range) =>
      put({ usesShelter: range }),
    )
  }
  for (const type of inputs.types) {
    const put = (part: Partial<typeof type>): SimulationInputs => ({
      ...inputs,
      types: inputs.types.map((t) => (t.id === type.id ? { ...t, ...part } : t)),
    })
    add(`stay/${type.id}`, `Verblijfsduur: ${type.name}`, 'months', type.stay, (stay) => put({ stay }))
    add(`return/${type.id}`, `Terugkeer na verblijf: ${type.name}`, 'share', type.returnShare, (range) =>
      put({ returnShare: range }),
    )
  }
  for (const band of inputs.bands)
    add(
      `staffed/${band.id}`,
      `Begeleiding die er echt is: ${band.name}`,
      'factor',
      band.staffed,
      (range) => ({
        ...inputs,
        bands: inputs.bands.map((b) => (b.id === band.id ? { ...b, staffed: range } : b)),
      }),
    )
  for (const certainty of PLANNED_CERTAINTIES)
    add(
      `chance/${certainty}`,
      `Kans dat plekken doorgaan: ${statusLabels[certainty].toLowerCase()}`,
      'share',
      inputs.chance[certainty],
      (range) => ({ ...inputs, chance: { ...inputs.chance, [certainty]: range } }),
    )
  for (const confidence of CONFIDENCES)
    add(
      `delay/${confidence}`,
      `Vertraging van projecten: ${confidenceLabels[confidence].toLowerCase()}`,
      'months',
      inputs.delay[confidence],
      (range) => ({ ...inputs, delay: { ...inputs.delay, [confidence]: range } }),
    )
  return list
}
