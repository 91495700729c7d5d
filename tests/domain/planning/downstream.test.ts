import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPatches } from '@/domain/history/patch'
import type { Dependency } from '@/domain/model/dependency'
import type { Id, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { PHASES, type Phase } from '@/domain/model/values'
import {
  dependencyConflicts,
  downstreamDelay,
  followers,
  shiftedProject,
  shiftProject,
} from '@/domain/planning'
import { toDay, toIso } from '@/domain/time/day'
import { literalData, project, step } from '../../fixtures/literal'
import { nationalProgramme } from '../../fixtures/nationalProgramme'
import { programmeArbitrary } from '../../fixtures/randomProgramme'

const TODAY = '2026-11-02'
const ctx = { newId: () => 'nieuw', today: TODAY }

const waits = (holds: Phase, on: Dependency['on'], lagDays = 0): Dependency => ({
  id: `${holds}-${on.projectId}`,
  holds,
  on,
  lagDays,
  note: '',
})
const plan = (decision: string, inUse: string) => [
  { phase: 'decision' as const, planned: decision, actual: null },
  { phase: 'inUse' as const, planned: inUse, actual: null },
]
const shifted = (p: Project, days: number): Project => {
  const result = shiftedProject(p, { days }, TODAY)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('what waits for a project', () => {
  const a = project('a', { name: 'Eerste', phases: plan('2027-01-01', '2027-07-01') })
  const b = project('b', {
    name: 'Tweede',
    phases: plan('2027-08-01', '2028-01-01'),
    dependencies: [waits('decision', { kind: 'phase', projectId: 'a', phase: 'inUse' }, 21)],
    homes: [step('2028-01-01', null, 'committed', 4)],
    closingDecision: { date: '2027-09-01', text: 'Besluit' },
  })
  const c = project('c', {
    name: 'Derde',
    phases: plan('2027-05-01', '2027-10-01'),
    dependencies: [waits('inUse', { kind: 'decision', projectId: 'b' }, 30)],
  })
  const data = literalData([a, b, c])

  it('keeps its place while there is time enough', () => {
    expect(downstreamDelay(data, shifted(a, 10), TODAY)).toEqual([])
    expect(dependencyConflicts(data)).toEqual([])
  })

  it('moves as far as it must, with what follows in it, and on through others', () => {
    // a in use on 31 July, 21 days: b decides on 21 August, 20 days later; its decision on 21 September; 30 days: c.
    expect(downstreamDelay(data, shifted(a, 30), TODAY)).toEqual([
      { projectId: 'b', phase: 'decision', from: '2027-08-01', to: '2027-08-21', days: 20 },
      { projectId: 'b', phase: 'inUse', from: '2028-01-01', to: '2028-01-21', days: 20 },
      { projectId: 'c', phase: 'inUse', from: '2027-10-01', to: '2027-10-21', days: 20 },
    ])
  })

  it('is moved along in the same change when asked', () => {
    const alone = shiftProject('a', { days: 30 })(data, ctx)
    if (!alone.ok) throw new Error(alone.error.message)
    const left = applyPatches(data, alone.value.patches)
    expect(dependencyConflicts(left)).toEqual([
      {
        projectId: 'b',
        dependencyId: 'decision-a',
        phase: 'decision',
        planned: '2027-08-01',
        earliest: '2027-08-21',
        days: 20,
      },
    ])
    const together = shiftProject('a', { days: 30 }, { followDownstream: true })(data, ctx)
    if (!together.ok) throw new Error(together.error.message)
    expect(together.value.summary).toBe('project "Eerste" 30 dagen later; 2 projecten schuiven mee')
    const next = applyPatches(data, together.value.patches)
    expect(dependencyConflicts(next)).toEqual([])
    expect(next.projects.get('b')?.homes[0]?.date).toBe('2028-01-21')
    expect(next.projects.get('b')?.closingDecision?.date).toBe('2027-09-21')
  })

  it('is no longer held once it has begun, or when there is no date to wait for', () => {
    const begun = { ...b, phase: 'decision' as const }
    expect(downstreamDelay(literalData([a, begun, c]), shifted(a, 300), TODAY)).toEqual([])
    const undated = { ...a, phases: [] }
    expect(downstreamDelay(literalData([a, b, c]), undated, TODAY)).toEqual([])
  })

  it('holds the first planned phase after one without a date', () => {
    const loose = { ...b, phases: [{ phase: 'inUse' as const, planned: '2027-07-05', actual: null }] }
    expect(downstreamDelay(literalData([a, loose]), a, TODAY)).toEqual([
      { projectId: 'b', phase: 'inUse', from: '2027-07-05', to: '2027-07-22', days: 17 },
    ])
  })
})

/**
 * The plainest way: look at every dependency over and over, and push what begins too early by what it lacks, until nothing
 * does. Only projects that can be reached from the changed one.
 */
function byFixpoint(data: ProgrammeData, changed: Project): Map<Id, Project> {
  const rank = (phase: Phase): number => PHASES.indexOf(phase)
  const now = new Map([...data.projects, [changed.id, changed]])
  const reached = new Set<Id>([changed.id])
  for (let size = 0; size !== reached.size;) {
    size = reached.size
    for (const p of now.values())
      if (p.dependencies.some((d) => reached.has(d.on.projectId))) reached.add(p.id)
  }
  const original = new Map(now)
  const delays = new Map([...reached].map((id) => [id, PHASES.map(() => 0)]))
  const dateOf = (p: Project, d: Dependency): string | null => {
    if (d.on.kind === 'decision') return p.closingDecision?.date ?? null
    const { phase } = d.on
    const found = p.phases.find((x) => x.phase === phase)
    return found?.actual ?? found?.planned ?? null
  }
  const passed = (p: Project, phase: Phase): boolean =>
    rank(phase) < rank(p.phase) || p.phases.some((x) => x.actual !== null && rank(x.phase) >= rank(phase))
  const build = (p: Project, delay: readonly number[]): Project => {
    const at = (date: string): number => {
      let r = -1
      for (const x of p.phases) if ((x.actual ?? x.planned ?? '9') <= date) r = Math.max(r, rank(x.phase))
      return r < 0 ? 0 : (delay[r] ?? 0)
    }
    const move = (date: string, days: number): string => toIso(toDay(date) + days)
    const steps = (track: Project['homes']) =>
      track.map((s) => (s.date > TODAY ? { ...s, date: move(s.date, at(s.date)) } : s))
    const decision = p.closingDecision
    return {
      ...p,
      phases: p.phases.map((x) =>
        x.planned === null || passed(p, x.phase)
          ? x
          : { ...x, planned: move(x.planned, delay[rank(x.phase)] ?? 0) },
      ),
      homes: steps(p.homes),
      support: steps(p.support),
      closingDecision:
        decision === null || decision.date <= TODAY
          ? decision
          : { ...decision, date: move(decision.date, at(decision.date)) },
    }
  }
  for (let again = true; again;) {
    again = false
    for (const id of reached) {
      const own = original.get(id)
      const delay = delays.get(id)
      if (id === changed.id || own === undefined || delay === undefined) continue
      for (const d of own.dependencies) {
        const other = now.get(d.on.projectId)
        const date = other === undefined ? null : dateOf(other, d)
        const current = now.get(id) ?? own
        const begun =
          rank(own.phase) >= rank(d.holds) ||
          own.phases.some((x) => x.actual !== null && rank(x.phase) >= rank(d.holds))
        if (date === null || begun) continue
        const held = PHASES.slice(rank(d.holds))
          .map((phase) => current.phases.find((x) => x.phase === phase))
          .find((x) => x !== undefined && x.planned !== null)
        if (held === undefined || held.planned === null) continue
        const short = toDay(date) + d.lagDays - toDay(held.planned)
        if (short <= 0) continue
        const target = (delay[rank(held.phase)] ?? 0) + short
        for (let r = rank(held.phase); r < PHASES.length; r += 1) delay[r] = Math.max(delay[r] ?? 0, target)
        now.set(id, build(own, delay))
        again = true
      }
    }
  }
  return new Map([...now].filter(([id, p]) => id !== changed.id && p !== data.projects.get(id)))
}

describe('downstream delay', () => {
  it('is what looking again and again finds: complete, and no more than needed', () => {
    fc.assert(
      fc.property(
        programmeArbitrary.filter((d) => d.projects.size > 1),
        fc.nat(),
        fc.integer({ min: 0, max: 900 }),
        (data, pick, days) => {
          const list = [...data.projects.values()]
          const chosen = list[pick % list.length]
          if (chosen === undefined) return
          const result = shiftedProject(chosen, { days }, TODAY)
          if (!result.ok) return
          const found = new Map(followers(data, result.value, TODAY).map((p) => [p.id, p]))
          expect(found).toEqual(byFixpoint(data, result.value))
        },
      ),
      { numRuns: 400 },
    )
  })

  it('leaves no conflict behind downstream, and shrinks none of the plan', () => {
    fc.assert(
      fc.property(
        programmeArbitrary.filter((d) => d.projects.size > 1),
        fc.nat(),
        (data, pick) => {
          const list = [...data.projects.values()]
          const chosen = list[pick % list.length]
          if (chosen === undefined) return
          const moved = followers(data, chosen, TODAY)
          const projects = new Map([...data.projects, ...moved.map((p) => [p.id, p] as const)])
          const after = { ...data, projects }
          const ids = new Set(moved.map((p) => p.id))
          expect(dependencyConflicts(after).filter((c) => ids.has(c.projectId))).toEqual([])
          for (const shift of downstreamDelay(data, chosen, TODAY)) expect(shift.days).toBeGreaterThan(0)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('finds its way through 13,500 projects', () => {
    const data = nationalProgramme({ regions: 45, projectsPerRegion: 300, seed: 5 })
    const first = data.projects.get('R01P0001')
    if (first === undefined) throw new Error('no project')
    const result = shiftedProject(first, { days: 400 }, TODAY)
    if (!result.ok) throw new Error(result.error.message)
    const delays = downstreamDelay(data, result.value, TODAY)
    expect(downstreamDelay(data, result.value, TODAY)).toEqual(delays)
    expect(delays.every((d) => d.days > 0)).toBe(true)
  })
})
