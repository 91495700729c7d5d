import { type FieldText, personIn, tracesIn } from '../regie/people'
import type { DomainError } from '../result'
import type { Trajectory } from './model'

/** A street with a number, or a day of birth: fine in a plan for a neighbourhood, never in a trajectory. */
const TRACES: readonly (readonly [RegExp, string])[] = [
  [
    // One word with a capital: "Kerkstraat 12", and not "sliep op straat, 3 weken" or "Onderweg 2 dagen".
    /(?<!\p{L})\p{Lu}\p{L}*(?:straat|weg|laan|plein|dijk|hof|kade|singel|steeg|gracht|dreef)\s+\d+(?!\d*\s*(?:dag|we[ek]|maand|jaar|uur|keer))/u,
    'een adres',
  ],
  [
    /\bgeb(?:oren|oortedatum|\.)[^\d\n]{0,20}\d{1,2}[\s/.-]+(?:\d{1,2}|[a-z]{3,9})[\s/.-]+\d{2,4}/i,
    'een geboortedatum',
  ],
]

/** What in a text looks like a person or an address, in words; null when nothing does. It can't know every name. */
export function traceIn(text: string): string | null {
  return personIn(text) ?? TRACES.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** Every free text of a trajectory that seems to hold a person, by field. */
export function tracesOf({ note, situations, steps, matches }: Trajectory): readonly DomainError[] {
  const texts: readonly FieldText[] = [
    ['note', note],
    ...situations.map((s, i) => [`situations.${String(i)}.note`, s.note] as const),
    ...steps.map((s, i) => [`steps.${String(i)}.note`, s.note] as const),
    ...matches.flatMap((m, i) => [
      ...Object.entries(m.checks).map(
        ([key, { note: why }]) => [`matches.${String(i)}.checks.${key}.note`, why] as const,
      ),
      ...m.outcomes.map((o, j) => [`matches.${String(i)}.outcomes.${String(j)}.reason`, o.reason] as const),
    ]),
  ]
  return tracesIn(
    texts,
    traceIn,
    'In een traject staat alleen een code, geen naam, nummer of adres. Schrijf het zonder.',
  )
}
