/** What Palet says of a passphrase while it is typed. */
export interface PassphraseStrength {
  /** 0 too short or far too easy, 1 weak, 2 fair, 3 strong. */
  readonly level: 0 | 1 | 2 | 3
  /** Fair or better: Palet takes it. */
  readonly accepted: boolean
  /** Word for on the screen. */
  readonly label: string
  /** What would make it better, or why it is fine. */
  readonly advice: string
  /** Rough number of guesses as a power of two. */
  readonly bits: number
}

export const SHORTEST_PASSPHRASE = 10
const LEVELS = [0, 28, 40, 55] as const
const LABELS = ['te makkelijk', 'zwak', 'redelijk', 'sterk'] as const
const IDEA = 'Een zin van vier of meer losse woorden is sterk en goed te onthouden.'

/** What guessers try first, and what lies near in this work: together worth hardly more than one guess in a list. */
const EXPECTED = (
  'wachtwoord wachtzin password passwoord welkom welcome geheim secret hallo hello admin beheer beheerder gebruiker ' +
  'login inloggen letmein iloveyou ikhouvan qwerty qwertz azerty asdf zxcvbn test voorbeeld ajax feyenoord liverpool ' +
  'arsenal monkey dragon princess sunshine football voetbal schatje liefje lente zomer herfst winter januari februari ' +
  'maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag ' +
  'zaterdag zondag palet achterhoek doetinchem winterswijk aalten berkelland bronckhorst montferland oost gelre oude ' +
  'ijsselstreek gemeente wonen opvang nederland gelderland'
).split(' ')
const LISTED_BITS = 7
/** A word that isn't on the list: one of some four thousand. */
const WORD_BITS = 12
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'azertyuiop', '01234567890', 'abcdefghijklmnopqrstuvwxyz']

/** An estimate from above of how many guesses it takes, knowing how people choose; and what to say about it. */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const bits = Math.round(guesses(passphrase))
  const length = Array.from(passphrase.trim()).length
  if (length < SHORTEST_PASSPHRASE)
    return {
      level: 0,
      accepted: false,
      label: 'te kort',
      advice: `Gebruik minstens ${String(SHORTEST_PASSPHRASE)} tekens. ${IDEA}`,
      bits,
    }
  const level = bits >= LEVELS[3] ? 3 : bits >= LEVELS[2] ? 2 : bits >= LEVELS[1] ? 1 : 0
  return { level, accepted: level >= 2, label: LABELS[level], advice: adviceFor(level, passphrase), bits }
}

function adviceFor(level: 0 | 1 | 2 | 3, passphrase: string): string {
  if (level === 3) return 'Deze wachtzin is moeilijk te raden.'
  if (level === 2) return 'Deze wachtzin is goed genoeg. Met nog een woord erbij is hij sterk.'
  const lower = passphrase.toLowerCase()
  const listed = EXPECTED.find((word) => word.length > 3 && lower.includes(word))
  if (listed !== undefined) return `Het woord “${listed}” wordt het eerst geraden. ${IDEA}`
  if (/(.)\1\1/.test(lower)) return `Herhalen maakt een wachtzin niet sterker. ${IDEA}`
  return IDEA
}

function guesses(passphrase: string): number {
  const seen = new Set<string>()
  let bits = 0
  for (const [part] of passphrase.matchAll(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu)) {
    const lower = part.toLowerCase()
    // A part that was there already adds next to nothing.
    bits += seen.has(lower) ? 1 : partBits(lower)
    seen.add(lower)
    if (part !== lower && !/^\p{Lu}/u.test(part)) bits += 2
    else if (part !== lower) bits += 1
  }
  return bits
}

function partBits(part: string): number {
  if (EXPECTED.includes(part)) return LISTED_BITS
  const listed = EXPECTED.find((word) => word.length > 3 && part.includes(word))
  if (listed !== undefined) return LISTED_BITS + partBits(part.replace(listed, ''))
  const kinds = new Set(part).size
  if (part.length > 2 && kinds <= 2) return 3 + Math.log2(part.length)
  if (part.length > 2 && ROWS.some((row) => row.includes(part) || backwards(row).includes(part))) return 5
  if (/^\p{N}+$/u.test(part)) return digitBits(part)
  if (/^\p{L}+$/u.test(part)) return letterBits(part)
  // Spaces between words are expected; other signs are worth something.
  return part === ' ' ? 0.5 : Math.min(part.length, 6) * 4
}

function digitBits(part: string): number {
  if (/^(19|20)\d\d$/.test(part)) return 6
  // Eight or six digits that can be a date are one of some forty thousand days.
  if (/^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)?\d\d$/.test(part)) return 12
  // Only a digit that isn't one more step of the same row is worth something.
  const digits = Array.from(part, Number)
  const steps = digits.map((digit, at) => digit - (digits[at - 1] ?? 0))
  return steps.filter((step, at) => at === 0 || step !== steps[at - 1]).length * 3.3
}

/** What can be spoken is probably a word, or two glued together; what can't is probably random. */
function letterBits(part: string): number {
  const random = part.length * 4.5
  const spoken = !/[^aeiouyáéëèïöüij]{5}/u.test(part) && /[aeiouyáéëèïöü]/u.test(part)
  return spoken ? Math.min(random, WORD_BITS * Math.max(1, part.length / 8)) : random
}

const backwards = (text: string): string => Array.from(text).reverse().join('')
