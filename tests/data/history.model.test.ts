import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSession } from '@/data/open'
import type { ProgrammeSession } from '@/data/session'
import type { PatchOf } from '@/domain/history/patch'
import type { Project } from '@/domain/model/entities'
import { PINNED_SEEDS } from './pinnedSeeds'
import { aProject, created, PLAN, QUIET, reopened, someData, testVault, valueOf, WHO } from './support'

/**
 * The plainest thing that could be right: every state there ever was, and which of them undo and redo lead to. The
 * session has to behave the same over the sealed store, whatever the order of edits, undoing, redoing, restarting,
 * locking, tidying up, going back and deleting.
 */
interface Model {
  past: Step[]
  future: Step[]
  /** State after each entry of the log; the first is entry 1. */
  states: ReadonlyMap<string, Project>[]
  /** Ids that each entry still has patches of. */
  touched: Set<string>[]
  /** States before this entry can't be gone back to any more. */
  compacted: number
}

interface Step {
  readonly state: ReadonlyMap<string, Project>
  readonly summary: string
  readonly sequence: number
}

interface Real {
  session: ProgrammeSession
}

type Move = fc.AsyncCommand<Model, Real>

const now = (model: Model): ReadonlyMap<string, Project> => model.states.at(-1) ?? new Map<string, Project>()

function differing(a: ReadonlyMap<string, Project>, b: ReadonlyMap<string, Project>): Set<string> {
  const ids = new Set([...a.keys(), ...b.keys()])
  return new Set([...ids].filter((id) => a.get(id)?.name !== b.get(id)?.name))
}

function go(model: Model, state: ReadonlyMap<string, Project>): void {
  model.touched.push(differing(now(model), state))
  model.states.push(state)
}

function cut(model: Model, floor: number): void {
  const above = (steps: Step[]): Step[] =>
    steps.slice(steps.findLastIndex((step) => step.sequence <= floor) + 1)
  model.past = above(model.past)
  model.future = above(model.future)
}

async function same(model: Model, { session }: Real): Promise<void> {
  expect(new Map(session.data.projects)).toEqual(now(model))
  expect(session.undoLabel).toBe(model.past.at(-1)?.summary ?? null)
  expect(session.redoLabel).toBe(model.future.at(-1)?.summary ?? null)
  expect(session.version).toBe(model.states.length)
  await Promise.resolve()
}

/** A move that only has to leave everything as it is. */
function move(name: string, run: (model: Model, real: Real) => Promise<void>): Move {
  return {
    check: () => true,
    run: async (model, real) => {
      await run(model, real)
      await same(model, real)
    },
    toString: () => name,
  }
}

/** An edit of up to three projects: each is renamed, added or removed; the same one may occur twice. */
const edit = (edits: readonly { id: string; name: string | null }[]): Move =>
  move(`edit(${JSON.stringify(edits)})`, async (model, real) => {
    const patches: PatchOf<'projects'>[] = []
    const next = new Map(now(model))
    for (const { id, name } of edits) {
      const before = next.get(id) ?? null
      const after = name === null ? null : { ...(before ?? aProject(id)), name }
      if (before === null && after === null) continue
      patches.push({ table: 'projects', id, before, after })
      if (after === null) next.delete(id)
      else next.set(id, after)
    }
    const real2 = patches.filter((patch) => patch.before?.name !== patch.after?.name)
    const summary = `wijziging ${String(model.states.length)}`
    expect((await real.session.commit({ patches, summary }, WHO)).ok).toBe(true)
    if (real2.length === 0) return
    model.past.push({ state: now(model), summary, sequence: model.states.length + 1 })
    model.future = []
    model.touched.push(new Set(real2.map((patch) => patch.id)))
    model.states.push(next)
  })

const undo = move('undo', async (model, real) => {
  const last = model.past.pop()
  expect((await real.session.undo(WHO)).ok).toBe(last !== undefined)
  if (last === undefined) return
  model.future.push({ ...last, state: now(model) })
  model.touched.push(new Set(model.touched[last.sequence - 1]))
  model.states.push(last.state)
})

const redo = move('redo', async (model, real) => {
  const next = model.future.pop()
  expect((await real.session.redo(WHO)).ok).toBe(next !== undefined)
  if (next === undefined) return
  model.past.push({ ...next, state: now(model) })
  model.touched.push(new Set(model.touched[next.sequence - 1]))
  model.states.push(next.state)
})

const restart = move('restart', async (_model, real) => {
  real.session = await reopened(real.session)
})

