import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectPlaces } from '@/domain/capacity'
import type { CapacityStep, Project } from '@/domain/model/entities'
import { type OpenCounts, REVIEW_STATUSES, withPlaces } from '@/domain/review'
import { validateProject } from '@/domain/validation'
import { dateArbitrary, programmeArbitrary } from '../../fixtures/randomProgramme'
import { base, project, step } from '../commands/support'

const ON = '2026-12-31'

function make() {
  let n = 0
  return (from: CapacityStep['from'], to: CapacityStep['to'], places: number) => ({
    id: `ronde-${String(++n)}`,
    from,
    to,
    places,
    note: '',
  })
}

const none: OpenCounts = { available: 0, preparing: 0, committed: 0, explored: 0, idea: 0 }
const shape = (steps: readonly CapacityStep[]) =>
  steps.map((s) => `${s.date} ${s.from ?? '+'}>${s.to} ${String(s.places)}`)

function withSteps(homes: readonly CapacityStep[], support = homes): Project {
  return project({ homes: [...homes], support: [...support] })
}

const open = (p: Project, date = ON) => {
  const counts = projectPlaces(base, p, date)
  return REVIEW_STATUSES.map((s) => counts[s])
}

describe('places by status, put back into steps', () => {
  it('moves what went on from one status to the next, in both tracks', () => {
    const before = withSteps([step('2026-03-01', null, 'preparing', 8)])
    const after = withPlaces(before, true, ON, { ...none, preparing: 3, available: 5 }, make())
    expect(shape(after.homes)).toEqual(['2026-03-01 +>preparing 8', '2026-12-31 preparing>available 5'])
    expect(shape(after.support)).toEqual(['2026-03-01 +>preparing 8', '2026-12-31 preparing>available 5'])
  })

  it('ends what is no longer there and adds what is new', () => {
    const before = withSteps([step('2026-03-01', null, 'idea', 8)])
    const fewer = withPlaces(before, true, ON, { ...none, idea: 5 }, make())
    expect(shape(fewer.homes)).toEqual(['2026-03-01 +>idea 8', '2026-12-31 idea>ended 3'])
    const more = withPlaces(before, true, ON, { ...none, idea: 9, explored: 1 }, make())
    expect(open(more)).toEqual([0, 0, 0, 1, 9])
    expect(more.support).toBe(before.support)
  })

  it('does not count what came early a second time', () => {
    const before = withSteps([step('2027-06-01', null, 'preparing', 8)])
    const after = withPlaces(before, true, ON, { ...none, preparing: 5 }, make())
    expect(shape(after.homes)).toEqual(['2026-12-31 +>preparing 5', '2027-06-01 +>preparing 3'])
    expect(open(after, '2027-12-31')).toEqual([0, 8, 0, 0, 0])
  })

  it('lets a later move take no more than there is', () => {
    const before = withSteps([
      step('2026-03-01', null, 'preparing', 8),
      step('2027-06-01', 'preparing', 'available', 8),
    ])
    const early = withPlaces(before, true, ON, { ...none, available: 6, preparing: 2 }, make())
    expect(shape(early.homes).slice(1)).toEqual([
      '2026-12-31 preparing>available 6',
      '2027-06-01 preparing>available 2',
    ])
    expect(open(early, '2027-12-31')).toEqual([8, 0, 0, 0, 0])
    const gone = withPlaces(before, true, ON, none, make())
    expect(shape(gone.homes).slice(1)).toEqual(['2026-12-31 preparing>ended 8'])
  })

  it('keeps homes waiting for support when the answer leaves room for it', () => {
    const before = withSteps(
      [step('2026-03-01', null, 'available', 10)],
      [step('2026-03-01', null, 'available', 6), step('2027-01-01', null, 'committed', 4)],
    )
    expect(open(before)).toEqual([6, 4, 0, 0, 0])
    // One of the waiting four has its support after all: the homes were right.
    const after = withPlaces(before, true, ON, { ...none, available: 7, preparing: 3 }, make())
    expect(after.homes).toBe(before.homes)
    expect(shape(after.support)).toEqual([
      '2026-03-01 +>available 6',
      '2026-12-31 +>available 1',
      '2027-01-01 +>committed 3',
    ])
  })

  it('gives what was asked where support is ahead of the homes', () => {
    const before = withSteps(
      [step('2026-03-01', null, 'idea', 10)],
      [step('2026-03-01', null, 'available', 6)],
    )
    expect(open(before)).toEqual([0, 6, 0, 0, 4])
    const after = withPlaces(before, true, ON, { ...none, available: 1, preparing: 5, idea: 4 }, make())
    expect(open(after)).toEqual([1, 5, 0, 0, 4])
    expect(validateProject(base, after)).toEqual([])
  })

  it('touches nothing when nothing differs', () => {
    const before = withSteps([step('2026-03-01', null, 'preparing', 8)])
    const after = withPlaces(before, true, ON, { ...none, preparing: 8 }, make())
    expect([after.homes, after.support]).toEqual([before.homes, before.support])
  })
})

const countsArbitrary: fc.Arbitrary<Partial<Record<keyof OpenCounts, number>>> = fc.record(
  Object.fromEntries(REVIEW_STATUSES.map((s) => [s, fc.integer({ min: 0, max: 30 })])) as Record<
    keyof OpenCounts,
    fc.Arbitrary<number>
  >,
  { requiredKeys: [] },
)

describe('for random tracks, dates and answers', () => {
  it('the places of the day are exactly those asked, and the rest of the plan keeps its form', () => {
    fc.assert(
      fc.property(
        programmeArbitrary.filter((d) => d.projects.size > 0),
        dateArbitrary,
        countsArbitrary,
        (data, on, answer) => {
          for (const before of data.projects.values()) {
            const supported = data.arrangementTypes.get(before.typeId)?.supportBandId !== null
            const now = projectPlaces(data, before, on)
            const asked = { ...now, ...answer }
            const after = withPlaces(before, supported, on, asked, make())
            const got = projectPlaces(data, after, on)
            for (const status of REVIEW_STATUSES) expect(got[status]).toBe(asked[status])
            expect(validateProject(data, after)).toEqual(validateProject(data, before))
            expect({ ...after, homes: before.homes, support: before.support }).toEqual(before)
            for (const track of ['homes', 'support'] as const)
              untouchedElsewhere(before[track], after[track], on)
          }
        },
      ),
      { numRuns: 600 },
    )
  })
})

/** Up to and on the date all old steps stay, new ones are of that day; after it steps only shrink or go. */
function untouchedElsewhere(
  before: readonly CapacityStep[],
  after: readonly CapacityStep[],
  on: string,
): void {
  const own = (s: CapacityStep): boolean => !s.id.startsWith('ronde-')
  expect(after.filter((s) => s.date <= on && own(s))).toEqual(before.filter((s) => s.date <= on))
  for (const s of after.filter((x) => !own(x))) expect(s.date).toBe(on)
  const was = new Map(before.map((s) => [s.id, s]))
  for (const s of after.filter((x) => x.date > on)) {
    const old = was.get(s.id)
    expect({ ...s, places: old?.places }).toEqual(old)
    expect(s.places).toBeLessThanOrEqual(old?.places ?? 0)
  }
}
