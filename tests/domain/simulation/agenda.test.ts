import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Agenda } from '@/domain/simulation/agenda'
import { Queues } from '@/domain/simulation/lists'

const PEOPLE = 12

describe('Agenda', () => {
  it('always gives the earliest event, whatever was set, moved, removed or grown before', () => {
    const action = fc.oneof(
      fc.record({
        kind: fc.constant('set' as const),
        person: fc.nat(PEOPLE - 1),
        moment: fc.nat(80).map((n) => n / 4),
      }),
      fc.record({ kind: fc.constant('remove' as const), person: fc.nat(PEOPLE - 1), moment: fc.constant(0) }),
      fc.record({
        kind: fc.constantFrom('pop' as const, 'grow' as const),
        person: fc.constant(0),
        moment: fc.constant(0),
      }),
    )
    // Also with one slot for all, and with moments after the last slot.
    const horizons = fc.tuple(fc.constantFrom(0, 1, 7, 21), fc.constantFrom(0.2, 1, 3))
    fc.assert(
      fc.property(fc.array(action, { maxLength: 80 }), horizons, (actions, [horizon, perMonth]) => {
        let capacity = PEOPLE
        const agenda = new Agenda(capacity, horizon, perMonth)
        agenda.clear()
        const events = new Map<number, number>()
        const first = (): [number, number] | undefined =>
          [...events].sort((a, b) => a[1] - b[1] || a[0] - b[0])[0]
        for (const { kind, person, moment } of actions) {
          if (kind === 'set') {
            agenda.set(person, moment)
            events.set(person, moment)
          } else if (kind === 'remove') {
            agenda.remove(person)
            events.delete(person)
          } else if (kind === 'grow') agenda.grow((capacity += 5))
          else {
            const expected = first()?.[0] ?? -1
            expect(agenda.pop()).toBe(expected)
            events.delete(expected)
          }
          expect(agenda.nextTime()).toBe(first()?.[1] ?? Infinity)
        }
        while (events.size > 0) {
          const expected = first()?.[0] ?? -1
          expect(agenda.pop()).toBe(expected)
          events.delete(expected)
        }
        expect(agenda.pop()).toBe(-1)
      }),
    )
  })
})

describe('Queues', () => {
  it('keep the order in which people came, whoever leaves in between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(PEOPLE - 1), fc.nat(2)), { maxLength: 60 }), (moves) => {
        const queues = new Queues(3, PEOPLE)
        const model: number[][] = [[], [], []]
        for (const [person, queue] of moves) {
          const at = model.findIndex((q) => q.includes(person))
          if (at >= 0) {
            queues.remove(at, person)
            model[at] = (model[at] ?? []).filter((p) => p !== person)
          } else {
            queues.append(queue, person)
            model[queue]?.push(person)
          }
          const seen = model.map((_, q) => {
            const list: number[] = []
            for (let p = queues.first(q); p >= 0; p = queues.after(p)) list.push(p)
            return list
          })
          expect(seen).toEqual(model)
        }
      }),
    )
  })
})
