import type { Id, RegionFact } from '../../../domain/model/entities'
import type { DomainError } from '../../../domain/result'

export function withFact(facts: readonly RegionFact[], fact: RegionFact): readonly RegionFact[] {
  return facts.some((f) => f.id === fact.id)
    ? facts.map((f) => (f.id === fact.id ? fact : f))
    : [...facts, fact]
}

export function withoutFact(facts: readonly RegionFact[], id: Id): readonly RegionFact[] {
  return facts.filter((f) => f.id !== id)
}

/** Of the problems of a programme those of one fact, with the field as the form knows it. */
export function problemsOfFact(
  problems: readonly DomainError[],
  facts: readonly RegionFact[],
  id: Id,
): DomainError[] {
  const prefix = `facts.${String(facts.findIndex((f) => f.id === id))}.`
  return problems.flatMap((p) =>
    p.field?.startsWith(prefix) === true ? [{ ...p, field: p.field.slice(prefix.length) }] : [],
  )
}

/** `2024-04-01` as `01-04-2024`, `2024-04` as `04-2024`; what is still being typed stays as it is. */
export function showFactDate(date: string): string {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(date)) return date
  return date.split('-').reverse().join('-')
}

/** The other way round; anything that is no date yet is passed on as typed, and refused on saving. */
export function readFactDate(text: string): string {
  const typed = text.trim()
  if (!/^(\d{1,2}-)?\d{1,2}-\d{4}$/.test(typed)) return typed
  return typed
    .split('-')
    .reverse()
    .map((part) => part.padStart(2, '0'))
    .join('-')
}
