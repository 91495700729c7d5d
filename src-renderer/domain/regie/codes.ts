/** Closed lists of regie. Codes stand in files; the Dutch words live in `words.ts`. */

/** Uitvoeringskracht, beleid and bestuurskracht: on which level something is agreed or decided. */
export const LEVELS = ['operational', 'tactical', 'board'] as const
export type Level = (typeof LEVELS)[number]

/** Preventie regisseren, bestrijden dirigeren, adviseren betrekken. */
export const STEERING_MODES = ['directing', 'conducting', 'involving'] as const
export type SteeringMode = (typeof STEERING_MODES)[number]

/** Rechtmatig, presterend, netwerkend, participerend: they add to each other, none is a score. */
export const MUNICIPAL_ROLES = ['lawful', 'performing', 'networking', 'participating'] as const
export type MunicipalRole = (typeof MUNICIPAL_ROLES)[number]

/** What a mandate or a decision is about; both use the same list, so that one can be held against the other. */
export const SUBJECTS = [
  'homes',
  'support',
  'money',
  'location',
  'closing',
  'neighbourhood',
  'collaboration',
] as const
export type Subject = (typeof SUBJECTS)[number]

export const LIMIT_UNITS = ['euro', 'places', 'hours'] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]

export const AGREEMENT_KINDS = ['agreement', 'action'] as const
export const AGREEMENT_STATES = ['open', 'done', 'dropped'] as const
/** What was done about an agreement that didn't come about by itself. Never: taken over. */
export const STEP_KINDS = ['address', 'support', 'escalate'] as const
export type StepKind = (typeof STEP_KINDS)[number]

export const COMMITMENT_KINDS = ['places', 'hours', 'money', 'people', 'other'] as const
export const COMMITMENT_STATES = ['promised', 'kept', 'withdrawn'] as const

export const DECISION_STATES = ['asked', 'taken', 'rejected', 'withdrawn'] as const
export type DecisionState = (typeof DECISION_STATES)[number]

export const SESSION_KINDS = ['meeting', 'creative'] as const
export const LINE_KINDS = ['note', 'action', 'decision', 'dilemma'] as const

/** Initiative: something residents want to do themselves (overheidsparticipatie). */
export const SIGNAL_KINDS = ['nuisance', 'appreciation', 'question', 'initiative'] as const
/** Draagkracht of a neighbourhood: a picture to talk about, not a measurement. */
export const CARRYING_LEVELS = ['room', 'balance', 'strained'] as const

/** Vasthouden, aanpassen, loslaten. */
export const LESSON_OUTCOMES = ['keep', 'adjust', 'release'] as const

/** When is regie needed: what the checklist asks. */
export const DIRECTION_QUESTIONS = [
  'severalDomains',
  'severalPartners',
  'nobodyLeads',
  'viewsDiffer',
  'noAgreements',
  'standsStill',
] as const
export type DirectionQuestion = (typeof DIRECTION_QUESTIONS)[number]
export const DIRECTION_ANSWERS = ['yes', 'no', 'unknown'] as const
export const DIRECTION_VERDICTS = ['needed', 'notNeeded', 'open'] as const

/** Tables that a record of regie can be linked to. */
export const LINK_TABLES = [
  'municipalities',
  'partners',
  'arrangementTypes',
  'projects',
  'reports',
  'agreements',
  'commitments',
  'mandates',
  'decisions',
  'meetingTables',
  'sessions',
  'dilemmas',
  'neighbourhoods',
  'lessons',
  'directionChecks',
  'celebrations',
] as const
export type LinkTable = (typeof LINK_TABLES)[number]

export const PICTURE_TYPES = ['image/jpeg', 'image/png'] as const
