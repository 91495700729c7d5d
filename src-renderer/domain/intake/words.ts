/** Comparing words that people typed: capitals, accents, spaces and signs make no difference. */

/** `aantalTeBouwenEenheden` → `aantal te bouwen eenheden`; `Oost-Gelre ` → `oost gelre`. */
export function spaced(text: string): string {
  const apart = text.replace(/([a-z])([A-Z])/g, '$1 $2')
  // Most words need no more than this, and there are many of them.
  if (PLAIN.test(apart))
    return apart
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return apart
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
const PLAIN = /^[\x20-\x7e]*$/

/** The same words come back in every row; so many different ones are kept. */
const MOST_KEYS = 120_000
const keys = new Map<string, string>()

/** What two texts share when they are the same words: `Oost-Gelre` and `oost gelre`. Never empty for a text that isn't. */
export function keyOf(text: string): string {
  const known = keys.get(text)
  if (known !== undefined) return known
  const joined = spaced(text).replaceAll(' ', '')
  const key = joined === '' ? text.trim().toLowerCase() : joined
  if (keys.size >= MOST_KEYS) keys.clear()
  if (text.length <= 200) keys.set(text, key)
  return key
}

/** A text made ready to be laid beside others. */
export interface Prepared {
  readonly key: string
  readonly words: readonly string[]
  /** Pairs of neighbouring letters, with how often each is there. */
  readonly pairs: ReadonlyMap<string, number>
}

export function prepared(text: string): Prepared {
  const key = keyOf(text).slice(0, MOST_LETTERS)
  const pairs = new Map<string, number>()
  for (let i = 0; i < key.length - 1; i += 1) {
    const pair = key.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { key, words: spaced(text.slice(0, MOST_LETTERS)).split(' '), pairs }
}

/** A name is no longer than this; what comes after makes no difference. */
const MOST_LETTERS = 200

/** Share of pairs of letters that two words have in common (Dice), 0 to 1. */
function dice(a: Prepared, b: Prepared): number {
  if (a.key.length < 2 || b.key.length < 2) return 0
  const [few, many] = a.pairs.size <= b.pairs.size ? [a.pairs, b.pairs] : [b.pairs, a.pairs]
  let common = 0
  for (const [pair, times] of few) common += Math.min(times, many.get(pair) ?? 0)
  return (2 * common) / (a.key.length + b.key.length - 2)
}

/** A word shorter than this says too little to find one name in another. */
const LEAST_WORD = 4
/** How alike two texts are when all words of one stand in the other: `ProWonen` in `Stichting ProWonen`. */
const CONTAINED = 0.85

/** How alike two texts are: 1 for the same words, 0 for nothing in common. */
export function alikeness(a: Prepared, b: Prepared): number {
  if (a.key === b.key) return 1
  const [short, long] = a.key.length <= b.key.length ? [a, b] : [b, a]
  const contained =
    short.key.length >= LEAST_WORD &&
    (long.words.includes(short.key) || short.words.every((word) => long.words.includes(word)))
  return Math.max(contained ? CONTAINED : 0, dice(a, b))
}
