import { describe, expect, it } from 'vitest'
import { emptyRegie } from '@/domain/model/programmeData'
import { draftMandate, type Mandate } from '@/domain/regie'
import { gapsBySubject, gapSentence, startOf } from '@/features/decisions/mandate/gaps'
import { expiryWords, ladders, validity } from '@/features/decisions/mandate/register'
import { sampleProgramme } from '../../../tools/sample/programme'

const TODAY = '2026-11-22'
const sample = sampleProgramme()
const mandate = (fields: Partial<Mandate>): Mandate => ({
  ...draftMandate(sample, { newId: () => 'm', today: '2026-01-01' }),
  name: 'Mandaat',
  holderId: 'partner-site',
  ...fields,
})
const dataWith = (...mandates: Mandate[]) => ({
  ...sample,
  ...emptyRegie(),
  mandates: new Map(mandates.map((m) => [m.id, m])),
})

describe('gaps', () => {
  const places = [...sample.municipalities.keys()]

  it('are said in the shortest words', () => {
    const data = dataWith(
      mandate({ id: 'a', subject: 'homes' }),
      mandate({ id: 'b', subject: 'money', municipalityIds: places.filter((id) => id !== 'GM0197') }),
      mandate({ id: 'c', subject: 'location', municipalityIds: ['GM0197'] }),
      mandate({ id: 'd', subject: 'closing', until: '2026-11-21' }),
    )
    const gaps = gapsBySubject(data, TODAY)
    const words = new Map(gaps.map((gap) => [gap.subject, gap.words]))
    expect(words.get('homes')).toBe('overal')
    expect(words.get('money')).toBe('niet in Aalten')
    expect(words.get('location')).toBe('alleen in Aalten')
    expect(words.get('closing')).toBe('nergens')
    expect(gapSentence(gaps)).toBe(
      'over begeleiding, afbouw van opvang, buurt en samenwerking mag nergens iemand beslissen; ' +
        'over geld mag in Aalten niemand beslissen; over locatie mag alleen in Aalten iemand beslissen',
    )
    // A mandate that is made from it fills the gap.
    const gap = gaps.find(({ subject }) => subject === 'money')
    if (gap === undefined) throw new Error('no gap')
    const made = startOf(gap)
    const filled = dataWith(...data.mandates.values(), mandate({ id: 'e', ...made, level: 'board' }))
    expect(gapsBySubject(filled, TODAY).find(({ subject }) => subject === 'money')?.words).toBe('overal')
  })
})

describe('the register', () => {
  it('says in words what ends', () => {
    expect(validity(mandate({ until: null }), TODAY)).toMatchObject({ alert: false })
    expect(validity(mandate({ until: '2026-11-21' }), TODAY).text).toBe('verlopen op 21 november 2026')
    expect(validity(mandate({ until: TODAY }), TODAY).text).toBe('verloopt op 22 november 2026, vandaag')
    expect(validity(mandate({ until: '2026-11-23' }), TODAY).text).toBe(
      'verloopt op 23 november 2026, over 1 dag',
    )
    expect(validity(mandate({ from: '2027-01-01' }), TODAY).text).toBe('geldt pas vanaf 1 januari 2027')
    const data = dataWith(
      mandate({ id: 'a', until: '2026-11-21' }),
      mandate({ id: 'b', until: '2026-12-01' }),
    )
    expect(expiryWords(data, TODAY)).toBe('1 mandaat is verlopen, 1 mandaat verloopt binnen 60 dagen')
  })

  it('draws each ladder from its lowest rung', () => {
    const data = dataWith(
      mandate({ id: 'low', subject: 'money', escalatesToId: 'high' }),
      mandate({ id: 'high', subject: 'money', level: 'board', until: '2026-01-31' }),
      mandate({ id: 'alone', subject: 'homes' }),
    )
    expect(ladders(data, TODAY).map(({ rungs }) => rungs.map((r) => [r.mandate.id, r.holds]))).toEqual([
      [['alone', true]],
      [
        ['low', true],
        ['high', false],
      ],
    ])
  })
})
