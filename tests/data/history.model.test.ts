import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProgrammeSession } from '@/data/session'
import type { PatchOf } from '@/domain/history/patch'
import type { Project } from '@/domain/model/entities'
import { aProject, created, reopened, someData, WHO } from './support'

/**
 * The plainest thing that could be right: a list of past states and a list of future ones. The session has to
 * behave the same over the store, whatever the order of edits, undoing, redoing and reopening.
 */
interface Model {
  past: { state: ReadonlyMap<string, Project>; summary: string }[]
  now: ReadonlyMap<string, Project>
  future: { state: ReadonlyMap<string, Project>; summary: string }[]
  commits: number
}

interface Real {
  session: ProgrammeSession
}

type Step = fc.AsyncCommand<Model, Real>

async function same(model: Model, { session }: Real): Promise<void> {
  expect(new Map(session.data.projects)).toEqual(model.now)
  expect(session.undoLabel).toBe(model.past.at(-1)?.summary ?? null)
  expect(session.redoLabel).toBe(model.future.at(-1)?.summary ?? null)
  expect(session.version).toBe(model.commits)
  await Promise.resolve()
}

/** An edit of up to three projects: each is renamed, added or removed; the same one may occur twice. */
class Edit implements Step {
  constructor(private readonly edits: readonly { id: string; name: string | null }[]) {}
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    const patches: PatchOf<'projects'>[] = []
    const next = new Map(model.now)
    for (const { id, name } of this.edits) {
      const before = next.get(id) ?? null
      const after = name === null ? null : { ...(before ?? aProject(id)), name }
      if (before === null && after === null) continue
      patches.push({ table: 'projects', id, before, after })
      if (after === null) next.delete(id)
      else next.set(id, after)
    }
    const summary = `wijziging ${String(model.commits)}`
    const changed = patches.some((patch) => patch.before?.name !== patch.after?.name)
    const result = await real.session.commit({ patches, summary }, WHO)
    expect(result.ok).toBe(true)
    if (changed) {
      model.past.push({ state: model.now, summary })
      model.now = next
      model.future = []
      model.commits += 1
    }
    await same(model, real)
  }
  toString = () => `edit(${JSON.stringify(this.edits)})`
}

class Undo implements Step {
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    const result = await real.session.undo(WHO)
    const last = model.past.pop()
    expect(result.ok).toBe(last !== undefined)
    if (last !== undefined) {
      model.future.push({ state: model.now, summary: last.summary })
      model.now = last.state
      model.commits += 1
    }
    await same(model, real)
  }
  toString = () => 'undo'
}

class Redo implements Step {
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    const result = await real.session.redo(WHO)
    const next = model.future.pop()
    expect(result.ok).toBe(next !== undefined)
    if (next !== undefined) {
      model.past.push({ state: model.now, summary: next.summary })
      model.now = next.state
      model.commits += 1
    }
    await same(model, real)
  }
  toString = () => 'redo'
}

class Reopen implements Step {
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    real.session = await reopened(real.session)
    await same(model, real)
  }
  toString = () => 'reopen'
}

const anEdit = fc
  .array(
    fc.record({
      id: fc.constantFrom('p0', 'p1', 'p2', 'p3'),
      name: fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { freq: 4 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((edits) => new Edit(edits))

test('edits, undo, redo and reopening in any order behave as plain lists of states', async () => {
  const steps = [anEdit, fc.constant(new Undo()), fc.constant(new Redo()), fc.constant(new Reopen())]
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 25 }), async (commands) => {
      const session = await created()
      const real: Real = { session }
      const model: Model = { past: [], now: someData().projects, future: [], commits: 1 }
      await fc.asyncModelRun(() => ({ model, real }), commands)
      await real.session.close()
    }),
    { numRuns: 60 },
  )
})
