import { compareDutch } from '../labels'
import { slips } from './distance'
import type { SearchEntry } from './entries'
import { foldDutch, wordsOf } from './fold'

/** Where a word stands counts: title, detail, text. */
const FIELD_WEIGHTS = [3, 1.5, 1] as const

/** Every word of all entries, with the entries it stands in. Made once per state of the data. */
export interface SearchIndex {
  readonly entries: readonly SearchEntry[]
  readonly words: readonly string[]
  /** By word: entry × 3 + field, rising. */
  readonly places: readonly (readonly number[])[]
  readonly titles: readonly string[]
  readonly wordNumbers: ReadonlyMap<string, number>
}

export interface SearchHit {
  readonly entry: SearchEntry
  readonly score: number
}

export function searchIndex(entries: readonly SearchEntry[]): SearchIndex {
  const wordNumbers = new Map<string, number>()
  const words: string[] = []
  const places: number[][] = []
  const titles: string[] = []
  entries.forEach((entry, i) => {
    titles.push(foldDutch(entry.title))
    ;[entry.title, entry.detail, entry.text].forEach((text, field) => {
      for (const word of wordsOf(text)) {
        let number = wordNumbers.get(word)
        if (number === undefined) {
          number = words.length
          wordNumbers.set(word, number)
          words.push(word)
          places.push([])
        }
        const list = places[number]
        const place = i * 3 + field
        if (list?.at(-1) !== place) list?.push(place)
      }
    })
  })
  return { entries, words, places, titles, wordNumbers }
}

/** How a word of the index fits a word that was typed, and how well. */
type Fit = readonly [word: number, quality: number]

/** Endings that Dutch puts behind a word: typed `woningen`, written `woning`. */
const ENDINGS = new Set(['e', 'n', 'en', 's', 'je', 'jes', 'tje', 'tjes'])

/**
 * What fits best, the best first. All words that were typed have to be found: as a whole word, its beginning, a part of
 * a compound, with another ending, or, when nothing fits like that, with a slip or two, or as two words.
 */
export function search(index: SearchIndex, typed: string, most = 20): SearchHit[] {
  const wanted = wordsOf(typed).slice(0, 8)
  if (wanted.length === 0) return []
  const needed = wanted.flatMap((word) => {
    const fits = fitsOf(index, word)
    const parts = fits.length === 0 ? halves(index, word) : null
    return parts === null ? [fits] : parts.map((part) => fitsOf(index, part))
  })
  let total: Float64Array | null = null
  for (const fits of needed) {
    const scores = scoresOf(index, fits)
    if (total === null) total = scores
    else
      for (let i = 0; i < total.length; i++) {
        const sum = total[i] ?? 0
        const own = scores[i] ?? 0
        total[i] = sum > 0 && own > 0 ? sum + own : 0
      }
  }
  return best(index, total ?? new Float64Array(0), wanted.join(' '), most)
}

function fitsOf(index: SearchIndex, typed: string): Fit[] {
  const fits: Fit[] = []
  index.words.forEach((word, i) => {
    const quality = directFit(word, typed)
    if (quality > 0) fits.push([i, quality])
  })
  if (fits.length > 0) return fits
  const allowed = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0
  if (allowed > 0)
    index.words.forEach((word, i) => {
      const count = nearness(word, typed, allowed)
      if (count <= allowed) fits.push([i, 5 - 1.5 * count])
    })
  return fits
}

function directFit(word: string, typed: string): number {
  if (word === typed) return 10
  const at = word.indexOf(typed)
  // A longer word fits less: what was typed is a smaller part of it.
  const part = typed.length / word.length
  if (at === 0) return 6 + 2 * part
  if (at > 0) return typed.length >= 3 ? 3 + part : 0
  return typed.startsWith(word) && word.length >= 3 && ENDINGS.has(typed.slice(word.length)) ? 6 : 0
}

/** Slips against the word, or against the beginning of a longer one: who types is perhaps not done yet. */
function nearness(word: string, typed: string, allowed: number): number {
  const whole = slips(word, typed, allowed)
  if (whole <= allowed || word.length <= typed.length + allowed || typed.length < 5) return whole
  // A slip in the first letter of an unfinished word would let almost anything in.
  return word[0] === typed[0] ? slips(word.slice(0, typed.length), typed, 1) + 0.5 : allowed + 1
}

/** `opvangplek` typed, `opvang` and `plek` written: the two words, when the index has both; else null. */
function halves(index: SearchIndex, typed: string): readonly [string, string] | null {
  for (let cut = typed.length - 3; cut >= 3; cut--) {
    const first = typed.slice(0, cut)
    if (!index.wordNumbers.has(first)) continue
    for (const second of [typed.slice(cut), typed.slice(cut).replace(/^s/, '')])
      if (second.length >= 3 && index.wordNumbers.has(second)) return [first, second]
  }
  return null
}

/** The score of each entry for one typed word: its best place. */
function scoresOf(index: SearchIndex, fits: readonly Fit[]): Float64Array {
  const scores = new Float64Array(index.entries.length)
  for (const [word, quality] of fits)
    for (const place of index.places[word] ?? []) {
      const entry = Math.floor(place / 3)
      const score = quality * (FIELD_WEIGHTS[place % 3] ?? 1)
      if (score > (scores[entry] ?? 0)) scores[entry] = score
    }
  return scores
}

function best(index: SearchIndex, scores: Float64Array, typed: string, most: number): SearchHit[] {
  const hits: (SearchHit & { readonly at: number })[] = []
  let least = 0
  scores.forEach((score, at) => {
    const entry = index.entries[at]
    const title = index.titles[at]
    if (score === 0 || entry === undefined || title === undefined) return
    const bonus = (title === typed ? 20 : title.startsWith(typed) ? 8 : 0) + (entry.kind === 'screen' ? 4 : 0)
    // Of two that fit alike the shorter title is nearer.
    const sum = score + bonus - Math.min(1, title.length / 100)
    if (hits.length >= most * 4 && sum < least) return
    hits.push({ entry, score: sum, at })
    if (hits.length > most * 8) {
      hits.sort(inOrder)
      hits.length = most * 2
      least = hits.at(-1)?.score ?? 0
    }
  })
  return hits
    .sort(inOrder)
    .slice(0, most)
    .map(({ entry, score }) => ({ entry, score }))
}

const inOrder = (a: SearchHit & { at: number }, b: SearchHit & { at: number }): number =>
  b.score - a.score || compareDutch(a.entry.title, b.entry.title) || a.at - b.at
