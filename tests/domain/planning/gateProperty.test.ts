import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Command,
  duplicateProject,
  newProject,
  promoteScenario,
  removeProject,
  saveArrangementType,
  saveProject,
  saveScenario,
} from '@/domain/commands'
import { applyPatches } from '@/domain/history/patch'
import type { StartGate } from '@/domain/model/dependency'
import type { Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { FAMILIES, type Phase, PHASES } from '@/domain/model/values'
import { moveToPhase, setPhaseDate, shiftPhase, shiftProject } from '@/domain/planning'
import type { PlanChange } from '@/domain/scenario/model'
import { movePlaces } from '@/domain/timeline/movePlaces'
import { literalData, project, step, type } from '../../fixtures/literal'
import { dateArbitrary, programmeArbitrary } from '../../fixtures/randomProgramme'
import { testContext } from '../commands/support'

/** What must be noted in each phase, written out once more: the test doesn't ask the code what the code asks. */
const START: readonly (keyof StartGate)[] = ['roles', 'relations', 'procedures']
const NEEDS: Readonly<Record<Phase, readonly (keyof StartGate)[]>> = {
  idea: [],
  exploration: [],
  agreements: [],
  location: START,
  neighbourhood: START,
  decision: [...START, 'neighbourhoodPlan'],
  preparation: [...START, 'neighbourhoodPlan', 'mandate'],
  inUse: [...START, 'neighbourhoodPlan', 'mandate'],
  evaluation: [...START, 'neighbourhoodPlan', 'mandate'],
  ended: [],
}

/** Where a project stands without what its gates asked. Shelters were there before the programme. */
function lacks(data: ProgrammeData, { typeId, phase, gate }: Project): (keyof StartGate)[] {
  if (data.arrangementTypes.get(typeId)?.family === 'shelter') return []
  return NEEDS[phase].filter((key) => gate[key].trim() === '')
}

const phaseArbitrary = fc.constantFrom(...PHASES)
const wordArbitrary = fc.constantFrom('', ' ', 'afgesproken')
const gateArbitrary: fc.Arbitrary<StartGate> = fc.oneof(
  fc.record({
    roles: wordArbitrary,
    relations: wordArbitrary,
    procedures: wordArbitrary,
    neighbourhoodPlan: wordArbitrary,
    mandate: wordArbitrary,
  }),
  fc.constant({ roles: 'a', relations: 'b', procedures: 'c', neighbourhoodPlan: 'd', mandate: 'e' }),
)

/** Everything that a screen can do with a project, made for the data as it is when its turn comes. */
type Act = (data: ProgrammeData) => Command | null

const pick = <T>(records: ReadonlyMap<string, T>, at: number): T | undefined =>
  [...records.values()][at % Math.max(1, records.size)]

/** An act on one of the projects that are there by then. */
function onProject(make: (project: Project, data: ProgrammeData) => Command): fc.Arbitrary<Act> {
  return fc.nat(20).map((at) => (data) => {
    const found = pick(data.projects, at)
    return found === undefined ? null : make(found, data)
  })
}

const planChangeArbitrary = (of: Project, fresh: Project): fc.Arbitrary<PlanChange> =>
  fc.oneof(
    fc.integer({ min: -12, max: 12 }).map(
      (months) =>
        ({
          kind: 'delay',
          id: 'c',
          note: '',
          projectId: of.id,
          months,
          followDownstream: true,
        }) as const,
    ),
    fc
      .constantFrom('go' as const, 'noGo' as const)
      .map((verdict) => ({ kind: 'goNoGo', id: 'c', note: '', projectId: of.id, verdict }) as const),
    dateArbitrary.map(
      (date) => ({ kind: 'closingDate', id: 'c', note: '', projectId: of.id, date }) as const,
    ),
    fc.constant({ kind: 'newProject', id: 'c', note: '', project: fresh } as const),
  )

const actArbitrary: fc.Arbitrary<Act> = fc
  .record({
    phase: phaseArbitrary,
    gate: gateArbitrary,
    date: dateArbitrary,
    months: fc.integer({ min: -12, max: 12 }),
    family: fc.constantFrom(...FAMILIES),
    at: fc.nat(20),
    new: fc.string({ minLength: 8, maxLength: 8, unit: fc.constantFrom(...'abcdef') }),
  })
  .chain((draw) =>
    fc.oneof(
      { arbitrary: onProject((p) => saveProject({ ...p, phase: draw.phase })), weight: 4 },
      {
        arbitrary: onProject((p) => saveProject({ ...p, phase: draw.phase, gate: draw.gate })),
        weight: 4,
      },
      { arbitrary: onProject((p) => moveToPhase(p.id, draw.phase, { on: '2026-11-02' })), weight: 4 },
      {
        arbitrary: onProject((p) => moveToPhase(p.id, draw.phase, { on: draw.date, gate: draw.gate })),
        weight: 2,
      },
      onProject((p) => moveToPhase(p.id, 'ended', { on: '2026-11-02' })),
      onProject((p, data) => {
        const other = pick(data.arrangementTypes, draw.at)
        return saveProject({ ...p, typeId: other?.id ?? p.typeId, support: [] })
      }),
      onProject((p) => saveProject({ ...p, id: draw.new, phase: draw.phase, gate: draw.gate })),
      onProject((p) => duplicateProject(p.id)),
      onProject((p) => removeProject(p.id)),
      onProject((p) => shiftProject(p.id, { months: draw.months }, { followDownstream: true })),
      onProject((p) => shiftPhase(p.id, draw.phase, { months: draw.months }, { followDownstream: true })),
      onProject((p) => setPhaseDate(p.id, draw.phase, draw.date, { followDownstream: true })),
      onProject((p) => movePlaces(p.id, p.homes.at(-1)?.date ?? draw.date, draw.date)),
      fc.constant<Act>(() => newProject({ name: 'Nieuw', phase: draw.phase, gate: draw.gate })),
      fc.constant<Act>((data) => {
        const changed = pick(data.arrangementTypes, draw.at)
        return changed === undefined
          ? null
          : saveArrangementType({ ...changed, family: draw.family, supportBandId: null })
      }),
      fc.nat(20).chain((at) =>
        planChangeArbitrary(
          project(`p${String(at % 3)}`),
          project(draw.new, { phase: draw.phase, gate: draw.gate }),
        ).map(
          (change): Act =>
            () =>
              saveScenario({ id: 's', name: 'S', note: '', createdOn: '2026-11-02', changes: [change] }),
        ),
      ),
      { arbitrary: fc.constant<Act>(() => promoteScenario('s')), weight: 2 },
    ),
  )

/** Runs what isn't refused, and tells of every step what there was before and after. */
function play(
  from: ProgrammeData,
  acts: readonly Act[],
  look: (before: ProgrammeData, after: ProgrammeData) => void,
): ProgrammeData {
  const ctx = testContext()
  let now = from
  for (const act of acts) {
    const result = act(now)?.(now, ctx)
    if (result?.ok !== true) continue
    const next = applyPatches(now, result.value.patches)
    look(now, next)
    now = next
  }
  return now
}

const plan = literalData([
  project('p0', { homes: [step('2027-03-01', null, 'idea', 4)] }),
  project('p1', { phase: 'agreements', homes: [step('2027-06-01', null, 'committed', 3)] }),
  project('p2', { typeId: 'shelter', phase: 'inUse', homes: [step('2026-01-01', null, 'available', 9)] }),
])

describe('the start gate', () => {
  it('is not gone around by any sequence of commands', () => {
    const passed = new Set<Phase>()
    fc.assert(
      fc.property(fc.array(actArbitrary, { minLength: 1, maxLength: 25 }), (acts) => {
        play(plan, acts, (_before, after) => {
          for (const p of after.projects.values()) {
            expect(lacks(after, p), `${p.name} in ${p.phase}`).toEqual([])
            passed.add(p.phase)
          }
        })
      }),
      { numRuns: 600 },
    )
    // Otherwise the property would say nothing.
    expect([...passed].sort()).toEqual([...PHASES].sort())
  })

  it('lets an older project be that passed without, but gives it no more than that', () => {
    fc.assert(
      fc.property(
        programmeArbitrary,
        fc.array(actArbitrary, { minLength: 1, maxLength: 12 }),
        (data, acts) => {
          play(data, acts, (before, after) => {
            for (const p of after.projects.values()) {
              const was = before.projects.get(p.id)
              const had = was === undefined ? [] : lacks(before, was)
              expect(lacks(after, p).filter((key) => !had.includes(key))).toEqual([])
              if (was === p || was === undefined) continue
              // Forward, it goes through the gates in between, whatever it lacked before.
              const entered = PHASES.slice(PHASES.indexOf(was.phase) + 1, PHASES.indexOf(p.phase) + 1)
              const asked = ASKED_ANEW.filter(([phase]) => entered.includes(phase)).flatMap(
                ([, keys]) => keys,
              )
              if (p.phase !== 'ended')
                expect(asked.filter((key) => lacks(after, p).includes(key))).toEqual([])
            }
          })
        },
      ),
      { numRuns: 200 },
    )
  })

  it('is asked of a type of shelter that becomes housing, when its projects are past it', () => {
    const result = saveArrangementType({ ...type('shelter', 'housing', null) })(plan, testContext())
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'gate-missing',
        field: 'family',
        message:
          'Van dit type is er 1 project voorbij de startpoort, zonder wat die vraagt. Leg dat daar eerst vast, of laat het type bij opvang.',
      },
    })
  })
})

const ASKED_ANEW: readonly (readonly [Phase, readonly (keyof StartGate)[]])[] = [
  ['location', NEEDS.location],
  ['decision', NEEDS.decision],
  ['preparation', NEEDS.preparation],
  ['inUse', NEEDS.inUse],
]
