import { describe, expect, it } from 'vitest'
import { removePartner, removeProject } from '@/domain/commands'
import {
  changeOwner,
  escalate,
  helpAlong,
  helpTexts,
  linksOf,
  overdueAgreements,
  removeRecord,
  reopenAgreement,
  saveRecord,
  settleAgreement,
} from '@/domain/regie'
import { agreement, context, done, mandate, refusal, region } from './support'

const start = () => done(region(), saveRecord('agreements', agreement({ id: 'a', due: '2026-11-25' })))

describe('agreements', () => {
  it('keep their owner: another one needs consent and a reason', () => {
    const data = start()
    const saved = data.agreements.get('a')
    if (saved === undefined) throw new Error('not there')
    expect(refusal(data, saveRecord('agreements', { ...saved, ownerId: 'partner-wonion' }))).toBe(
      'owner-consent',
    )
    const to = {
      toId: 'partner-wonion',
      consentBy: 'manager wonen',
      reason: 'De sleutels liggen bij Wonion.',
    }
    expect(refusal(data, changeOwner('a', { ...to, consentBy: ' ' }))).toBe('consent-missing')
    expect(refusal(data, changeOwner('a', { ...to, reason: '' }))).toBe('reason-missing')
    expect(refusal(data, changeOwner('a', { ...to, toId: 'partner-site' }))).toBe('owner-same')
    const next = done(data, changeOwner('a', to))
    expect(next.agreements.get('a')).toMatchObject({
      ownerId: 'partner-wonion',
      ownerChanges: [
        { fromId: 'partner-site', toId: 'partner-wonion', consentBy: 'manager wonen', on: '2026-11-22' },
      ],
    })
    const changed = next.agreements.get('a')
    if (changed === undefined) throw new Error('not there')
    expect(refusal(next, saveRecord('agreements', { ...changed, ownerChanges: [] }))).toBe('owner-history')
    expect(refusal(next, removeRecord('agreements', 'a'))).toBe('stays')
    expect(refusal(next, removePartner('partner-site'))).toBe('in-use')
  })

  it('go past their date; then there is a choice with a text, and the owner stays', () => {
    const data = start()
    expect(overdueAgreements(data, '2026-11-25')).toEqual([])
    const [late] = overdueAgreements(data, '2026-11-26')
    if (late === undefined) throw new Error('not overdue')
    const texts = helpTexts(data, late)
    expect(texts.map((t) => t.kind)).toEqual(['address', 'support'])
    for (const { text } of texts) {
      expect(text).toContain('Sité')
      expect(text).toContain('Sleutels regelen, met als datum 25 november 2026')
      expect(text).toContain('De afspraak blijft van u')
    }
    const next = done(data, helpAlong('a', 'address', texts[0]?.text ?? ''))
    expect(next.agreements.get('a')).toMatchObject({ ownerId: 'partner-site', steps: [{ kind: 'address' }] })
    expect(refusal(next, helpAlong('a', 'support', ''))).toBe('text-missing')
  })

  it('wait for each other, never in a round', () => {
    let data = start()
    data = done(data, saveRecord('agreements', agreement({ id: 'b', name: 'Woning leeg', dependsOn: ['a'] })))
    const first = data.agreements.get('a')
    if (first === undefined) throw new Error('not there')
    expect(refusal(data, saveRecord('agreements', { ...first, dependsOn: ['b'] }))).toBe('goes-round')
    expect(refusal(data, settleAgreement('b', 'done', ''))).toBe('waits')
    expect(refusal(data, settleAgreement('b', 'dropped', ''))).toBe('reason-missing')
    data = done(data, settleAgreement('a', 'done', 'Sleutels zijn er.'))
    data = done(data, settleAgreement('b', 'done', ''))
    expect(refusal(data, settleAgreement('b', 'done', ''))).toBe('settled')
    data = done(data, reopenAgreement('b'))
    expect(data.agreements.get('b')).toMatchObject({ status: 'open', settledOn: null })
  })

  it('are escalated along the ladder of the register, rung by rung', () => {
    let data = start()
    expect(refusal(data, escalate('a', 'Het lukt niet.'))).toBe('ladder-none')
    for (const m of [
      mandate({ id: 'm3', name: 'Wethouder', level: 'board', holderId: 'partner-zvh' }),
      mandate({
        id: 'm2',
        name: 'Oud stuurgroep',
        level: 'tactical',
        until: '2026-06-30',
        escalatesToId: 'm3',
        holderId: 'partner-zvh',
      }),
      mandate({ id: 'm1', name: 'Manager wonen', escalatesToId: 'm2' }),
    ])
      data = done(data, saveRecord('mandates', m))
    expect(refusal(data, escalate('a', ''))).toBe('reason-missing')
    data = done(data, escalate('a', 'Het lukt niet.'))
    // The rung between has ended: it is passed over.
    expect(data.agreements.get('a')?.steps).toMatchObject([{ kind: 'escalate', mandateId: 'm3' }])
    expect(refusal(data, escalate('a', 'Nog hoger.'))).toBe('ladder-end')
    expect(refusal(data, removeRecord('mandates', 'm3'))).toBe('in-use')
  })

  it('are linked both ways, and let go of a project that goes', () => {
    const project = [...region().projects.keys()][0] ?? ''
    let data = region()
    const links = [{ table: 'projects' as const, id: project }]
    data = done(data, saveRecord('agreements', agreement({ id: 'a', links, coOwnerIds: ['bewoners'] })))
    expect(linksOf(data, 'projects', project)).toContainEqual({ table: 'agreements', id: 'a' })
    expect(linksOf(data, 'agreements', 'a')).toEqual([
      { table: 'partners', id: 'partner-site' },
      { table: 'partners', id: 'bewoners' },
      { table: 'projects', id: project },
    ])
    data = done(data, removeProject(project))
    expect(data.agreements.get('a')?.links).toEqual([])
    data = done(data, removePartner('bewoners'))
    expect(data.agreements.get('a')?.coOwnerIds).toEqual([])
    expect(refusal(data, saveRecord('agreements', agreement({ links })))).toBe('link-unknown')
  })

  it('are refused with what is wrong', () => {
    const ctx = context()
    for (const [bad, code] of [
      [agreement({ name: ' ' }), 'name-missing'],
      [agreement({ ownerId: '' }), 'link-unknown'],
      [agreement({ coOwnerIds: ['partner-site'] }), 'owner-twice'],
      [agreement({ due: '2026-13-01' }), 'date-invalid'],
      [agreement({ due: '2026-11-01' }), 'date-order'],
      [agreement({ status: 'done' }), 'date-invalid'],
    ] as const)
      expect(refusal(region(), saveRecord('agreements', bad), ctx)).toBe(code)
  })
})
