/**
 * Closed lists of the domain. Codes are English and stable (they stand in files); the Dutch words for them live
 * in `labels/`. Order in a list is the order in which screens and reports show it.
 */

/** Chain that a place moves along; `ended` is its only way out. Source: indicators.md, Capacity. */
export const CAPACITY_STATUSES = ['idea', 'explored', 'committed', 'preparing', 'available', 'ended'] as const
export type CapacityStatus = (typeof CAPACITY_STATUSES)[number]

/** Families of arrangement types: shelter is what the region moves away from. Source: domain.md, Palette. */
export const FAMILIES = ['shelter', 'intermediate', 'housing'] as const
export type Family = (typeof FAMILIES)[number]

export const CONTRACT_FORMS = [
  'ownLease',
  'conditionalLease',
  'intermediaryLease',
  'temporaryLease',
  'sublet',
  'useAgreement',
  'none',
] as const
export type ContractForm = (typeof CONTRACT_FORMS)[number]

/** Phases of a project, in order. Source: domain.md, Chains. */
export const PHASES = [
  'idea',
  'exploration',
  'agreements',
  'location',
  'neighbourhood',
  'decision',
  'preparation',
  'inUse',
  'evaluation',
  'ended',
] as const
export type Phase = (typeof PHASES)[number]

export const CONFIDENCES = ['certain', 'likely', 'uncertain'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** Stoplicht. Grey means: not started. */
export const RATINGS = ['green', 'orange', 'red', 'grey'] as const
export type RatingColour = (typeof RATINGS)[number]

export const PARTNER_KINDS = [
  'municipality',
  'housingAssociation',
  'shelterProvider',
  'careProvider',
  'safetyHouse',
  'police',
  'insurer',
  'expertsByExperience',
  'residents',
  'other',
] as const
export type PartnerKind = (typeof PARTNER_KINDS)[number]

/** On what weights the ambition of the region is divided. */
export const ALLOCATION_BASES = ['inhabitants', 'socialStock', 'manual'] as const
export type AllocationBasis = (typeof ALLOCATION_BASES)[number]

export const REPORT_CYCLES = ['quarter', 'halfYear', 'year'] as const
export type ReportCycle = (typeof REPORT_CYCLES)[number]
