import type { Command } from '../commands/context'
import { firstProblem, gone, removed, saved } from '../commands/save'
import type { Baseline, BaselineProject } from '../model/baseline'
import { emptyGate } from '../model/dependency'
import type { ArrangementType, Id, Municipality, Project } from '../model/entities'
import { PROGRAMME_ID, type ProgrammeData } from '../model/programmeData'
import { validateBaseline } from '../validation/baseline'

const label = (baseline: Baseline): string => `vastgesteld plan "${baseline.name}"`

function planPart(project: Project): BaselineProject {
  const { id, name, typeId, municipalityId, associationId, phase, phases, homes, support, closingDecision } =
    project
  return { id, name, typeId, municipalityId, associationId, phase, phases, homes, support, closingDecision }
}

/** The plan of now as a baseline; nothing in it changes any more. */
export function frozen(
  data: ProgrammeData,
  fields: Pick<Baseline, 'id' | 'name' | 'frozenOn' | 'note'>,
): Baseline {
  return {
    ...fields,
    projects: [...data.projects.values()].map(planPart),
    milestones: [...data.milestones.values()],
    types: [...data.arrangementTypes.values()].map(({ id, name, family, supportBandId }) => ({
      id,
      name,
      family,
      supported: supportBandId !== null,
    })),
    municipalities: [...data.municipalities.values()].map(({ id, name }) => ({ id, name })),
  }
}

/** Keeps the plan of today under a name, to compare with later. Refuses `name-missing` and the like. */
export function freeze(name: string, note = ''): Command {
  return (data, ctx) => {
    if (!data.programme.has(PROGRAMME_ID)) return gone('Het programma')
    const baseline = frozen(data, { id: ctx.newId(), name: name.trim(), frozenOn: ctx.today, note })
    return firstProblem(validateBaseline(baseline)) ?? saved(data, 'baselines', baseline, label(baseline))
  }
}

/** Another name or note; what was frozen stays as it was. */
export function renameBaseline(id: Id, fields: { readonly name: string; readonly note: string }): Command {
  return (data) => {
    const before = data.baselines.get(id)
    if (before === undefined) return gone('Dit vastgestelde plan')
    const baseline = { ...before, name: fields.name.trim(), note: fields.note }
    return firstProblem(validateBaseline(baseline)) ?? saved(data, 'baselines', baseline, label(baseline))
  }
}

export function removeBaseline(id: Id): Command {
  return (data) => {
    const baseline = data.baselines.get(id)
    if (baseline === undefined) return gone('Dit vastgestelde plan')
    return removed(data, 'baselines', id, label(baseline))
  }
}

/**
 * The programme as it was frozen, for every figure that works on a programme: plan and ambition of then, with what types
 * and municipalities meant on that day. The rest (partners, bands, facts) is that of now.
 */
export function baselineData(data: ProgrammeData, baseline: Baseline): ProgrammeData {
  return {
    ...data,
    ...frozenTables(baseline),
    arrangementTypes: new Map([
      ...data.arrangementTypes,
      ...baseline.types.map((t) => [t.id, typeThen(data, t)] as const),
    ]),
    municipalities: new Map([
      ...data.municipalities,
      ...baseline.municipalities
        .filter((m) => !data.municipalities.has(m.id))
        .map((m) => [m.id, gonePlace(m)] as const),
    ]),
  }
}

/** A frozen plan never changes, so its tables are made once; its projects then stay the same objects too. */
const tables = new WeakMap<Baseline, Pick<ProgrammeData, 'projects' | 'milestones'>>()

function frozenTables(baseline: Baseline): Pick<ProgrammeData, 'projects' | 'milestones'> {
  const known = tables.get(baseline)
  if (known !== undefined) return known
  const made = {
    projects: new Map(baseline.projects.map((p) => [p.id, asProject(p)])),
    milestones: new Map(baseline.milestones.map((m) => [m.id, m])),
  }
  tables.set(baseline, made)
  return made
}

function asProject(project: BaselineProject): Project {
  return {
    ...project,
    supportProviderId: null,
    neighbourhoodContact: '',
    confidence: 'likely',
    rating: { colour: 'grey', cause: '', consequence: '', adjustment: '' },
    owner: '',
    nextStep: '',
    dependencies: [],
    gate: emptyGate,
    note: '',
  }
}

function typeThen(data: ProgrammeData, then: Baseline['types'][number]): ArrangementType {
  const now = data.arrangementTypes.get(then.id)
  if (now !== undefined && now.family === then.family && (now.supportBandId !== null) === then.supported)
    return now
  const band = now?.supportBandId ?? data.programme.get(PROGRAMME_ID)?.supportBands[0]?.id ?? 'then'
  return {
    contract: 'none',
    audience: '',
    duration: '',
    description: '',
    retired: true,
    ...now,
    id: then.id,
    name: then.name,
    family: then.family,
    supportBandId: then.supported ? band : null,
  }
}

function gonePlace({ id, name }: { readonly id: Id; readonly name: string }): Municipality {
  return { id, name, region: '', inhabitants: null, socialStock: null, tile: null }
}
