import { compareDutch, confidenceLabels, partnerKindLabels, phaseLabels, statusLabels } from '../labels'
import type { ProgrammeData } from '../model/programmeData'
import { CAPACITY_STATUSES, CONFIDENCES, PARTNER_KINDS, PHASES } from '../model/values'
import type { FieldKey } from './fields'
import { VALUE_WORDS } from './synonyms'
import { alikeness, keyOf, prepared } from './words'

/** Something of the programme that a word in a sheet can stand for. */
export interface Target {
  readonly id: string
  readonly label: string
  /** Other words for it: offered, not taken without asking. */
  readonly words: readonly string[]
  /** Can't be chosen for new records, such as a retired type. */
  readonly retired?: boolean
}

/** A word less alike than this is not offered. */
const LEAST_ALIKE = 0.6

const coded = <T extends string>(
  codes: readonly T[],
  labels: Readonly<Record<T, string>>,
  words: Readonly<Record<string, readonly string[]>>,
): Target[] => codes.map((id) => ({ id, label: labels[id], words: words[id] ?? [] }))

const named = (records: Iterable<{ readonly id: string; readonly name: string }>): Target[] =>
  Array.from(records, ({ id, name }) => ({ id, label: name, words: [] })).sort((a, b) =>
    compareDutch(a.label, b.label),
  )

/** All that a field can be, in the order of the screen; empty for fields that are not chosen from a list. */
export function targetsOf(data: ProgrammeData, key: FieldKey): Target[] {
  switch (key) {
    case 'municipality':
    case 'area':
      // Its code of the CBS is another name for a municipality.
      return named(data.municipalities.values()).map((t) => ({ ...t, words: [t.id] }))
    case 'type':
      return [...data.arrangementTypes.values()]
        .map((t): Target => ({ id: t.id, label: t.name, words: [], retired: t.retired }))
        .sort((a, b) => compareDutch(a.label, b.label))
    case 'association':
      return named([...data.partners.values()].filter((p) => p.kind === 'housingAssociation'))
    case 'supportProvider':
      return named(data.partners.values())
    case 'homesStatus':
    case 'supportStatus':
      return coded(CAPACITY_STATUSES, statusLabels, VALUE_WORDS.status)
    case 'phase':
      return coded(PHASES, phaseLabels, VALUE_WORDS.phase)
    case 'confidence':
      return coded(CONFIDENCES, confidenceLabels, VALUE_WORDS.confidence)
    case 'kind':
      return coded(PARTNER_KINDS, partnerKindLabels, VALUE_WORDS.kind)
    default:
      return []
  }
}

/** What a word in a sheet probably stands for. `same`: it is the name itself. `alike`: somebody should say so. */
export type Guess =
  | { readonly kind: 'same'; readonly id: string }
  | { readonly kind: 'alike'; readonly id: string }
  | { readonly kind: 'unknown' }

export function guessValue(text: string, targets: readonly Target[]): Guess {
  const key = keyOf(text)
  const same = targets.filter((t) => keyOf(t.label) === key)
  const one = same.find((t) => t.retired !== true) ?? same[0]
  // Two of one name can't be told apart by it.
  if (one !== undefined && same.filter((t) => t.retired !== true).length < 2)
    return { kind: 'same', id: one.id }
  const coded = targets.find((t) => t.words.some((w) => keyOf(w) === key))
  if (coded !== undefined) return { kind: 'alike', id: coded.id }
  const ready = prepared(text)
  let best: string | null = null
  let most = LEAST_ALIKE
  for (const target of targets) {
    if (target.retired === true) continue
    const alike = Math.max(
      alikeness(ready, prepared(target.label)),
      ...target.words.map((w) => alikeness(ready, prepared(w)) * 0.95),
    )
    if (alike > most) {
      most = alike
      best = target.id
    }
  }
  return best === null ? { kind: 'unknown' } : { kind: 'alike', id: best }
}

/**
 * The parts of a cell that names several things: `Aalten, Oost Gelre en Winterswijk`.
 * @param known keys of the names themselves, for those that hold such a sign: `Peel en Maas`
 */
export function partsOf(text: string, known: ReadonlySet<string>): string[] {
  let parts = [text]
  for (const separator of [/[;\n|]/, /[,/]/, /\s+en\s+|\s+&\s+/])
    parts = parts.flatMap((part) => (known.has(keyOf(part)) ? [part] : part.split(separator)))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** Words for "everywhere" in a list of municipalities. */
const EVERYWHERE = new Set([
  'heleregio',
  'deheleregio',
  'regio',
  'alle',
  'allegemeenten',
  'regionaal',
  'achterhoek',
])
export const isEverywhere = (text: string): boolean => EVERYWHERE.has(keyOf(text))
