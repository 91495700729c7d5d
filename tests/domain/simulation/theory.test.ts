import { describe, expect, it } from 'vitest'
import { compile } from '@/domain/simulation/compile'
import { monthTotal } from '@/domain/simulation/outcome'
import { eachRun } from '@/domain/simulation/simulate'
import { errorOf, mean, queue, sum } from './support'

/** Chance to wait and mean wait in an M/M/c queue, from the textbook formula. */
function erlangC(arrivals: number, stay: number, places: number): { wait: number; months: number } {
  const load = arrivals * stay
  let term = 1
  let below = 1
  for (let k = 1; k < places; k += 1) {
    term *= load / k
    below += term
  }
  const top = (term * load) / places / (1 - load / places)
  const wait = top / (below + top)
  return { wait, months: (wait * stay) / (places - load) }
}

describe('M/M/c', () => {
  const cases = [
    { inflow: 4, stay: 2, places: 10 },
    { inflow: 9, stay: 1, places: 10 },
    { inflow: 0.8, stay: 1, places: 1 },
  ]
  it.each(cases)('agrees with Erlang C: $inflow a month, stay $stay, $places places', (c) => {
    const model = compile(queue({ ...c, months: 360 }))
    const warm = 120
    const waits: number[] = []
    const waited: number[] = []
    eachRun(model, { seed: 11, runs: 120 }, (r) => {
      const housed = sum(r.housed, warm)
      waits.push(sum(r.waited, warm) / housed)
      waited.push(1 - sum(r.atOnce, warm) / housed)
      return true
    })
    const exact = erlangC(c.inflow, c.stay, c.places)
    // Runs are independent, so the error of their mean is honest; 3.5 of it is a chance of 1 in 2,000.
    expect(Math.abs(mean(waits) - exact.months)).toBeLessThan(3.5 * errorOf(waits) + 1e-9)
    expect(Math.abs(mean(waited) - exact.wait)).toBeLessThan(3.5 * errorOf(waited) + 1e-9)
  })

  it('is not fooled: a wrong stay of 10% lies far outside the error', () => {
    const model = compile(queue({ inflow: 9, stay: 0.95, places: 10, months: 360 }))
    const waits: number[] = []
    eachRun(model, { seed: 11, runs: 120 }, (r) => {
      waits.push(sum(r.waited, 120) / sum(r.housed, 120))
      return true
    })
    expect(erlangC(9, 1, 10).months - mean(waits)).toBeGreaterThan(6 * errorOf(waits))
  })
})

describe("Little's law", () => {
  it('holds exactly in every run: area under the list = all waits together, cut-off ones included', () => {
    const model = compile(
      queue({
        inflow: 8,
        stay: 6,
        places: 40,
        waiting: 60,
        selfExit: 0.05,
        beds: 20,
        returnShare: 0.3,
        occupied: 1,
      }),
    )
    eachRun(model, { seed: 5, runs: 60 }, (r) => {
      expect(Math.abs(r.waitingArea / r.waitingTime - 1)).toBeLessThan(1e-9)
      return true
    })
  })
})

describe('constant inflow', () => {
  it('needs inflow × stay places when nobody has to wait', () => {
    const model = compile(queue({ inflow: 5, stay: 8, places: 200, months: 240 }))
    const inUse: number[] = []
    eachRun(model, { seed: 2, runs: 150 }, (r) => {
      inUse.push(monthTotal(r.inUse, model.months, 239))
      expect(sum(r.waiting)).toBe(0)
      return true
    })
    expect(Math.abs(mean(inUse) - 40)).toBeLessThan(3.5 * errorOf(inUse))
  })

  it('does not need more or fewer when stays vary less (the law knows only the mean)', () => {
    const base = queue({ inflow: 5, stay: 8, places: 200, months: 240 })
    const model = compile({ ...base, types: base.types.map((t) => ({ ...t, stayShape: 4 })) })
    const inUse: number[] = []
    eachRun(model, { seed: 2, runs: 150 }, (r) => {
      inUse.push(monthTotal(r.inUse, model.months, 239))
      return true
    })
    expect(Math.abs(mean(inUse) - 40)).toBeLessThan(3.5 * errorOf(inUse))
  })

  it('without places the list settles at inflow ÷ self-exit rate', () => {
    const model = compile(queue({ inflow: 6, stay: 5, places: 0, selfExit: 0.1, months: 240 }))
    const waiting: number[] = []
    eachRun(model, { seed: 9, runs: 150 }, (r) => {
      waiting.push(monthTotal(r.waiting, model.months, 239))
      return true
    })
    expect(Math.abs(mean(waiting) - 60)).toBeLessThan(3.5 * errorOf(waiting))
  })
})
