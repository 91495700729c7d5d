import { formatDate, formatNumber, plural, statusLabels } from '../labels'
import type { CapacityStep } from '../model/entities'
import { CAPACITY_STATUSES, type CapacityStatus } from '../model/values'
import { isIsoDate } from '../time/day'
import type { Problems } from './checks'
import { MAX_PLACES, MAX_STEPS } from './limits'

/** How a status reads after "8 plekken". */
const statusPhrases: Readonly<Record<CapacityStatus, string>> = {
  idea: 'in de fase idee',
  explored: 'verkend',
  committed: 'toegezegd',
  preparing: 'in voorbereiding',
  available: 'beschikbaar',
  ended: 'beëindigd',
}

/** Steps in the order in which they count: by date, steps of one day in the order given. */
export function sortSteps(steps: readonly CapacityStep[]): readonly CapacityStep[] {
  const inOrder = steps.every((step, i) => i === 0 || (steps[i - 1]?.date ?? '') <= step.date)
  if (inOrder) return steps
  return [...steps].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/**
 * All problems of one track. Fields carry the index in the order given, also when that isn't by date.
 * @param track field name: `homes` or `support`
 */
export function checkTrack(
  problems: Problems,
  steps: readonly CapacityStep[],
  track: 'homes' | 'support',
): void {
  if (steps.length > MAX_STEPS)
    problems.add('too-many', `Er passen hoogstens ${formatNumber(MAX_STEPS)} stappen in een spoor.`, track)
  let sound = true
  steps.forEach((step, i) => {
    if (!checkStep(problems, step, `${track}.${String(i)}`)) sound = false
  })
  // Sums over unsound steps would only repeat the problem in other words.
  if (sound) checkNeverBelowZero(problems, steps, track)
}

function checkStep(problems: Problems, step: CapacityStep, path: string): boolean {
  const before = problems.list.length
  problems.id(step.id, `${path}.id`)
  problems.date(step.date, `${path}.date`)
  problems.whole(step.places, 1, MAX_PLACES, 'Het aantal plekken', `${path}.places`)
  problems.text(step.note, `${path}.note`)
  if (step.from === step.to)
    problems.add(
      'step-same-status',
      `De stap gaat van "${statusLabels[step.to]}" naar "${statusLabels[step.to]}" en verandert dus niets. Kies een andere status.`,
      `${path}.to`,
    )
  if (step.from === 'ended')
    problems.add(
      'step-from-ended',
      'Beëindigde plekken komen niet terug. Voeg nieuwe plekken toe met een eigen stap.',
      `${path}.from`,
    )
  return problems.list.length === before
}

/** On no date, in no status, fewer than zero places. What moves in on a day may move on that same day. */
function checkNeverBelowZero(problems: Problems, steps: readonly CapacityStep[], track: string): void {
  const order = steps.map((step, index) => ({ step, index }))
  order.sort((a, b) => (a.step.date < b.step.date ? -1 : a.step.date > b.step.date ? 1 : a.index - b.index))
  const counts = new Map<CapacityStatus, number>()
  let at = 0
  while (at < order.length) {
    const date = order[at]?.step.date ?? ''
    const out = new Map<CapacityStatus, { places: number; index: number; ends: boolean }>()
    for (; order[at]?.step.date === date; at++) {
      const item = order[at]
      if (item === undefined) break
      const { step, index } = item
      counts.set(step.to, (counts.get(step.to) ?? 0) + step.places)
      if (step.from === null) continue
      const sofar = out.get(step.from)
      out.set(step.from, {
        places: (sofar?.places ?? 0) + step.places,
        index,
        ends: step.to === 'ended' && (sofar?.ends ?? true),
      })
    }
    for (const status of CAPACITY_STATUSES) {
      const asked = out.get(status)
      if (asked === undefined) continue
      const had = counts.get(status) ?? 0
      if (had < asked.places) {
        const message = belowZeroMessage(track, date, status, had, asked.places, asked.ends)
        problems.add('below-zero', message, `${track}.${String(asked.index)}.places`)
        return
      }
      counts.set(status, had - asked.places)
    }
  }
}

/**
 * @param had places with the status on that date, new ones of the day included
 * @param asked places that should leave the status on that date
 * @param ends true when they all end; else they move on to another status
 */
function belowZeroMessage(
  track: string,
  date: string,
  status: CapacityStatus,
  had: number,
  asked: number,
  ends: boolean,
): string {
  const thing =
    track === 'support'
      ? (['plek met begeleiding', 'plekken met begeleiding'] as const)
      : (['plek', 'plekken'] as const)
  const day = isIsoDate(date) ? formatDate(date) : date
  const there =
    had === 0
      ? `zijn er geen ${thing[1]} ${statusPhrases[status]}`
      : `${had === 1 ? 'is' : 'zijn'} er ${plural(had, thing[0], thing[1])} ${statusPhrases[status]}`
  const does = ends
    ? asked === 1
      ? 'er kan er geen sluiten'
      : `er kunnen er geen ${formatNumber(asked)} sluiten`
    : asked === 1
      ? 'er kan er geen naar een andere status'
      : `er kunnen er geen ${formatNumber(asked)} naar een andere status`
  return `Op ${day} ${there}; ${does}. Pas het aantal of de datum aan.`
}
