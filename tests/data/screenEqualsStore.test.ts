import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { breakWrites, created, removing, renaming, reopened, valueOf, WHO } from './support'

type Step =
  | { readonly kind: 'rename'; readonly id: string; readonly name: string }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'undo' | 'redo' | 'wait' }

const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('rename' as const),
      id: fc.constantFrom('p0', 'p1', 'p5'),
      name: fc.string({ maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('remove' as const), id: fc.constantFrom('p0', 'p1', 'p5') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'wait' as const) }),
  },
)

afterEach(() => {
  vi.restoreAllMocks()
})

test('without waiting in between, and with writes that fail, screen and store end up the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aStep, { minLength: 1, maxLength: 30 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 25 }), { maxLength: 3 }),
      async (steps, failures) => {
        const session = await created()
        const failing = new Set(failures)
        let attempt = 0
        breakWrites((store) => store === 'journal' && failing.has(++attempt))
        let taken = 0
        session.subscribe(({ failure }) => (taken += failure === null ? 0 : 1))
        const results: Promise<{ readonly ok: boolean }>[] = []
        for (const step of steps) {
          if (step.kind === 'wait') await session.settled()
          else if (step.kind === 'undo') results.push(session.undo(WHO))
          else if (step.kind === 'redo') results.push(session.redo(WHO))
          else if (step.kind === 'remove') results.push(session.commit(removing(session.data, step.id), WHO))
          else if (step.kind === 'rename')
            results.push(session.commit(renaming(session.data, step.id, step.name), WHO))
        }
        await Promise.all(results)
        await session.settled()
        vi.restoreAllMocks()
        const shown = { ...session.data }
        const labels = [session.undoLabel, session.redoLabel, session.version, session.savedAt]
        expect(session.pending).toBe(0)
        expect(taken).toBeLessThanOrEqual(failures.length)
        const again = await reopened(session)
        expect({ ...again.data }).toEqual(shown)
        expect([again.undoLabel, again.redoLabel, again.version, again.savedAt]).toEqual(labels)
        const log = valueOf(await again.log({ page: 0, pageSize: 100 }))
        expect(log.entries.map((entry) => entry.sequence).reverse()).toEqual(
          Array.from({ length: again.version }, (_, index) => index + 1),
        )
        await again.close()
      },
    ),
    { numRuns: 80 },
  )
})
