import { compareDutch } from '../labels'
import { emptyGate } from '../model/dependency'
import type {
  AmbitionMilestone,
  ArrangementType,
  CapacityStep,
  Id,
  IsoDate,
  Municipality,
  Partner,
  ProgressReport,
  Project,
  Risk,
  StatusRating,
} from '../model/entities'
import { PROGRAMME_ID, type ProgrammeData } from '../model/programmeData'
import { PHASES } from '../model/values'
import type { Scenario } from '../scenario/model'
import type { CommandContext } from './context'

/**
 * Fresh records for a form. They are as complete as can be; what only the user knows (a name) is empty, so saving one
 * unseen is refused.
 */

export const greyRating: StatusRating = { colour: 'grey', cause: '', consequence: '', adjustment: '' }

/** The first record by name, or an empty id when there is none to choose. */
function firstByName(records: Iterable<{ readonly id: Id; readonly name: string }>): Id {
  return [...records].sort((a, b) => compareDutch(a.name, b.name))[0]?.id ?? ''
}

/** Municipality and type are the first of their lists; of the types no retired one, and no shelter when possible. */
export function draftProject(data: ProgrammeData, ctx: CommandContext): Project {
  const types = [...data.arrangementTypes.values()].filter((t) => !t.retired)
  const arrangements = types.filter((t) => t.family !== 'shelter')
  return {
    id: ctx.newId(),
    name: '',
    typeId: (arrangements[0] ?? types[0])?.id ?? '',
    municipalityId: firstByName(data.municipalities.values()),
    associationId: null,
    supportProviderId: null,
    neighbourhoodContact: '',
    phase: 'idea',
    phases: PHASES.map((phase) => ({ phase, planned: null, actual: null })),
    confidence: 'uncertain',
    homes: [],
    support: [],
    rating: greyRating,
    owner: '',
    nextStep: '',
    closingDecision: null,
    dependencies: [],
    gate: emptyGate,
    note: '',
  }
}

/** One new place as an idea, today. */
export function draftStep(ctx: CommandContext): CapacityStep {
  return { id: ctx.newId(), date: ctx.today, from: null, to: 'idea', places: 1, note: '' }
}

/** The id is the code of the municipality: the user replaces it by the real one. */
export function draftMunicipality(data: ProgrammeData, ctx: CommandContext): Municipality {
  return {
    id: ctx.newId(),
    name: '',
    region: data.programme.get(PROGRAMME_ID)?.region ?? '',
    inhabitants: null,
    socialStock: null,
    tile: null,
  }
}

export function draftPartner(_data: ProgrammeData, ctx: CommandContext): Partner {
  return {
    id: ctx.newId(),
    name: '',
    kind: 'careProvider',
    municipalityIds: [],
    contactRole: '',
    perspective: '',
    goalEndorsed: null,
    reachability: '',
    note: '',
  }
}

export function draftArrangementType(data: ProgrammeData, ctx: CommandContext): ArrangementType {
  return {
    id: ctx.newId(),
    name: '',
    family: 'housing',
    contract: 'ownLease',
    supportBandId: data.programme.get(PROGRAMME_ID)?.supportBands[0]?.id ?? null,
    audience: '',
    duration: '',
    description: '',
    retired: false,
  }
}

/** On the last day of the programme, when there is one; else today. */
export function draftMilestone(data: ProgrammeData, ctx: CommandContext): AmbitionMilestone {
  return {
    id: ctx.newId(),
    municipalityId: firstByName(data.municipalities.values()),
    date: data.programme.get(PROGRAMME_ID)?.horizon ?? ctx.today,
    places: 0,
  }
}

export function draftRisk(ctx: CommandContext): Risk {
  return { id: ctx.newId(), text: '', measure: '', owner: '' }
}

/** @param referenceDate peildatum; today when absent */
export function draftReport(
  _data: ProgrammeData,
  ctx: CommandContext,
  referenceDate: IsoDate = ctx.today,
): ProgressReport {
  return {
    id: ctx.newId(),
    name: 'Voortgangsrapportage',
    referenceDate,
    scope: [],
    coreMessage: '',
    requestedDecision: '',
    rating: greyRating,
    risks: [],
    outlook: '',
  }
}

/** An empty what-if; its changes come from the screen. */
export function draftScenario(_data: ProgrammeData, ctx: CommandContext): Scenario {
  return { id: ctx.newId(), name: '', note: '', createdOn: ctx.today, changes: [] }
}
