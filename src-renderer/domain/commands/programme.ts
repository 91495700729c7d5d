import type { AllocationKey, Programme } from '../model/entities'
import { PROGRAMME_ID } from '../model/programmeData'
import { ok } from '../result'
import { validateAllocationKey, validateProgrammeRecord } from '../validation/records'
import type { Command } from './context'
import { put } from './patches'
import { firstProblem, gone, NO_CHANGE } from './save'

/**
 * Changes fields of the programme record. Refuses with the first error of `validateProgrammeRecord`: among others
 * `date-order` (horizon not after start) and `in-use` (a band of support that types still use is missing).
 */
export function updateProgramme(fields: Partial<Omit<Programme, 'id'>>): Command {
  return (data) => {
    const before = data.programme.get(PROGRAMME_ID)
    if (before === undefined) return gone('Het programma')
    const merged = { ...before, ...fields }
    const programme = { ...merged, name: merged.name.trim(), region: merged.region.trim() }
    const problem = firstProblem(validateProgrammeRecord(data, programme))
    if (problem !== null) return problem
    const patches = put(data, 'programme', programme)
    return ok(patches.length === 0 ? NO_CHANGE : { patches, summary: 'gegevens van het programma gewijzigd' })
  }
}

/** Chooses how the ambition is divided. Refuses `weights-zero`, `weights-negative`, `municipality-unknown`. */
export function setAllocationKey(key: AllocationKey): Command {
  return (data) => {
    const before = data.programme.get(PROGRAMME_ID)
    if (before === undefined) return gone('Het programma')
    const problem = firstProblem(validateAllocationKey(data, key))
    if (problem !== null) return problem
    const patches = put(data, 'programme', { ...before, allocationKey: key })
    return ok(patches.length === 0 ? NO_CHANGE : { patches, summary: 'verdeelsleutel gewijzigd' })
  }
}
