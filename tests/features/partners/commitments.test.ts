import { expect, it } from 'vitest'
import { draftCommitment, saveRecord } from '@/domain/regie'
import {
  commitmentRows,
  commitmentTable,
  filterCommitments,
} from '@/features/partners/commitments/commitmentRows'
import { context, done, refusal, region } from '../../domain/regie/support'

const draft = (fields: object) => ({
  ...draftCommitment(region(), context()),
  partnerId: 'partner-site',
  name: 'Kamers',
  ...fields,
})

it('commitments stand by partner and name, in the measure of their kind', () => {
  let data = done(region(), saveRecord('commitments', draft({ kind: 'money', amount: 50_000 })))
  data = done(data, saveRecord('commitments', draft({ name: 'Appartementen', amount: 1, status: 'kept' })))
  data = done(
    data,
    saveRecord(
      'commitments',
      draft({ partnerId: 'bewoners', name: 'Zorg voor nieuwe buren', kind: 'people' }),
    ),
  )
  const rows = commitmentRows(data)
  expect(rows.map((r) => [r.partner, r.commitment.name, r.amount, r.state])).toEqual([
    ['Bewoners Wijnbergen', 'Zorg voor nieuwe buren', '', 'toegezegd'],
    ['Sité', 'Appartementen', '1 plek', 'waargemaakt'],
    ['Sité', 'Kamers', '50.000 euro', 'toegezegd'],
  ])
  const found = (text: string, partnerIds: string[] = [], kept = false): number =>
    filterCommitments(rows, { text, partnerIds, states: kept ? ['kept'] : [] }).length
  expect(found('buren')).toBe(1)
  expect(found('', ['partner-site'])).toBe(2)
  expect(found('', [], true)).toBe(1)
  expect(commitmentTable(rows).rows.map((row) => row[3])).toEqual([null, 1, 50_000])
})

it('a commitment does not end before it begins', () => {
  const wrong = draft({ from: '2027-03-01', until: '2027-02-01' })
  expect(refusal(region(), saveRecord('commitments', wrong))).toBe('date-order')
})
