import type { CommandContext } from '../commands/context'
import { compareDutch, directionQuestionLabels } from '../labels'
import type { Id } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { DIRECTION_QUESTIONS } from './codes'
import type {
  Agreement,
  Celebration,
  Commitment,
  Decision,
  Dilemma,
  DirectionCheck,
  Lesson,
  Mandate,
  MeetingTable,
  Neighbourhood,
  RoleMix,
  Session,
} from './model'

/** Fresh records for a form: complete but for what only the user knows, so that saving one unseen is refused. */

const firstMunicipality = (data: ProgrammeData): Id =>
  [...data.municipalities.values()].sort((a, b) => compareDutch(a.name, b.name))[0]?.id ?? ''

export const draftAgreement = (_data: ProgrammeData, ctx: CommandContext): Agreement => ({
  id: ctx.newId(),
  kind: 'agreement',
  name: '',
  text: '',
  ownerId: '',
  ownerRole: '',
  coOwnerIds: [],
  level: 'operational',
  steering: 'directing',
  role: null,
  subject: 'collaboration',
  madeOn: ctx.today,
  due: null,
  status: 'open',
  settledOn: null,
  outcome: '',
  evidence: [],
  dependsOn: [],
  ownerChanges: [],
  steps: [],
  sessionId: null,
  links: [],
})

export const draftCommitment = (_data: ProgrammeData, ctx: CommandContext): Commitment => ({
  id: ctx.newId(),
  partnerId: '',
  name: '',
  kind: 'places',
  amount: null,
  madeOn: ctx.today,
  from: null,
  until: null,
  conditions: '',
  status: 'promised',
  links: [],
})

export const draftMandate = (_data: ProgrammeData, ctx: CommandContext): Mandate => ({
  id: ctx.newId(),
  name: '',
  holderId: '',
  holderRole: '',
  subject: 'homes',
  level: 'operational',
  limit: null,
  municipalityIds: [],
  from: ctx.today,
  until: null,
  backedById: null,
  backedByRole: '',
  escalatesToId: null,
  note: '',
})

export const draftDecision = (_data: ProgrammeData, ctx: CommandContext): Decision => ({
  id: ctx.newId(),
  name: '',
  text: '',
  subject: 'collaboration',
  level: 'operational',
  role: null,
  amount: null,
  municipalityIds: [],
  askedOn: ctx.today,
  askedOfId: null,
  status: 'asked',
  settledOn: null,
  mandateId: null,
  withoutMandate: '',
  reason: '',
  figures: [],
  dissent: [],
  outcomes: [],
  dilemmaIds: [],
  sessionId: null,
  reportId: null,
  links: [],
})

export const draftMeetingTable = (_data: ProgrammeData, ctx: CommandContext): MeetingTable => ({
  id: ctx.newId(),
  name: '',
  purpose: '',
  level: 'tactical',
  partnerIds: [],
  rhythm: '',
  retired: false,
})

/** The members of the table are invited. A creative session has room for its case, questions and ideas. */
export const draftSession = (
  data: ProgrammeData,
  ctx: CommandContext,
  tableId: Id,
  kind: Session['kind'] = 'meeting',
): Session => ({
  id: ctx.newId(),
  tableId,
  name: data.meetingTables.get(tableId)?.name ?? '',
  kind,
  date: ctx.today,
  invitedIds: data.meetingTables.get(tableId)?.partnerIds ?? [],
  presentIds: [],
  held: false,
  agenda: [],
  minutes: [],
  creative:
    kind === 'creative'
      ? { caseText: '', fictitious: true, whyQuestions: '', ideas: '', solution: '' }
      : null,
  result: '',
  sideBenefits: '',
})

export const draftDilemma = (_data: ProgrammeData, ctx: CommandContext): Dilemma => ({
  id: ctx.newId(),
  name: '',
  firstPole: '',
  secondPole: '',
  text: '',
  positions: [],
  links: [],
})

export const draftNeighbourhood = (data: ProgrammeData, ctx: CommandContext): Neighbourhood => ({
  id: ctx.newId(),
  name: '',
  municipalityId: firstMunicipality(data),
  projectIds: [],
  contactRole: '',
  plan: '',
  agreements: [],
  signals: [],
  carrying: [],
  links: [],
})

export const draftLesson = (_data: ProgrammeData, ctx: CommandContext): Lesson => ({
  id: ctx.newId(),
  name: '',
  on: ctx.today,
  observation: '',
  outcome: 'keep',
  change: '',
  typeIds: [],
  sessionId: null,
  links: [],
})

export const draftRoleMix = (data: ProgrammeData, ctx: CommandContext): RoleMix => ({
  id: ctx.newId(),
  municipalityId: firstMunicipality(data),
  on: ctx.today,
  shares: { lawful: 25, performing: 25, networking: 25, participating: 25 },
  why: '',
})

export const draftDirectionCheck = (_data: ProgrammeData, ctx: CommandContext): DirectionCheck => ({
  id: ctx.newId(),
  name: '',
  on: ctx.today,
  projectId: null,
  answers: DIRECTION_QUESTIONS.map((id) => ({ id, answer: 'unknown', note: '' })),
  verdict: 'open',
  outcome: '',
  links: [],
})

export const draftCelebration = (_data: ProgrammeData, ctx: CommandContext): Celebration => ({
  id: ctx.newId(),
  name: '',
  date: ctx.today,
  celebratedOn: null,
  appreciation: '',
  partnerIds: [],
  links: [],
})

/** Pairs from practice to begin with: both poles stay true. */
export const EXAMPLE_DILEMMAS: readonly Pick<Dilemma, 'name' | 'firstPole' | 'secondPole'>[] = [
  { name: 'Zelforganisatie en samensturing', firstPole: 'zelforganisatie', secondPole: 'samensturing' },
  {
    name: 'Duidelijke lijnen en creatieve chaos',
    firstPole: 'richting, kaders, duidelijke lijnen',
    secondPole: 'netwerken, ruimte, creatieve chaos',
  },
  {
    name: 'Regisseren en dirigeren',
    firstPole: 'regisseren (voorkomen)',
    secondPole: 'dirigeren (bestrijden)',
  },
]

/** What the answers of a checklist point to: the first two questions decide, as those who work with it say. */
export function directionAdvice(check: DirectionCheck): {
  readonly needed: boolean | null
  readonly why: string
} {
  const answers = new Map(check.answers.map((a) => [a.id, a.answer]))
  const yes = DIRECTION_QUESTIONS.filter((q) => answers.get(q) === 'yes')
  const open = DIRECTION_QUESTIONS.filter((q) => (answers.get(q) ?? 'unknown') === 'unknown')
  const core = ['severalDomains', 'severalPartners'] as const
  if (
    core.every((q) => answers.get(q) === 'yes') ||
    (answers.get('severalPartners') === 'yes' && yes.length >= 3)
  )
    return { needed: true, why: yes.map((q) => directionQuestionLabels[q]).join(' ') }
  if (open.length > 0) return { needed: null, why: 'Nog niet alle vragen zijn beantwoord.' }
  return { needed: false, why: 'De partners kunnen dit zo te zien zelf, met gewone afspraken.' }
}