/** Opened again without having been closed: the pages are as old as they were. */
const crash = move('crash', async (_model, real) => {
  const vault = await testVault()
  real.session = valueOf(await openSession(real.session.id, { vault, plan: PLAN, environment: QUIET }))
})

const lockAndUnlock = move('lock and unlock', async (_model, real) => {
  const vault = await testVault()
  await real.session.close()
  real.session = valueOf(await openSession(real.session.id, { vault, plan: PLAN, environment: QUIET }))
})

const checkpoint = move('checkpoint', async (_model, real) => {
  valueOf(await real.session.checkpoint())
})

const note = move('note', async (model, real) => {
  valueOf(await real.session.note({ kind: 'export', summary: 'tabel uitgevoerd' }, WHO))
  go(model, now(model))
})

/** Where in the log, as a part of its length. */
const placeIn = (model: Model, part: number): number => 1 + Math.floor(part * model.states.length)

const compact = (part: number): Move =>
  move(`compact(${String(part)})`, async (model, real) => {
    const upTo = placeIn(model, part)
    const done = await real.session.compact(upTo, WHO)
    expect(done.ok).toBe(upTo > model.compacted)
    if (!done.ok) return
    model.compacted = upTo
    model.touched = model.touched.map((ids, index) => (index < upTo ? new Set() : ids))
    cut(model, upTo)
    go(model, now(model))
  })

const restoreTo = (part: number): Move =>
  move(`restore(${String(part)})`, async (model, real) => {
    const sequence = placeIn(model, part)
    const preview = await real.session.previewRestore(sequence)
    const result = await real.session.restoreTo(sequence, WHO)
    expect([preview.ok, result.ok]).toEqual([sequence >= model.compacted, sequence >= model.compacted])
    const state = model.states[sequence - 1]
    if (!preview.ok || state === undefined) return
    const ids = differing(now(model), state)
    expect(preview.value.records).toBe(ids.size)
    if (ids.size === 0) return
    const summary = `alles teruggezet naar regel ${String(sequence)} van het logboek`
    model.past.push({ state: now(model), summary, sequence: model.states.length + 1 })
    model.future = []
    go(model, state)
  })

const erase = (id: string): Move =>
  move(`erase(${id})`, async (model, real) => {
    valueOf(await real.session.deleteForGood([{ table: 'projects', id }], WHO))
    const without = (state: ReadonlyMap<string, Project>): ReadonlyMap<string, Project> =>
      new Map([...state].filter(([key]) => key !== id))
    const touching = (ids: Set<string>, index: number): boolean => index > 0 && ids.has(id)
    cut(model, model.touched.findLastIndex(touching) + 1)
    for (const ids of model.touched) ids.delete(id)
    model.states = model.states.map(without)
    for (const steps of [model.past, model.future])
      steps.forEach((step, index) => (steps[index] = { ...step, state: without(step.state) }))
    go(model, now(model))
  })

const anId = fc.constantFrom('p0', 'p1', 'p2', 'p3')
const aName = fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { freq: 4 })
const aPart = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const edits = fc.array(fc.record({ id: anId, name: aName }), { minLength: 1, maxLength: 3 }).map(edit)
const moves = [
  ...[edits, edits, edits, fc.constant(undo), fc.constant(undo), fc.constant(redo), fc.constant(note)],
  ...[fc.constant(restart), fc.constant(crash), fc.constant(lockAndUnlock), fc.constant(checkpoint)],
  ...[aPart.map(compact), aPart.map(restoreTo), anId.map(erase)],
]

test.each(PINNED_SEEDS)(
  'any order of editing, undoing, restarting, locking, tidying, going back and deleting is as plain lists of states (seed %i)',
  async (seed) => {
    await fc.assert(
      fc.asyncProperty(fc.commands(moves, { maxCommands: 30 }), async (commands) => {
        const projects = someData().projects
        const session = await created()
        const real: Real = { session }
        const first = {
          past: [],
          future: [],
          states: [projects],
          touched: [new Set(projects.keys())],
          compacted: 0,
        }
        const model: Model = first
        await fc.asyncModelRun(() => ({ model, real }), commands)
        for (let n = Math.max(1, model.compacted); n <= model.states.length; n += 3)
          expect(new Map(valueOf(await real.session.dataAt(n)).projects), String(n)).toEqual(
            model.states[n - 1],
          )
        expect(valueOf(await real.session.verify()).problems).toEqual([])
        await real.session.close()
      }),
      { numRuns: 60, seed },
    )
  },
)
