import type {
  FitAnswer,
  FitCheckName,
  Household,
  MatchState,
  Situation,
  TrajectoryStep,
} from '../trajectories/codes'

type Words<T extends string> = Readonly<Record<T, string>>

/** The Dutch words for the codes of trajectories. */

export const situationLabels: Words<Situation> = {
  atRisk: 'dreigend dakloos',
  homeless: 'dakloos',
}

export const householdLabels: Words<Household> = {
  alone: 'alleen',
  withPartner: 'met partner',
  withChildren: 'met kinderen',
  withPartnerAndChildren: 'met partner en kinderen',
  other: 'anders',
}

export const trajectoryStepLabels: Words<TrajectoryStep> = {
  signal: 'signaal',
  referral: 'aanmelding',
  access: 'toegang',
  intake: 'intake',
  plan: 'plan',
  matching: 'matching',
  allocation: 'toewijzing',
  tenancyAgreement: 'huurcontract',
  support: 'begeleiding',
  evaluation: 'evaluatie',
  tenancyConversion: 'omklap',
  supportTapering: 'afbouw',
  moveOn: 'uitstroom of nazorg',
  relapse: 'terugval',
  returnToHomelessness: 'terugkeer',
  handover: 'overdracht',
  declined: 'afgewezen',
}

export const fitCheckLabels: Words<FitCheckName> = {
  own: 'eigen',
  fitting: 'passend',
  affordable: 'betaalbaar',
  supported: 'begeleiding',
}

/** The question behind each check. */
export const fitCheckQuestions: Words<FitCheckName> = {
  own: 'Krijgt iemand een eigen plek, met een eigen contract?',
  fitting: 'Past de plek bij het huishouden en bij wat nodig is?',
  affordable: 'Past de huur bij het inkomen, huurtoeslag meegerekend?',
  supported: 'Is de begeleiding er vanaf de eerste dag?',
}

export const fitAnswerLabels: Words<FitAnswer> = {
  yes: 'ja',
  no: 'nee',
  unknown: 'open',
}

export const matchStateLabels: Words<MatchState> = {
  proposed: 'voorgesteld',
  accepted: 'geaccepteerd',
  rejected: 'niet doorgegaan',
}
