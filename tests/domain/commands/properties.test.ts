import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Command,
  distributeAmbition,
  duplicateProject,
  newProject,
  removeArrangementType,
  removeMilestone,
  removeMunicipality,
  removePartner,
  removeProject,
  promoteScenario,
  removeReport,
  removeScenario,
  saveArrangementType,
  saveMilestone,
  saveMunicipality,
  savePartner,
  saveProject,
  saveReport,
  saveScenario,
  setAllocationKey,
  updateProgramme,
} from '@/domain/commands'
import { applyPatches, invert } from '@/domain/history/patch'
import type { StartGate } from '@/domain/model/dependency'
import { programmeOf, type ProgrammeData } from '@/domain/model/programmeData'
import { PHASES } from '@/domain/model/values'
import {
  freeze,
  moveToPhase,
  removeBaseline,
  setPhaseDate,
  shiftPhase,
  shiftProject,
} from '@/domain/planning'
import { validateProgramme, validateProject } from '@/domain/validation'
import {
  dateArbitrary,
  nameArbitrary,
  programmeArbitrary,
  textArbitrary,
  trackArbitrary,
} from '../../fixtures/randomProgramme'
import { testContext } from './support'

const ALL_NOTED: StartGate = {
  roles: 'a',
  relations: 'b',
  procedures: 'c',
  neighbourhoodPlan: 'd',
  mandate: 'e',
}

/** Commands that start from where things are: doing them once more is another change. */
const relative = new WeakSet<Command>()

function moves(command: Command): Command {
  relative.add(command)
  return command
}

/** Any command on any record of the programme, sensible or not. */
function commandArbitrary(data: ProgrammeData): fc.Arbitrary<Command> {
  const any = <T>(records: ReadonlyMap<string, T>): fc.Arbitrary<T> =>
    records.size === 0 ? fc.constant(undefined as never) : fc.constantFrom(...records.values())
  const id = (records: ReadonlyMap<string, unknown>) => fc.constantFrom('weg', ...records.keys())
  const some = <T>(records: ReadonlyMap<string, T>, make: (record: T) => fc.Arbitrary<Command>) =>
    records.size === 0 ? [] : [any(records).chain(make)]
  return fc.oneof(
    id(data.projects).map(removeProject),
    id(data.projects).map(duplicateProject),
    id(data.partners).map(removePartner),
    id(data.arrangementTypes).map(removeArrangementType),
    id(data.municipalities).map(removeMunicipality),
    id(data.milestones).map(removeMilestone),
    id(data.reports).map(removeReport),
    nameArbitrary.map((name) => newProject({ name })),
    id(data.baselines).map(removeBaseline),
    nameArbitrary.map((name) => freeze(name)),
    id(data.scenarios).map(removeScenario),
    id(data.scenarios).map((scenario) => moves(promoteScenario(scenario))),
    ...some(data.scenarios, (s) => nameArbitrary.map((name) => saveScenario({ ...s, name }))),
    ...some(data.projects, (p) =>
      fc
        .tuple(fc.constantFrom(...data.projects.keys()), fc.constantFrom(...PHASES))
        .map(([projectId, holds]) =>
          saveProject({
            ...p,
            dependencies: [
              ...p.dependencies,
              { id: 'nieuw', holds, on: { kind: 'decision', projectId }, lagDays: 0, note: '' },
            ],
          }),
        ),
    ),
    fc
      .tuple(id(data.projects), fc.constantFrom(...PHASES), dateArbitrary, fc.boolean())
      .map(([project, phase, on, full]) => moveToPhase(project, phase, { on, gate: full ? ALL_NOTED : {} })),
    fc
      .tuple(id(data.projects), fc.integer({ min: -400, max: 400 }), fc.boolean())
      .map(([project, days, followDownstream]) =>
        moves(shiftProject(project, { days }, { followDownstream })),
      ),
    fc
      .tuple(id(data.projects), fc.constantFrom(...PHASES), fc.integer({ min: -24, max: 24 }), fc.boolean())
      .map(([project, phase, months, followDownstream]) =>
        moves(shiftPhase(project, phase, { months }, { followDownstream })),
      ),
    fc
      .tuple(id(data.projects), fc.constantFrom(...PHASES), dateArbitrary, fc.boolean())
      .map(([project, phase, date, followDownstream]) =>
        setPhaseDate(project, phase, date, { followDownstream }),
      ),
    fc.record({ date: dateArbitrary, total: fc.integer({ min: 0, max: 500 }) }).map(distributeAmbition),
    nameArbitrary.map((name) => updateProgramme({ name })),
    fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 4 }).map((weights) =>
      setAllocationKey({
        ...programmeOf(data).allocationKey,
        basis: 'manual',
        manualWeights: Object.fromEntries(
          [...data.municipalities.keys()].map((m, i) => [m, weights[i] ?? 0]),
        ),
      }),
    ),
    ...some(data.projects, (p) =>
      fc
        .tuple(nameArbitrary, trackArbitrary('n'), id(data.arrangementTypes), textArbitrary)
        .map(([name, homes, typeId, note]) => saveProject({ ...p, name, homes, typeId, note })),
    ),
    ...some(data.partners, (p) => nameArbitrary.map((name) => savePartner({ ...p, name, kind: 'other' }))),
    ...some(data.arrangementTypes, (t) =>
      fc.boolean().map((retired) => saveArrangementType({ ...t, retired, supportBandId: null })),
    ),
    ...some(data.municipalities, (m) =>
      fc.integer({ min: 0, max: 9 }).map((row) => saveMunicipality({ ...m, tile: { column: 0, row } })),
    ),
    ...some(data.milestones, (m) => dateArbitrary.map((date) => saveMilestone({ ...m, date }))),
    ...some(data.reports, (r) => textArbitrary.map((outlook) => saveReport({ ...r, outlook }))),
  )
}

