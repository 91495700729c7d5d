import type { Id, Municipality } from '../model/entities'
import { type ProgrammeData, programmeOf } from '../model/programmeData'
import { ok, refuse, type Result } from '../result'

/**
 * Eerlijk aandeel: `total` × weight ÷ Σ weights in whole places by largest remainder, so that the shares add up to
 * `total` exactly. Ties in the remainder: larger weight first, then municipality code. Source: indicators.md, fairShare.
 * @param total whole places, 0 or more
 * @param weights 0 or more per municipality; a municipality without one weighs 0
 * @returns places per municipality id; error `weights-zero` when all weights are zero, `weights-negative`, `total-invalid`
 */
export function fairShare(
  municipalities: readonly Pick<Municipality, 'id'>[],
  weights: ReadonlyMap<Id, number>,
  total: number,
): Result<Map<Id, number>> {
  if (!Number.isInteger(total) || total < 0)
    return refuse('total-invalid', 'De ambitie van de regio moet een heel getal van 0 of meer zijn.', 'total')
  const shares = municipalities.map(({ id }) => ({ id, weight: weights.get(id) ?? 0 }))
  if (shares.some((s) => !Number.isFinite(s.weight) || s.weight < 0))
    return refuse(
      'weights-negative',
      'Een gewicht in de verdeelsleutel kan niet lager zijn dan 0.',
      'weights',
    )
  const sum = shares.reduce((acc, s) => acc + s.weight, 0)
  if (sum === 0)
    return refuse(
      'weights-zero',
      'Alle gewichten in de verdeelsleutel zijn 0. Vul voor ten minste één gemeente een gewicht in, of kies een andere sleutel.',
      'weights',
    )
  const parts = shares.map((s) => {
    const whole = Math.floor((total * s.weight) / sum)
    // The remainder times the sum: whole weights keep it exact, so that a tie is a real tie.
    return { ...s, whole, remainder: total * s.weight - whole * sum }
  })
  let left = total - parts.reduce((acc, p) => acc + p.whole, 0)
  const order = [...parts].sort(
    (a, b) => b.remainder - a.remainder || b.weight - a.weight || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
  const result = new Map(parts.map((p) => [p.id, p.whole]))
  for (const part of order) {
    if (left === 0) break
    result.set(part.id, part.whole + 1)
    left -= 1
  }
  return ok(result)
}

/**
 * The weights of the programme's allocation key, per municipality.
 * @returns error `weight-missing` (names the municipality) when the key asks for a number that is not known
 */
export function allocationWeights(data: ProgrammeData): Result<Map<Id, number>> {
  const key = programmeOf(data).allocationKey
  const weights = new Map<Id, number>()
  for (const m of data.municipalities.values()) {
    if (key.basis === 'manual') {
      weights.set(m.id, key.manualWeights[m.id] ?? 0)
      continue
    }
    const count = key.basis === 'inhabitants' ? m.inhabitants : m.socialStock
    if (count === null) {
      const what = key.basis === 'inhabitants' ? 'het aantal inwoners' : 'het aantal sociale huurwoningen'
      return refuse(
        'weight-missing',
        `Voor ${m.name} ontbreekt ${what}. Vul het in bij Opgave, Gemeenten, of kies een andere verdeelsleutel.`,
        'weights',
      )
    }
    weights.set(m.id, count.value)
  }
  return ok(weights)
}
