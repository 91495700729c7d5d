import { describe, expect, it } from 'vitest'
import {
  addDissent,
  addOutcome,
  checkMandate,
  lacksMandate,
  mandateGaps,
  mayDecide,
  moveDilemma,
  removeRecord,
  saveRecord,
  settleDecision,
  type Settlement,
  touchedDilemmas,
} from '@/domain/regie'
import { context, decision, done, mandate, refusal, region, TODAY } from './support'

const FIGURE = { id: 'f', label: 'Beschikbaar', value: '70', referenceDate: '2026-10-01' }
const settle = (fields: Partial<Settlement> = {}): Settlement => ({
  status: 'taken',
  on: TODAY,
  mandateId: 'm',
  withoutMandate: '',
  reason: 'De woningen staan leeg.',
  figures: [FIGURE],
  ...fields,
})
const asked = () => {
  const limit = { value: 10, unit: 'places' as const }
  const m = mandate({ id: 'm', subject: 'homes', limit, municipalityIds: ['GM0222'] })
  const d = decision({ id: 'd', subject: 'homes', amount: limit, municipalityIds: ['GM0222'] })
  return done(done(region(), saveRecord('mandates', m)), saveRecord('decisions', d))
}

describe('a decision', () => {
  it('is taken within a mandate, on figures that stay', () => {
    const data = done(asked(), settleDecision('d', settle()))
    const taken = data.decisions.get('d')
    expect(taken).toMatchObject({ status: 'taken', settledOn: TODAY, mandateId: 'm', figures: [FIGURE] })
    if (taken === undefined) throw new Error('not there')
    for (const change of [{ figures: [] }, { text: 'iets anders' }, { amount: null }, { reason: '' }])
      expect(refusal(data, saveRecord('decisions', { ...taken, ...change }))).toBe('settled')
    expect(refusal(data, saveRecord('decisions', { ...taken, status: 'asked' }))).toBe('settle-first')
    expect(refusal(data, settleDecision('d', settle()))).toBe('settled')
    expect(refusal(data, removeRecord('decisions', 'd'))).toBe('stays')
    expect(refusal(data, removeRecord('mandates', 'm'))).toBe('stays')
    expect(done(data, addOutcome('d', 'Acht mensen wonen er.')).decisions.get('d')?.outcomes).toHaveLength(1)
  })

  it('is held against the register', () => {
    const data = asked()
    const m = data.mandates.get('m')
    const d = data.decisions.get('d')
    if (m === undefined || d === undefined) throw new Error('not there')
    const code = (change: Partial<typeof d>, on = TODAY, held = m) => {
      const result = checkMandate(held, { ...d, ...change }, on)
      return result.ok ? 'ok' : result.error.code
    }
    expect(code({})).toBe('ok')
    expect(code({ amount: { value: 11, unit: 'places' } })).toBe('over-limit')
    expect(code({ amount: { value: 1, unit: 'euro' } })).toBe('over-limit')
    expect(code({ amount: null })).toBe('over-limit')
    expect(code({ subject: 'money' })).toBe('mandate-subject')
    expect(code({ municipalityIds: [] })).toBe('mandate-area')
    expect(code({ municipalityIds: ['GM0222', 'GM0197'] })).toBe('mandate-area')
    expect(code({}, '2025-12-31')).toBe('mandate-early')
    expect(code({}, TODAY, { ...m, until: '2026-11-21' })).toBe('mandate-expired')
    expect(mayDecide(data, d, TODAY).map((x) => x.id)).toEqual(['m'])
    expect(lacksMandate(data, d, TODAY)).toBe(false)
    expect(lacksMandate(data, { ...d, subject: 'money' }, TODAY)).toBe(true)
    expect(refusal(data, settleDecision('d', settle({ mandateId: null })))).toBe('mandate-missing')
    expect(refusal(data, settleDecision('d', settle({ on: '2026-12-01' })))).toBe('date-ahead')
    expect(refusal(data, settleDecision('d', settle({ on: '2026-10-01' })))).toBe('date-order')
    const without = done(data, settleDecision('d', settle({ mandateId: null, withoutMandate: 'Spoed.' })))
    expect(lacksMandate(without, without.decisions.get('d') ?? d, TODAY)).toBe(true)
    const gaps = mandateGaps(data, TODAY)
    expect(gaps).toContainEqual({ subject: 'homes', municipalityId: 'GM0197' })
    expect(gaps).not.toContainEqual({ subject: 'homes', municipalityId: 'GM0222' })
  })

  it('keeps dissent, before and after', () => {
    let data = asked()
    const said = { partnerId: 'bewoners', voice: '', text: 'Te veel in een straat.' }
    data = done(data, addDissent('d', said))
    data = done(data, settleDecision('d', settle()))
    data = done(
      data,
      addDissent('d', { partnerId: null, voice: 'de huurdersraad', text: 'Wij zijn niet gevraagd.' }),
    )
    const d = data.decisions.get('d')
    if (d === undefined) throw new Error('not there')
    expect(d.dissent.map((x) => x.voice)).toEqual(['Bewoners Wijnbergen', 'de huurdersraad'])
    for (const dissent of [[], d.dissent.slice(1), d.dissent.map((x) => ({ ...x, text: 'Akkoord.' }))])
      expect(refusal(data, saveRecord('decisions', { ...d, dissent }))).toBe('dissent-kept')
    expect(refusal(data, addDissent('d', { ...said, text: ' ' }))).toBe('text-missing')
    expect(refusal(data, addDissent('d', { ...said, partnerId: null }))).toBe('voice-missing')
  })
})

describe('a dilemma', () => {
  it('moves and is never closed', () => {
    const dilemma = {
      id: 'x',
      name: 'Snel of samen',
      firstPole: 'snel',
      secondPole: 'samen',
      text: '',
      positions: [],
      links: [],
    }
    let data = done(region(), saveRecord('dilemmas', dilemma))
    expect(refusal(data, moveDilemma('x', -40, ' '))).toBe('reason-missing')
    expect(refusal(data, moveDilemma('x', 101, 'te ver'))).toBe('number-invalid')
    data = done(data, moveDilemma('x', -40, 'De winter komt.'))
    data = done(data, moveDilemma('x', 10, 'De buurt vraagt tijd.'), context('2026-12-01'))
    expect(data.dilemmas.get('x')?.positions.map((p) => [p.on, p.at])).toEqual([
      [TODAY, -40],
      ['2026-12-01', 10],
    ])
    expect(refusal(data, removeRecord('dilemmas', 'x'))).toBe('stays')
    expect(refusal(data, saveRecord('dilemmas', { ...dilemma, positions: [] }))).toBe('positions-kept')
    data = done(data, saveRecord('decisions', decision({ id: 'd', dilemmaIds: ['x'] })))
    expect(
      touchedDilemmas(data, '2026-10-01', '2026-12-31').map((t) => [t.dilemma.id, t.decisions.length]),
    ).toEqual([['x', 1]])
    expect(touchedDilemmas(data, '2027-01-01', '2027-03-31')).toEqual([])
  })
})
