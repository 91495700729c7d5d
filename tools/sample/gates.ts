import { emptyGate, type StartGate } from '@/domain/model/dependency'
import { achterhoekMunicipalities, achterhoekPartners } from '@/domain/model/startingSet'
import { PHASES, type Phase } from '@/domain/model/values'
import type { ProjectSpec } from './spec'

const RELATIONS = [
  'Partners spreken elkaar eerst zelf aan. Elke maand is er overleg met alle partijen.',
  'Wie een zorg heeft, belt binnen een dag. Elk kwartaal bespreken de partners de samenwerking.',
  'Ieder houdt de eigen taak. Zorgen gaan eerst naar de partner zelf, daarna naar de opgavemanager.',
]

const PROCEDURES = [
  'Het projectoverleg besluit. Komt het er niet uit, dan beslist de stuurgroep binnen twee weken.',
  'Toewijzing van woning en begeleiding gebeurt samen. Een klacht gaat naar één loket.',
  'Over bewoners beslissen corporatie en begeleider samen. Bij overlast komen zij binnen twee dagen bij elkaar.',
]

/** What the partners of a project have noted by its phase: everything that its start gates asked so far. */
export function gateOf(spec: ProjectSpec, shelter: boolean, index: number): StartGate {
  const reached = (phase: Phase): boolean => PHASES.indexOf(spec.phase) >= PHASES.indexOf(phase)
  if (shelter || !reached('agreements')) return emptyGate
  const name = (id: string): string => achterhoekPartners.find((p) => p.id === id)?.name ?? id
  const place = achterhoekMunicipalities.find((m) => m.id === spec.municipality)?.name ?? spec.municipality
  const provider = name(spec.provider)
  const homes =
    spec.association === undefined
      ? `Bewoners verhuren een kamer`
      : `${name(spec.association)} verhuurt de woningen`
  const roles = `${homes}, ${provider} begeleidt en de gemeente ${place} heeft de regie.`
  if (!reached('location')) return { ...emptyGate, roles }
  const signers =
    spec.association === undefined
      ? `De wethouder van ${place} en de directeur van ${provider}`
      : `De wethouder van ${place} en de bestuurder van ${name(spec.association)}`
  return {
    roles,
    relations: RELATIONS[index % RELATIONS.length] ?? '',
    procedures: PROCEDURES[(index >> 1) % PROCEDURES.length] ?? '',
    neighbourhoodPlan: reached('decision')
      ? `Vast aanspreekpunt is ${spec.contact}. Na een half jaar kijken buurt en partners samen terug.`
      : '',
    mandate: reached('preparation')
      ? `${signers} staan achter het plan. De projectleider beslist binnen het vastgestelde budget.`
      : '',
  }
}
