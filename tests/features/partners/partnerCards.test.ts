import { describe, expect, it } from 'vitest'
import { draftCommitment, saveRecord, settleAgreement } from '@/domain/regie'
import {
  filterCards,
  goalSentence,
  type PartnerCard,
  partnerCards,
  promisedLines,
  waitingLines,
} from '@/features/partners/partners/partnerCards'
import { endorsedText } from '@/features/partners/words'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { agreement, context, done, mandate, region, TODAY } from '../../domain/regie/support'

const cardOf = (data: ProgrammeData, id: string): PartnerCard => {
  const card = partnerCards(data, TODAY).find((c) => c.partner.id === id)
  if (card === undefined) throw new Error(`no card of ${id}`)
  return card
}
const commit = (data: ProgrammeData, fields: object): ProgrammeData =>
  done(
    data,
    saveRecord('commitments', {
      ...draftCommitment(data, context()),
      partnerId: 'bewoners',
      name: 'Koffie in de buurtkamer',
      ...fields,
    }),
  )

describe('cards of partners', () => {
  it('stand by name, residents among the others', () => {
    const names = partnerCards(region(), TODAY).map((c) => c.partner.name)
    expect(names).toEqual([...names].sort(new Intl.Collator('nl', { sensitivity: 'base' }).compare))
    expect(names).toContain('Bewoners Wijnbergen')
  })

  it('add up what was promised by kind, say what is kept, and count what has no number', () => {
    let data = commit(region(), { amount: 12 })
    data = commit(data, { amount: 4, status: 'kept' })
    data = commit(data, { amount: 9, status: 'withdrawn' })
    data = commit(data, { kind: 'hours', amount: 7.5, status: 'kept' })
    expect(promisedLines(data, 'bewoners')).toEqual([
      '16 plekken, waarvan 4 plekken waargemaakt',
      '7,5 uur begeleiding per week, waargemaakt',
    ])
    data = commit(commit(data, { kind: 'other', amount: 3 }), { kind: 'money' })
    expect(promisedLines(data, 'bewoners').at(-1)).toBe('en nog 2 toezeggingen')
    expect(promisedLines(commit(region(), { kind: 'people' }), 'bewoners')).toEqual(['1 toezegging'])
    expect(promisedLines(data, 'partner-site')).toEqual([])
  })

  it('say who waits for whom, as long as it is open', () => {
    const first = agreement({ name: 'Huis kiezen' })
    const second = agreement({ name: 'Buurt vragen', ownerId: 'bewoners', dependsOn: [first.id] })
    const own = agreement({ name: 'Sleutel maken', dependsOn: [first.id] })
    let data = region()
    for (const each of [first, second, own]) data = done(data, saveRecord('agreements', each))
    expect(waitingLines(data, cardOf(data, 'bewoners'))).toEqual(['wacht op Sité'])
    expect(waitingLines(data, cardOf(data, 'partner-site'))).toEqual([
      'Bewoners Wijnbergen wacht op deze partner',
    ])
    // Its own agreement that waits for its own is no dependence on anybody.
    expect(cardOf(data, 'partner-site').waitsOn).toEqual([])
    data = done(data, settleAgreement(first.id, 'done', ''))
    expect(waitingLines(data, cardOf(data, 'bewoners'))).toEqual([])
  })

  it('show mandates that hold today', () => {
    let data = done(region(), saveRecord('mandates', mandate({ name: 'Geldt' })))
    data = done(data, saveRecord('mandates', mandate({ name: 'Gold', until: '2026-11-21' })))
    expect(cardOf(data, 'partner-site').mandates.map((m) => m.name)).toEqual(['Geldt'])
  })

  it('are found by kind and by words anywhere on them, without accents', () => {
    const cards = partnerCards(region(), TODAY)
    const named = (text: string, kinds: PartnerCard['partner']['kind'][] = []): string[] =>
      filterCards(cards, { text, kinds }).map((c) => c.partner.name)
    expect(named('SITE wonen')).toEqual(['Sité'])
    expect(named('voorzitter')).toEqual(['Bewoners Wijnbergen'])
    expect(named('', ['residents'])).toContain('Bewoners Wijnbergen')
    expect(named('bewoners', ['housingAssociation'])).toEqual([])
    expect(named('')).toHaveLength(cards.length)
  })
})

describe('the shared goal', () => {
  const [one, two] = [...region().partners.values()]
  if (one === undefined || two === undefined) throw new Error('no partners')
  const yes = { ...one, goalEndorsed: { on: '2026-04-14', byRole: 'bestuurder' } }
  const no = { ...two, goalEndorsed: null }

  it('is endorsed on a day and in a role, or not asked yet', () => {
    expect(endorsedText(yes)).toBe('onderschreven op 14 april 2026 door bestuurder')
    expect(endorsedText(no)).toBe('nog niet gevraagd')
  })

  it('is counted in plain words', () => {
    expect(goalSentence([no, no])).toMatch(/^Nog geen enkele partner/)
    expect(goalSentence([yes, no])).toBe(
      '1 van de 2 partners onderschrijft dit. Aan de ander is het nog niet gevraagd.',
    )
    expect(goalSentence([yes, no, no])).toMatch(/Aan de anderen is het nog niet gevraagd\.$/)
    expect(goalSentence([yes, yes])).toBe('Alle partners onderschrijven dit.')
  })
})
