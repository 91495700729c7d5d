import { formatDate, joinDutch, plural } from '../labels'
import type { Baseline } from '../model/baseline'
import type { BaselineComparison, MovedDate } from './compareTypes'

/** `3 maanden later`, `12 dagen eerder`; a date that came or went: `nu gepland`, `niet meer gepland`. */
export function movedPhrase(moved: MovedDate): string {
  if (moved.days === null || moved.months === null)
    return moved.to === null ? 'niet meer gepland' : 'nu gepland'
  const size =
    moved.months === 0
      ? plural(Math.abs(moved.days), 'dag', 'dagen')
      : plural(Math.abs(moved.months), 'maand', 'maanden')
  return `${size} ${moved.days < 0 ? 'eerder' : 'later'}`
}

/** Places that people can live in, at whatever certainty. */
const homesOf = (p: { realised: number; committed: number; planned: number }): number =>
  p.realised + p.committed + p.planned

/** What changed since a baseline, in one or two sentences. */
export function comparisonSentence(
  baseline: Pick<Baseline, 'name'>,
  c: Omit<BaselineComparison, 'summary'>,
): string {
  const count = (shelter: boolean, sign: number): number =>
    c.moved.filter((m) => m.shelter === shelter && Math.sign(m.delivery?.days ?? 0) === sign).length
  const phrases: string[] = []
  const say = (n: number, one: string, many: string, word: string): void => {
    if (n > 0) phrases.push(`${plural(n, one, many)} ${word}`)
  }
  say(count(false, 1), 'project', 'projecten', 'later klaar')
  say(count(false, -1), 'project', 'projecten', 'eerder klaar')
  say(count(true, 1), 'opvang', 'opvanglocaties', 'later dicht')
  say(count(true, -1), 'opvang', 'opvanglocaties', 'eerder dicht')
  say(c.appeared.length, 'project', 'projecten', 'nieuw')
  say(c.vanished.length, 'project', 'projecten', 'vervallen')
  if (phrases.length === 0) say(c.moved.length, 'project', 'projecten', 'met andere tussendatums')
  const since = `Sinds "${baseline.name}"`
  const plan =
    phrases.length === 0
      ? `${since} is er geen project verschoven, bijgekomen of vervallen.`
      : `${since}: ${joinDutch(phrases)}.`
  return `${plan} ${placesSentence(c)}`
}

function placesSentence(c: Omit<BaselineComparison, 'summary'>): string {
  const { difference } = c.total
  const day = formatDate(c.date)
  const more = (n: number, one: string, many: string): string =>
    `${plural(Math.abs(n), one, many)} ${n < 0 ? 'minder' : 'meer'}`
  const homes = homesOf(difference)
  const parts: string[] = []
  if (homes !== 0) parts.push(more(homes, 'woonplek', 'woonplekken'))
  if (difference.shelterOpen !== 0) parts.push(more(difference.shelterOpen, 'opvangplek', 'opvangplekken'))
  if (parts.length > 0) return `Op ${day} zijn er ${joinDutch(parts)} dan toen in het plan stonden.`
  if (difference.realised !== 0 || difference.committed !== 0)
    return `Op ${day} zijn het evenveel plekken, maar met een andere zekerheid.`
  return `Op ${day} zijn het evenveel plekken.`
}
