import type { FieldKey, Subject } from './fields'
import { fieldsOf } from './fields'
import { headingsOf, type CellReaders, type Sheet } from './sheet'
import { PARTNER_SYNONYMS, PERSONAL_HEADINGS, PROJECT_SYNONYMS, type Synonyms } from './synonyms'
import { alikeness, keyOf, type Prepared, prepared } from './words'

/** Which column fills which field; columns count from 0. */
export type ColumnChoice = Readonly<Partial<Record<FieldKey, number>>>

/** Less alike than this is no guess. */
const LEAST_ALIKE = 0.78
/** Rows from the top in which the heads are looked for: people put titles above a table. */
export const HEAD_ROWS = 60

const synonymsOf = (subject: Subject, key: FieldKey): Synonyms => {
  const table: Readonly<Partial<Record<FieldKey, Synonyms>>> =
    subject === 'projects' ? PROJECT_SYNONYMS : PARTNER_SYNONYMS
  return table[key] ?? { common: [], vera: [] }
}

interface Word extends Prepared {
  readonly weight: number
}

/** Per field its label and all its synonyms; what Palet itself writes weighs most, what comes first weighs more. */
function wordsOf(subject: Subject): { key: FieldKey; words: Word[] }[] {
  return fieldsOf(subject).map(({ key, label }) => {
    const { common, vera } = synonymsOf(subject, key)
    const weigh = (list: readonly string[], from: number): Word[] =>
      list.map((text, i) => ({ ...prepared(text), weight: from - i * 0.001 }))
    return { key, words: [...weigh([label], 1), ...weigh(vera, 0.97), ...weigh(common, 0.95)] }
  })
}

const LEXICON: Readonly<Record<Subject, ReturnType<typeof wordsOf>>> = {
  projects: wordsOf('projects'),
  partners: wordsOf('partners'),
}
/** All headings that are known as they are written. */
const known = (subject: Subject): ReadonlySet<string> =>
  new Set(LEXICON[subject].flatMap(({ words }) => words.map(({ key }) => key)))
const KNOWN: Readonly<Record<Subject, ReadonlySet<string>>> = {
  projects: known('projects'),
  partners: known('partners'),
}
const PERSONAL = new Set(PERSONAL_HEADINGS.map(keyOf))

/** True for a column about people, which Palet doesn't take over. */
export const isPersonal = (heading: string): boolean => PERSONAL.has(keyOf(heading))

function fit(heading: Prepared, words: readonly Word[]): number {
  let best = 0
  for (const word of words) {
    if (word.key === heading.key) best = Math.max(best, word.weight)
    else if (best < 0.9) {
      const alike = alikeness(heading, word)
      if (alike >= LEAST_ALIKE) best = Math.max(best, alike * 0.88)
    }
  }
  return best
}

/** The best column for each field, none twice. A heading that says "in gebruik op 1 mei" is a figure, not a field. */
export function guessColumns(subject: Subject, headings: readonly string[]): ColumnChoice {
  const fits: { field: FieldKey; column: number; fit: number }[] = []
  headings.forEach((heading, column) => {
    if (heading === '' || isPersonal(heading)) return
    const ready = prepared(heading)
    for (const { key, words } of LEXICON[subject]) {
      const how = fit(ready, words)
      if (how > 0) fits.push({ field: key, column, fit: how })
    }
  })
  fits.sort((a, b) => b.fit - a.fit || a.column - b.column)
  const chosen: Partial<Record<FieldKey, number>> = {}
  const taken = new Set<number>()
  for (const { field, column } of fits) {
    if (chosen[field] !== undefined || taken.has(column)) continue
    chosen[field] = column
    taken.add(column)
  }
  return chosen
}

/** How much a row looks like heads: headings that are known count most, then other short words. */
function headScore(texts: readonly string[]): number {
  const words = texts.filter((text) => text !== '' && text.length <= 60 && /\p{L}/u.test(text))
  if (new Set(words.map(keyOf)).size < 2) return 0
  const keys = words.map(keyOf)
  const known = Math.max(
    ...(['projects', 'partners'] as const).map(
      (subject) => keys.filter((key) => KNOWN[subject].has(key)).length,
    ),
  )
  return known * 10 + words.length
}

/** The row with the heads, from 0: the best of the first rows, the first one when two are as good. */
export function guessHead(sheet: Sheet, readers: CellReaders): number {
  let best = 0
  let most = 0
  const rows = Math.min(HEAD_ROWS, sheet.rows.length)
  for (let row = 0; row < rows; row += 1) {
    const cells = (sheet.rows[row] ?? []).slice(0, 200)
    if (!cells.some((cell) => typeof cell === 'string')) continue
    const texts = cells.map((cell) => (typeof cell === 'string' ? readers.text(cell) : ''))
    const score = headScore(texts)
    if (score > most) {
      most = score
      best = row
    }
  }
  return best
}

/** The sheet that most looks like a table: the one with the best heads, of those that are in sight. */
export function guessSheet(sheets: readonly Sheet[], readers: CellReaders): number {
  let best = 0
  let most = -1
  sheets.forEach((sheet, i) => {
    const texts = headingsOf(sheet, guessHead(sheet, readers), readers)
    const score = headScore(texts) - (sheet.hidden ? 1_000 : 0) + Math.min(5, sheet.rows.length / 10)
    if (score > most) {
      most = score
      best = i
    }
  })
  return best
}

/** What the rows are: the fields that only one of the two has decide. */
export function guessSubject(headings: readonly string[]): Subject {
  const found = (subject: Subject, own: readonly FieldKey[]): number => {
    const columns = guessColumns(subject, headings)
    return own.filter((key) => columns[key] !== undefined).length
  }
  const projects = found('projects', [
    'type',
    'association',
    'homesPlaces',
    'homesDate',
    'phase',
    'homesStatus',
  ])
  const partners = found('partners', ['kind', 'area', 'contactRole', 'perspective'])
  return partners > projects ? 'partners' : 'projects'
}
