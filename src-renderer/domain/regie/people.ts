import type { DomainError } from '../result'
import type { Neighbourhood } from './neighbourModel'

/** Traces of a person in free text: regie holds places, partners and roles, never people. */
const TRACES: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+\.[a-z]{2,}/i, 'een e-mailadres'],
  [/(?<!\d)(?:\+31[\s-]?|0031[\s-]?|0)[1-9](?:[\s-]?\d){8}(?!\d)/, 'een telefoonnummer'],
  [/(?<![\d.,])\d{9}(?![\d.,]*\d)/, 'een burgerservicenummer'],
  [/\b[1-9]\d{3}\s?[A-Z]{2}\b/, 'een postcode'],
  [
    /\b(?:[Dd]hr|[Mm]evr|[Mm]w)\.?\s+\p{Lu}|\b(?:[Dd]e heer|[Mm]eneer|[Mm]evrouw)\s+(?:(?:van|de|den|der|ter|ten)\s+)*\p{Lu}/u,
    'de naam van een persoon',
  ],
]

/** What in a text looks like a person, in words; null when nothing does. It can't know every name. */
export function personIn(text: string): string | null {
  return TRACES.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** Neighbourhoods hold no people, not even in a signal: every text that seems to, by field. */
export function peopleIn({
  plan,
  contactRole,
  agreements,
  signals,
  carrying,
}: Neighbourhood): readonly DomainError[] {
  const texts: readonly FieldText[] = [
    ['plan', plan],
    ['contactRole', contactRole],
    ...agreements.map((a, i) => [`agreements.${String(i)}.text`, a.text] as const),
    ...signals.flatMap((s, i) => [
      [`signals.${String(i)}.text`, s.text] as const,
      [`signals.${String(i)}.followUp`, s.followUp] as const,
    ]),
    ...carrying.map((c, i) => [`carrying.${String(i)}.why`, c.why] as const),
  ]
  return tracesIn(texts, personIn, 'Hier horen geen mensen in: schrijf alleen wat er speelt.')
}

export type FieldText = readonly [field: string, text: string]

/** Every text in which something is found that may not be there, by field. @param instead what to do about it */
export function tracesIn(
  texts: readonly FieldText[],
  find: (text: string) => string | null,
  instead: string,
): DomainError[] {
  return texts.flatMap(([field, text]) => {
    const found = find(text)
    const message = `In deze tekst staat zo te zien ${found ?? ''}. ${instead}`
    return found === null ? [] : [{ code: 'person-in-text', message, field }]
  })
}
