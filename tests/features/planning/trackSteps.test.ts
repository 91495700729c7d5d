import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trackCounts } from '@/domain/capacity/statusCounts'
import type { CapacityStep } from '@/domain/model/entities'
import { CAPACITY_STATUSES, type CapacityStatus } from '@/domain/model/values'
import { Problems } from '@/domain/validation/checks'
import { checkTrack } from '@/domain/validation/track'
import { closePlaces, makeAvailable } from '@/features/planning/editor/trackSteps'

let last = 0
const newId = (): string => `new-${String((last += 1))}`

function step(date: string, from: CapacityStatus | null, to: CapacityStatus, places: number): CapacityStep {
  return { id: newId(), date, from, to, places, note: '' }
}

function problems(steps: readonly CapacityStep[]): string[] {
  const found = new Problems()
  checkTrack(found, steps, 'homes')
  return found.list.map((problem) => problem.message)
}

describe('plekken beschikbaar maken', () => {
  it('takes places that are furthest on first', () => {
    const steps = [step('2026-01-01', null, 'idea', 5), step('2026-02-01', null, 'preparing', 3)]
    const made = makeAvailable(steps, '2026-06-01', 4, newId)
    expect(made).toMatchObject({ forward: 0, moved: 4, added: 0 })
    expect(trackCounts(made.steps, '2026-06-01')).toMatchObject({ available: 4, preparing: 0, idea: 4 })
  })

  it('brings a planned delivery forward instead of counting its places twice', () => {
    const steps = [step('2026-01-01', null, 'preparing', 6), step('2027-01-01', 'preparing', 'available', 6)]
    const made = makeAvailable(steps, '2026-06-01', 4, newId)
    expect(made).toMatchObject({ forward: 4, moved: 0, added: 0 })
    expect(trackCounts(made.steps, '2026-06-01')).toMatchObject({ available: 4, preparing: 2 })
    expect(trackCounts(made.steps, '2027-01-01')).toMatchObject({ available: 6, preparing: 0 })
  })

  it('brings places forward that are expected later, and drops a step that is used up', () => {
    const made = makeAvailable([step('2027-02-01', null, 'committed', 4)], '2026-06-01', 4, newId)
    expect(made).toMatchObject({ forward: 4, added: 0 })
    expect(made.steps).toHaveLength(1)
    expect(trackCounts(made.steps, '2028-01-01')).toMatchObject({ available: 4, committed: 0 })
  })

  it('adds what is not there yet', () => {
    const made = makeAvailable([], '2026-06-01', 3, newId)
    expect(made).toMatchObject({ forward: 0, moved: 0, added: 3 })
    expect(trackCounts(made.steps, '2026-06-01').available).toBe(3)
  })

  const months = fc.integer({ min: 0, max: 59 }).map((m) => {
    const month = String((m % 12) + 1).padStart(2, '0')
    return `${String(2026 + Math.floor(m / 12))}-${month}-01`
  })
  const anyStep = fc
    .record({
      date: months,
      from: fc.constantFrom(null, 'idea', 'explored', 'committed', 'preparing', 'available'),
      to: fc.constantFrom(...CAPACITY_STATUSES),
      places: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ date, from, to, places }) => step(date, from, to, places))
  // A sound track: steps that would make it unsound are left out.
  const track = fc.array(anyStep, { maxLength: 12 }).map((steps) => {
    const sound: CapacityStep[] = []
    for (const next of steps) if (problems([...sound, next]).length === 0) sound.push(next)
    return sound
  })

  it('makes exactly that many more available, and leaves a sound track sound', () => {
    fc.assert(
      fc.property(track, months, fc.integer({ min: 1, max: 20 }), (steps, date, places) => {
        const made = makeAvailable(steps, date, places, newId)
        expect(made.forward + made.moved + made.added).toBe(places)
        expect(problems(made.steps)).toEqual([])
        const before = trackCounts(steps, date).available
        expect(trackCounts(made.steps, date).available).toBe(before + places)
        const total = (of: readonly CapacityStep[]): number =>
          of.reduce((sum, s) => (s.from === null ? sum + s.places : sum), 0)
        expect(total(made.steps)).toBe(total(steps) + made.added)
      }),
      { numRuns: 500 },
    )
  })
})

describe('sluiting', () => {
  it('ends available places on the date', () => {
    const steps = closePlaces([step('2026-01-01', null, 'available', 5)], '2026-07-01', 2, newId)
    expect(trackCounts(steps, '2026-06-30').available).toBe(5)
    expect(trackCounts(steps, '2026-07-01')).toMatchObject({ available: 3, ended: 2 })
  })
})
