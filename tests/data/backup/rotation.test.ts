import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, superfluous } from '@/data/backup/rotation'

const dayOf = (offset: number): string =>
  new Date(Date.UTC(2026, 3, 14) + offset * 86_400_000).toISOString().slice(0, 10)
const TODAY = dayOf(0)

const aBackup = fc
  .record({
    day: fc.integer({ min: -900, max: 2 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    state: fc.constantFrom<Candidate['state'][]>('good', 'unknown', 'bad'),
  })
  .map(({ day, minute, state }): Candidate => {
    const at = new Date(Date.parse(`${dayOf(day)}T00:00:00Z`) + minute * 60_000).toISOString()
    return { name: at, at, day: dayOf(day), state }
  })
const backups = fc.uniqueArray(aBackup, { selector: ({ name }) => name, maxLength: 120 })

const left = (all: readonly Candidate[], today = TODAY): Candidate[] => {
  const gone = new Set(superfluous(all, today))
  return all.filter(({ name }) => !gone.has(name))
}

test('all of today stays, of each of 31 days one, of each of 24 months one, and nothing else without need', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const kept = left(all)
      const names = new Set(kept.map(({ name }) => name))
      for (const backup of all) if (backup.day >= TODAY) expect(names).toContain(backup.name)
      for (let day = -31; day < 0; day += 1) {
        const of = (list: readonly Candidate[]) => list.filter((each) => each.day === dayOf(day))
        if (of(all).length > 0) expect(of(kept).length).toBeGreaterThan(0)
      }
      const months = new Set(all.map(({ day }) => day.slice(0, 7)).filter((month) => month >= '2024-04'))
      for (const month of months) expect(kept.some(({ day }) => day.startsWith(month))).toBe(true)
      // 31 days, 25 months with this one, and at most three that are kept because they are the last.
      expect(kept.filter(({ day }) => day < TODAY).length).toBeLessThanOrEqual(31 + 25 + 3)
    }),
  )
})

test('the last good one never goes, nor the last that may be good, nor the last', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const names = left(all).map(({ name }) => name)
      const last = (fit: (each: Candidate) => boolean) =>
        all.filter(fit).reduce<Candidate | null>((a, b) => (a === null || b.at > a.at ? b : a), null)
      for (const each of [
        last(({ state }) => state === 'good'),
        last(({ state }) => state !== 'bad'),
        last(() => true),
      ])
        if (each !== null) expect(names).toContain(each.name)
    }),
  )
})

test('of a day or month a sound one is kept before a broken one', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const kept = left(all)
      for (let day = -31; day < 0; day += 1) {
        const mine = all.filter((each) => each.day === dayOf(day))
        if (mine.some(({ state }) => state !== 'bad'))
          expect(kept.some((each) => each.day === dayOf(day) && each.state !== 'bad')).toBe(true)
      }
    }),
  )
})

test('doing it twice, or in another order, changes nothing', () => {
  fc.assert(
    fc.property(backups, (all) => {
      expect(superfluous(left(all), TODAY)).toEqual([])
      expect(superfluous([...all].reverse(), TODAY)).toEqual(superfluous(all, TODAY))
    }),
  )
})

test('three years of work, tidied up each day: every promise holds every day', () => {
  let kept: Candidate[] = []
  const made = new Set<string>()
  for (let offset = 0; offset < 1100; offset += 1) {
    const day = dayOf(offset)
    // Not in weekends, and not in some weeks.
    if (offset % 7 < 5 && offset % 91 > 13) {
      made.add(day)
      for (const hour of ['09', '13', '17'])
        kept.push({ name: `${day}-${hour}`, at: `${day}T${hour}:00:00.000Z`, day, state: 'good' })
    }
    kept = left(kept, day)
    const days = new Set(kept.map((each) => each.day))
    for (let back = 1; back <= 31; back += 1)
      if (made.has(dayOf(offset - back))) expect(days).toContain(dayOf(offset - back))
    const months = new Set([...made].map((each) => each.slice(0, 7)))
    const first = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 25, 1))
    for (const month of months)
      if (month >= first.toISOString().slice(0, 7))
        expect(kept.some((each) => each.day.startsWith(month))).toBe(true)
  }
  expect(kept.length).toBeLessThan(3 + 31 + 25)
})
