/** Closed lists of trajectories. Codes stand in files; the Dutch words live in `labels/trajectories.ts`. */

/** Dakloos, or dreigend dakloos: prevention counts as much. */
export const SITUATIONS = ['atRisk', 'homeless'] as const
export type Situation = (typeof SITUATIONS)[number]

export const HOUSEHOLDS = ['alone', 'withPartner', 'withChildren', 'withPartnerAndChildren', 'other'] as const
export type Household = (typeof HOUSEHOLDS)[number]

/** The chain of a person, in order. Source: domain.md, Chains. */
export const CHAIN_STEPS = [
  'signal',
  'referral',
  'access',
  'intake',
  'plan',
  'matching',
  'allocation',
  'tenancyAgreement',
  'support',
  'evaluation',
  'tenancyConversion',
  'supportTapering',
  'moveOn',
] as const

/** Side exits of the chain: some lead back into it, some out of it. */
export const SIDE_STEPS = ['relapse', 'returnToHomelessness', 'handover', 'declined'] as const

export const TRAJECTORY_STEPS = [...CHAIN_STEPS, ...SIDE_STEPS] as const
export type TrajectoryStep = (typeof TRAJECTORY_STEPS)[number]

/** Eigen, passend, betaalbaar, met begeleiding. */
export const FIT_CHECKS = ['own', 'fitting', 'affordable', 'supported'] as const
export type FitCheckName = (typeof FIT_CHECKS)[number]

export const FIT_ANSWERS = ['yes', 'no', 'unknown'] as const
export type FitAnswer = (typeof FIT_ANSWERS)[number]

/** What became of a match; without any it is a proposal. */
export const MATCH_OUTCOMES = ['accepted', 'rejected'] as const
export type MatchOutcome = (typeof MATCH_OUTCOMES)[number]
export type MatchState = 'proposed' | MatchOutcome
