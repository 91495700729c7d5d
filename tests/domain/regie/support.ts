import type { Command, CommandContext } from '@/domain/commands'
import { applyPatches, invert } from '@/domain/history/patch'
import type { Partner } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  type Agreement,
  type Decision,
  draftAgreement,
  draftDecision,
  draftMandate,
  draftMeetingTable,
  draftSession,
  type Mandate,
  type MeetingTable,
  type Session,
} from '@/domain/regie'
import { sampleProgramme } from '../../../tools/sample/programme'
import { emptyRegie } from '@/domain/model/programmeData'

export const TODAY = '2026-11-22'
let ids = 0
export const context = (today = TODAY): CommandContext => ({ newId: () => `r-${String(++ids)}`, today })

/** The data after a command that has to succeed; its undo has to give the data from before. */
export function done(data: ProgrammeData, command: Command, ctx = context()): ProgrammeData {
  const result = command(data, ctx)
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  const next = applyPatches(data, result.value.patches)
  const back = applyPatches(next, invert(result.value.patches))
  for (const table of Object.keys(data) as (keyof ProgrammeData)[])
    if (JSON.stringify([...back[table]].sort()) !== JSON.stringify([...data[table]].sort()))
      throw new Error(`undo leaves something in ${table}`)
  return next
}

export function refusal(data: ProgrammeData, command: Command, ctx = context()): string {
  const result = command(data, ctx)
  if (result.ok) throw new Error(`not refused: ${result.value.summary}`)
  if (!/^["\p{Lu}].*[.?)]$/su.test(result.error.message))
    throw new Error(`no sentence: ${result.error.message}`)
  return result.error.code
}

const residents: Partner = {
  id: 'bewoners',
  name: 'Bewoners Wijnbergen',
  kind: 'residents',
  municipalityIds: [],
  contactRole: 'voorzitter',
  perspective: '',
  goalEndorsed: null,
  reachability: '',
  note: '',
}

/** The sample with residents among its partners and nothing of regie. */
export function region(): ProgrammeData {
  const data = sampleProgramme()
  return {
    ...data,
    ...emptyRegie(),
    partners: new Map(data.partners).set(residents.id, residents),
  }
}

export const agreement = (fields: Partial<Agreement> = {}): Agreement => ({
  ...draftAgreement(region0, context()),
  name: 'Sleutels regelen',
  ownerId: 'partner-site',
  ...fields,
})
export const mandate = (fields: Partial<Mandate> = {}): Mandate => ({
  ...draftMandate(region0, context('2026-01-01')),
  name: 'Manager wonen',
  holderId: 'partner-site',
  subject: 'collaboration',
  ...fields,
})
export const decision = (fields: Partial<Decision> = {}): Decision => ({
  ...draftDecision(region0, context('2026-11-01')),
  name: 'Tien woningen',
  ...fields,
})
export const table = (fields: Partial<MeetingTable> = {}): MeetingTable => ({
  ...draftMeetingTable(region0, context()),
  id: 'tafel',
  name: 'Regietafel',
  partnerIds: ['partner-site', 'bewoners'],
  ...fields,
})
export const session = (fields: Partial<Session> = {}): Session => ({
  ...draftSession(region0, context(), 'tafel'),
  name: 'Regietafel november',
  ...fields,
})

const region0 = sampleProgramme()
