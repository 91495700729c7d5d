import { capitalise, tableLabels } from '@/domain/labels'
import { calledOf } from '@/domain/model/called'
import { REGIE_TABLES } from '@/domain/regie/model'

/** Turns the path of a problem in a file into Dutch: which record, which field. */

const RECORDS: ReadonlyMap<string, string> = new Map([
  ['municipalities', 'Gemeente'],
  ['partners', 'Partner'],
  ['arrangementTypes', 'Arrangementtype'],
  ['projects', 'Project'],
  ['milestones', 'Ambitie'],
  ['reports', 'Rapport'],
  ['baselines', 'Vastgesteld plan'],
  ['scenarios', 'Scenario'],
  ['reviewRounds', 'Reviewronde'],
  ['reviewAnswers', 'Antwoord op een reviewronde'],
  ...REGIE_TABLES.map((table) => [table, capitalise(tableLabels[table].one)] as const),
])

/** How an item of a list is called, with what follows its number. */
const ITEMS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['homes', ['stap', ' bij woningen']],
  ['support', ['stap', ' bij begeleiding']],
  ['phases', ['fase', '']],
  ['risks', ['risico', '']],
  ['supportBands', ['begeleidingsvorm', '']],
  ['facts', ['feit', '']],
  ['dependencies', ['afhankelijkheid', '']],
  ['changes', ['wijziging', '']],
  ['projects', ['project', '']],
  ['milestones', ['ambitie', '']],
  ['rows', ['rij', '']],
  ['cells', ['cel', '']],
  ['proposed', ['voorgestelde rij', '']],
  ['decisions', ['besluit', '']],
  ['questions', ['vraag', '']],
  ['links', ['koppeling', '']],
  ['dissent', ['tegengeluid', '']],
  ['figures', ['cijfer', '']],
  ['positions', ['positie', '']],
  ['signals', ['signaal', '']],
  ['agenda', ['agendapunt', '']],
  ['minutes', ['regel', ' van het verslag']],
  ['steps', ['stap', '']],
  ['ownerChanges', ['wissel van eigenaar', '']],
  ['situations', ['situatie', '']],
  ['matches', ['match', '']],
])

export type PathKey = string | number

/** `Project 'X' (nr. 12)`, or without the name when the record has none. @param index from 0 */
export function recordLabel(table: string, index: number, record: unknown): string {
  const word = RECORDS.get(table) ?? table
  const number = `nr. ${String(index + 1)}`
  const name = nameOf(record)
  return name === null ? `${word} ${number}` : `${word} '${name}' (${number})`
}

function nameOf(record: unknown): string | null {
  return typeof record === 'object' ? (calledOf(record)?.trim().slice(0, 60) ?? null) : null
}

/** `veld 'places' van stap 2 bij woningen`. */
function fieldPhrase(path: readonly PathKey[]): string {
  const parts: string[] = []
  path.forEach((key, i) => {
    if (typeof key === 'number') return
    const next = path[i + 1]
    const item = ITEMS.get(key)
    if (typeof next === 'number')
      parts.push(
        item === undefined
          ? `waarde ${String(next + 1)} van veld '${key}'`
          : `${item[0]} ${String(next + 1)}${item[1]}`,
      )
    else if (i === path.length - 1) parts.push(`veld '${shown(key)}'`)
    else parts.push(key === 'rating' ? 'het stoplicht' : `'${shown(key)}'`)
  })
  return parts.reverse().join(' van ')
}

/** A key from a foreign file can be anything: keep it short. */
const shown = (key: string): string => (key.length > 40 ? `${key.slice(0, 40)}…` : key)

/**
 * A whole Dutch sentence about a problem in the data of a file.
 * @param path from the top of the file, such as `['data', 'projects', 11, 'homes', 1, 'places']`
 * @param problem end of the sentence: `is geen heel getal`
 */
export function describeIssue(data: unknown, path: readonly PathKey[], problem: string): string {
  const [top, table, index, ...rest] = path
  if (top !== 'data' || typeof table !== 'string') return sentence(null, fieldPhrase(path), problem)
  if (table === 'programme') {
    const inside = path.slice(2)
    return inside.length === 0
      ? sentence(null, "veld 'programme'", problem)
      : sentence('Programma', fieldPhrase(inside), problem)
  }
  if (typeof index !== 'number') return sentence(null, `veld '${shown(table)}'`, problem)
  const label = recordLabel(table, index, itemAt(data, table, index))
  return rest.length === 0 ? `${label} ${problem}.` : sentence(label, fieldPhrase(rest), problem)
}

function sentence(label: string | null, field: string, problem: string): string {
  return label === null
    ? `${field.charAt(0).toUpperCase()}${field.slice(1)} van het bestand ${problem}.`
    : `${label}: ${field} ${problem}.`
}

function itemAt(data: unknown, table: string, index: number): unknown {
  if (typeof data !== 'object' || data === null) return undefined
  const rows: unknown = new Map<string, unknown>(Object.entries(data)).get(table)
  return Array.isArray(rows) ? rows[index] : undefined
}
