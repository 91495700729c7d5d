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