const story = programmeArbitrary.chain((data) =>
  fc.record({
    data: fc.constant(data),
    commands: fc.array(commandArbitrary(data), { minLength: 1, maxLength: 8 }),
  }),
)

describe('every command', () => {
  it('keeps sound data sound, and its inverse brings back what was there', () => {
    fc.assert(
      fc.property(story, ({ data, commands }) => {
        const ctx = testContext()
        let now = data
        for (const command of commands) {
          const result = command(now, ctx)
          if (!result.ok) {
            expect(result.error.message).toMatch(/^\S.{8,}[.]$/su)
            continue
          }
          const next = applyPatches(now, result.value.patches)
          expect(validateProgramme(next)).toEqual([])
          expect(applyPatches(next, invert(result.value.patches))).toEqual(now)
          expect(applyPatches(now, result.value.patches)).toEqual(next)
          expect(result.value.summary).not.toMatch(/^[A-Z]|\.$/)
          now = next
        }
      }),
      { numRuns: 300 },
    )
  })

  it('writes only patches that change something', () => {
    fc.assert(
      fc.property(story, ({ data, commands }) => {
        const ctx = testContext()
        for (const command of commands) {
          const result = command(data, ctx)
          if (!result.ok) continue
          for (const patch of result.value.patches) expect(patch.before).not.toEqual(patch.after)
          const again = command(applyPatches(data, result.value.patches), ctx)
          // Saving once more is no change; making or removing once more is another or no command.
          const puts = result.value.patches.every((p) => p.after !== null && p.before !== null)
          if (puts && again.ok && !relative.has(command)) expect(again.value.patches).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('the check on tracks', () => {
  it('agrees with counting every day by hand', () => {
    const statuses = ['idea', 'committed', 'available', 'ended'] as const
    const wild = fc.array(
      fc.record({
        date: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
        from: fc.constantFrom(null, null, ...statuses.slice(0, 3)),
        to: fc.constantFrom(...statuses),
        places: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 7 },
    )
    fc.assert(
      fc.property(
        programmeArbitrary.filter((d) => d.projects.size > 0),
        wild,
        (data, moves) => {
          const project = [...data.projects.values()][0]
          if (project === undefined) throw new Error('no project')
          const homes = moves
            .filter((m) => m.from !== m.to)
            .map((m, i) => ({ ...m, id: `w${String(i)}`, note: '' }))
          const below = ['2026-01-01', '2026-02-01', '2026-03-01'].some((date) =>
            statuses.some((status) => {
              const until = homes.filter((m) => m.date <= date)
              const into = until.filter((m) => m.to === status).reduce((sum, m) => sum + m.places, 0)
              const out = until.filter((m) => m.from === status).reduce((sum, m) => sum + m.places, 0)
              return into - out < 0
            }),
          )
          const codes = validateProject(data, { ...project, homes }).map((e) => e.code)
          expect(codes.includes('below-zero')).toBe(below)
        },
      ),
      { numRuns: 500 },
    )
  })
})
