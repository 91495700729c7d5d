import type { AmbitionMilestone, CapacityStep, Id, IsoDate, PhaseDates, Project } from './entities'
import type { Family, Phase } from './values'

/** The plan part of a project, as it was when a baseline was frozen. */
export interface BaselineProject {
  readonly id: Id
  readonly name: string
  readonly typeId: Id
  readonly municipalityId: Id
  readonly associationId: Id | null
  readonly phase: Phase
  readonly phases: readonly PhaseDates[]
  readonly homes: readonly CapacityStep[]
  readonly support: readonly CapacityStep[]
  readonly closingDecision: Project['closingDecision']
}

/** What a type meant for the figures on that day, so that a later change of the palette doesn't change the past. */
export interface BaselineType {
  readonly id: Id
  readonly name: string
  readonly family: Family
  /** True when a place counted only with home and support both. */
  readonly supported: boolean
}

/** A plan that was frozen (vastgesteld plan), to compare later plans with. Nothing in it follows later changes. */
export interface Baseline {
  readonly id: Id
  readonly name: string
  readonly frozenOn: IsoDate
  readonly note: string
  readonly projects: readonly BaselineProject[]
  readonly milestones: readonly AmbitionMilestone[]
  /** Types of the projects, and municipalities of the programme, by the names of that day. */
  readonly types: readonly BaselineType[]
  readonly municipalities: readonly { readonly id: Id; readonly name: string }[]
}
