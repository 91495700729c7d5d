import type { Command, CommandContext } from '@/domain/commands'
import { savePartner } from '@/domain/commands'
import { applyPatches } from '@/domain/history/patch'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  addDissent,
  addOutcome,
  changeOwner,
  escalate,
  helpAlong,
  moveDilemma,
  saveRecord,
  settleDecision,
} from '@/domain/regie'
import { agreements, commitments } from './regie/agreements'
import { decisions, dilemmas, positions } from './regie/decisions'
import { celebrations, directionChecks, lessons, neighbourhoods, roleMixes } from './regie/learning'
import { mandates } from './regie/mandates'
import { endorsements, EXPERTS, morePartners, townPartner } from './regie/partners'
import { sessions, tables } from './regie/tables'

/**
 * The network of the sample: partners, tables, agreements, decisions and what was learned. All of it is invented, and
 * made by the same commands as in the application, each on its own day.
 */
export function withRegie(before: ProgrammeData): ProgrammeData {
  let data = before
  let number = 0
  function on(today: string, command: Command): void {
    const ctx: CommandContext = { newId: () => `regie-${String(++number).padStart(3, '0')}`, today }
    const result = command(data, ctx)
    if (!result.ok)
      throw new Error(`${result.error.code} ${result.error.field ?? ''}: ${result.error.message}`)
    data = applyPatches(data, result.value.patches)
  }
  const start = '2026-01-05'

  for (const partner of before.partners.values())
    on(start, savePartner({ ...partner, ...endorsements[partner.id] }))
  for (const partner of morePartners) on(start, savePartner(partner))
  for (const table of tables) on(start, saveRecord('meetingTables', table))
  // Minutes and agendas name what comes after them: those lines are written last.
  for (const session of sessions) on(start, saveRecord('sessions', { ...session, agenda: [], minutes: [] }))
  for (const mandate of mandates) on(start, saveRecord('mandates', mandate))
  for (const agreement of agreements) on(agreement.madeOn, saveRecord('agreements', agreement))
  for (const commitment of commitments) on(commitment.madeOn, saveRecord('commitments', commitment))
  for (const dilemma of dilemmas) on(start, saveRecord('dilemmas', dilemma))
  for (const decision of decisions) on(decision.askedOn, saveRecord('decisions', decision))
  for (const session of sessions) on(session.date, saveRecord('sessions', session))
  for (const neighbourhood of neighbourhoods) on(start, saveRecord('neighbourhoods', neighbourhood))
  for (const lesson of lessons) on(lesson.on, saveRecord('lessons', lesson))
  for (const mix of roleMixes) on(mix.on, saveRecord('roleMixes', mix))
  for (const check of directionChecks) on(check.on, saveRecord('directionChecks', check))
  for (const celebration of celebrations) on(celebration.date, saveRecord('celebrations', celebration))
  for (const [dilemma, day, at, why] of positions) on(day, moveDilemma(dilemma, at, why))

  on(
    '2026-10-01',
    helpAlong('afspraak-coach', 'address', 'Voorbeeld: gebeld. Er zijn geen reacties op de vacature.'),
  )
  on(
    '2026-10-15',
    helpAlong('afspraak-coach', 'support', 'Voorbeeld: IrisZorg leent een coach uit tot het voorjaar.'),
  )
  on(
    '2026-10-21',
    escalate(
      'afspraak-verhuurder',
      'Voorbeeld: de verhuurder antwoordt niet; een gesprek op bestuursniveau is nodig.',
    ),
  )
  on(
    '2026-10-22',
    changeOwner('afspraak-vergunning', {
      toId: townPartner('Oude IJsselstreek'),
      consentBy: 'teamleider vergunningen',
      reason: 'Voorbeeld: de aanvraag ligt nu bij de gemeente; zij heeft ermee ingestemd.',
    }),
  )

  on(
    '2026-06-24',
    addDissent('besluit-sleutel', {
      partnerId: townPartner('Montferland'),
      voice: '',
      text: 'Voorbeeld: inwoners alleen zegt te weinig; kijk ook naar het aantal sociale huurwoningen.',
    }),
  )
  on(
    '2026-06-24',
    settleDecision('besluit-sleutel', {
      status: 'taken',
      on: '2026-06-24',
      mandateId: 'mandaat-samen',
      withoutMandate: '',
      reason: 'Voorbeeld: eerst beginnen, na een jaar samen bekijken.',
      figures: [
        { id: 'cijfer-1', label: 'Mensen zonder huis (telling)', value: '264', referenceDate: '2024-04-01' },
      ],
    }),
  )
  on(
    '2026-10-14',
    addOutcome('besluit-sleutel', 'Voorbeeld: zes van de acht gemeenten noemden hun eerste plekken.'),
  )
  on(
    '2026-10-14',
    addDissent('besluit-verdieping', {
      partnerId: EXPERTS,
      voice: '',
      text: 'Voorbeeld: sluit pas als iedereen die er slaapt zelf heeft gezien waar hij heen kan.',
    }),
  )
  on(
    '2026-10-29',
    settleDecision('besluit-coach', {
      status: 'taken',
      on: '2026-10-29',
      mandateId: 'mandaat-zorg-iris',
      withoutMandate: '',
      reason: 'Voorbeeld: drie kamers stonden leeg.',
      figures: [{ id: 'cijfer-2', label: 'Lege kamers', value: '3', referenceDate: '2026-10-29' }],
    }),
  )
  on(
    '2026-03-12',
    settleDecision('besluit-winter', {
      status: 'rejected',
      on: '2026-03-12',
      mandateId: null,
      withoutMandate: '',
      reason: 'Voorbeeld: er zijn genoeg andere plekken.',
      figures: [],
    }),
  )
  return data
}
