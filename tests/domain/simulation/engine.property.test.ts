import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '@/domain/simulation/compile'
import { Engine } from '@/domain/simulation/engine'
import { emptyRecord, type RunRecord } from '@/domain/simulation/record'
import { eachRun, simulate, Simulation } from '@/domain/simulation/simulate'
import { validateInputs } from '@/domain/simulation/validateInputs'
import { inputsArbitrary } from './randomInputs'

const at = (array: Int32Array | Float64Array, i: number): number => array[i] ?? Number.NaN

describe('a run, over random inputs', () => {
  it('loses nobody and invents nobody: start + in = out + inside, per month, profile and municipality', () => {
    fc.assert(
      fc.property(inputsArbitrary, fc.integer(), (inputs, seed) => {
        expect(validateInputs(inputs)).toEqual([])
        const model = compile(inputs)
        const cells = model.profiles * model.municipalities
        eachRun(model, { seed, runs: 3 }, (r) => {
          for (let h = 0; h < model.months; h += 1)
            for (let c = 0; c < cells; c += 1) {
              const i = h * cells + c
              const waitedBefore = h === 0 ? at(r.startWaiting, c) : at(r.waiting, i - cells)
              const livedBefore = h === 0 ? at(r.startInPlace, c) : at(r.inPlace, i - cells)
              const [came, back, housed, left, moved] = [
                r.arrivals,
                r.returns,
                r.housed,
                r.selfExits,
                r.movedOn,
              ].map((flow) => at(flow, i)) as [number, number, number, number, number]
              expect(at(r.waiting, i)).toBe(waitedBefore + came + back - housed - left)
              expect(at(r.inPlace, i)).toBe(livedBefore + housed - back - moved)
              expect(
                Math.min(came, back, housed, left, moved, at(r.waiting, i), at(r.inPlace, i)),
              ).toBeGreaterThanOrEqual(0)
              expect(at(r.inShelter, i)).toBeLessThanOrEqual(at(r.waiting, i))
              expect(at(r.inShelter, i)).toBeGreaterThanOrEqual(0)
            }
          sameTotals(r, model.months)
          return true
        })
      }),
      { numRuns: 150 },
    )
  })

  it("keeps Little's law whatever the inputs", () => {
    fc.assert(
      fc.property(inputsArbitrary, fc.integer(), (inputs, seed) => {
        eachRun(compile(inputs), { seed, runs: 2 }, (r) => {
          expect(Math.abs(r.waitingArea - r.waitingTime)).toBeLessThanOrEqual(
            1e-9 * Math.max(1, r.waitingArea),
          )
          return true
        })
      }),
      { numRuns: 100 },
    )
  })

  it('never leaves a place free that somebody on the list could move into', () => {
    fc.assert(
      fc.property(inputsArbitrary, fc.integer(), (given, seed) => {
        const inputs = { ...given, acrossRegion: true }
        const model = compile(inputs)
        eachRun(model, { seed, runs: 2 }, (r) => {
          for (let h = 0; h < model.months; h += 1)
            for (let p = 0; p < model.profiles; p += 1) {
              if (row(r.waiting, h, model.profiles, p, model.municipalities) === 0) continue
              for (const k of model.suits[p] ?? [])
                expect(row(r.free, h, model.types, k, model.municipalities)).toBe(0)
            }
          return true
        })
      }),
      { numRuns: 100 },
    )
  })

  it('does not depend on what the engine did before', () => {
    fc.assert(
      fc.property(inputsArbitrary, fc.integer(), fc.integer(), (inputs, first, second) => {
        const model = compile(inputs)
        const used = new Engine(model)
        const [a, b] = [emptyRecord(model), emptyRecord(model)]
        used.run(first, false, a)
        used.run(second, false, a)
        new Engine(model).run(second, false, b)
        expect(a).toEqual(b)
      }),
      { numRuns: 60 },
    )
  })

  it('does not depend on how the runs are cut into batches', () => {
    fc.assert(
      fc.property(inputsArbitrary, fc.integer(), fc.integer({ min: 1, max: 29 }), (inputs, seed, cut) => {
        const options = { seed, runs: 30 }
        const whole = simulate(inputs, options)
        const parts = new Simulation(inputs, options)
        parts.advance(cut)
        parts.result()
        parts.advance(30)
        expect(parts.result()).toEqual(whole)
      }),
      { numRuns: 15 },
    )
  })
})

function row(array: Int32Array, h: number, rows: number, r: number, width: number): number {
  let total = 0
  for (let m = 0; m < width; m += 1) total += at(array, (h * rows + r) * width + m)
  return total
}

/** People in places = places taken; people in beds = beds taken. */
function sameTotals(r: RunRecord, months: number): void {
  const total = (array: Int32Array, h: number): number => {
    const cells = array.length / months
    return row(array, 0, 1, 0, 0) + array.slice(h * cells, (h + 1) * cells).reduce((a, b) => a + b, 0)
  }
  for (let h = 0; h < months; h += 1) {
    expect(total(r.inPlace, h)).toBe(total(r.inUse, h))
    expect(total(r.inShelter, h)).toBe(total(r.bedsTaken, h))
  }
}
