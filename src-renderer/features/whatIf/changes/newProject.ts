import { draftProject } from '@/domain/commands'
import type { CommandContext } from '@/domain/commands/context'
import type { CapacityStep, Id, IsoDate, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { PHASES } from '@/domain/model/values'
import type { ScenarioChange } from '@/domain/scenario'

/** What a form or an advice knows of a project that is thought up. */
export interface NewProject {
  readonly id: Id
  readonly name: string
  readonly municipalityId: Id
  /** Arrangement type. */
  readonly subject: Id
  readonly places: number
  readonly date: IsoDate
  readonly certain: boolean
}

/** The verdict that goes with a new project that surely comes. */
export function surely(change: Extract<ScenarioChange, { kind: 'newProject' }>): ScenarioChange {
  return { kind: 'goNoGo', id: `${change.id}-go`, note: '', projectId: change.project.id, verdict: 'go' }
}

/** A project of which all places, with their support, are there on one day. */
export function newProject(
  { data, ctx }: { readonly data: ProgrammeData; readonly ctx: CommandContext },
  what: NewProject,
): Project {
  const { name, places, date, municipalityId, subject, id } = what
  const track = (which: string): CapacityStep[] => [
    { id: `${id}-${which}`, date, from: null, to: 'available', places, note: '' },
  ]
  const supported = (data.arrangementTypes.get(subject)?.supportBandId ?? null) !== null
  return {
    ...draftProject(data, ctx),
    id,
    name: name.trim(),
    municipalityId,
    typeId: subject,
    confidence: what.certain ? 'certain' : 'likely',
    phases: PHASES.map((phase) => ({ phase, planned: null, actual: null })),
    homes: track('homes'),
    support: supported ? track('support') : [],
  }
}
