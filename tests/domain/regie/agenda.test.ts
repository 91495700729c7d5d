import { describe, expect, it } from 'vitest'
import { carryingNow, commitmentTotals, draftCommitment, proposedAgenda, saveRecord } from '@/domain/regie'
import { agreement, context, decision, done, mandate, region, session, table, TODAY } from './support'

describe('the agenda of a table', () => {
  it('comes from decisions, open agreements, dilemmas and gaps', () => {
    let data = done(region(), saveRecord('meetingTables', table({ level: 'tactical' })))
    expect(proposedAgenda(data, context(), 'tafel').map((item) => item.text)).toEqual([
      'Mandaat: niet overal mag iemand beslissen over plekken en woningen, begeleiding, geld, locatie, afbouw van opvang, buurt en samenwerking',
    ])
    for (const subject of ['homes', 'support', 'money', 'location', 'closing', 'neighbourhood'] as const)
      data = done(data, saveRecord('mandates', mandate({ id: subject, subject })))
    data = done(data, saveRecord('sessions', session({ id: 's' })))
    for (const a of [
      agreement({ id: 'later', name: 'Later', due: '2027-01-01' }),
      agreement({ id: 'laat', name: 'Te laat', madeOn: '2026-10-01', due: '2026-11-01' }),
      agreement({ id: 'hier', name: 'Hier gemaakt', ownerId: 'partner-zvh', sessionId: 's' }),
      agreement({ id: 'elders', name: 'Elders', ownerId: 'partner-zvh' }),
      agreement({ id: 'klaar', name: 'Klaar', status: 'done', settledOn: TODAY }),
    ])
      data = done(data, saveRecord('agreements', a))
    data = done(data, saveRecord('decisions', decision({ id: 'd', sessionId: 's' })))
    data = done(
      data,
      saveRecord('dilemmas', {
        id: 'x',
        name: 'Snel of samen',
        firstPole: 'snel',
        secondPole: 'samen',
        text: '',
        positions: [],
        links: [{ table: 'meetingTables', id: 'tafel' }],
      }),
    )
    expect(proposedAgenda(data, context(), 'tafel').map((item) => item.text)).toEqual([
      'Besluit: Tien woningen (niemand mag dit nu beslissen)',
      'Te laat: Sité, 1 november 2026 (over tijd)',
      'Later: Sité, 1 januari 2027',
      'Hier gemaakt: Zorg- en Veiligheidshuis Noord- en Oost-Gelderland',
      'Dilemma: Snel of samen',
      'Mandaat: niet overal mag iemand beslissen over samenwerking',
    ])
  })
})

describe('small counts', () => {
  it('adds up what a partner promised, and knows what a neighbourhood was last seen to carry', () => {
    let data = region()
    const promise = (id: string, amount: number | null, status: 'promised' | 'kept' | 'withdrawn') =>
      saveRecord('commitments', {
        ...draftCommitment(data, context()),
        id,
        name: id,
        partnerId: 'partner-site',
        amount,
        status,
      })
    for (const command of [
      promise('a', 10, 'promised'),
      promise('b', 4, 'kept'),
      promise('c', 9, 'withdrawn'),
      promise('d', null, 'promised'),
    ])
      data = done(data, command)
    expect([...commitmentTotals(data, 'partner-site')]).toEqual([['places', { promised: 14, kept: 4 }]])
    const seen = (on: string, level: 'room' | 'strained') => ({ id: on, on, level, why: '' })
    const buurt = {
      id: 'n',
      name: 'Wijnbergen',
      municipalityId: 'GM0222',
      projectIds: [],
      contactRole: '',
      plan: '',
      agreements: [],
      signals: [],
      carrying: [],
      links: [],
    }
    expect(carryingNow(buurt)).toBeNull()
    const carrying = [seen('2026-05-01', 'strained'), seen('2026-01-01', 'room')]
    expect(carryingNow({ ...buurt, carrying })?.level).toBe('strained')
  })
})
