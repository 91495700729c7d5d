import { describe, expect, it } from 'vitest'
import type { ProgressReport } from '@/domain/model/entities'
import { sinceReport } from '@/features/explain/sinceReport'
import { literalData, milestone, project, step } from '../fixtures/literal'

const report = (id: string, referenceDate: string): ProgressReport => ({
  id,
  name: `Rapport ${id}`,
  referenceDate,
  scope: [],
  coreMessage: '',
  requestedDecision: '',
  rating: { colour: 'green', cause: '', consequence: '', adjustment: '' },
  risks: [],
  outlook: '',
})

const data = {
  ...literalData(
    [
      project('Molenweg', { typeId: 'room', homes: [step('2026-02-01', null, 'available', 4)] }),
      project('Kerkstraat', { typeId: 'room', homes: [step('2026-05-01', null, 'available', 6)] }),
      project('Dorpsplein', {
        typeId: 'room',
        homes: [step('2026-01-01', null, 'available', 5), step('2026-05-15', 'available', 'ended', 2)],
      }),
    ],
    [milestone('A', '2026-01-01', 10), milestone('A', '2026-12-31', 20)],
  ),
  reports: new Map(
    [report('1', '2026-01-15'), report('2', '2026-03-31'), report('3', '2026-09-30')].map((r) => [r.id, r]),
  ),
}

describe('what changed since the last report', () => {
  it('takes the latest report before the date and adds up to the difference', () => {
    const since = sinceReport(data, { figure: 'realised', date: '2026-06-30' })
    expect(since).toEqual({
      reportName: 'Rapport 2',
      date: '2026-03-31',
      value: 9,
      difference: 4,
      changes: [
        { id: 'Kerkstraat', name: 'Kerkstraat', difference: 6 },
        { id: 'Dorpsplein', name: 'Dorpsplein', difference: -2 },
      ],
    })
  })

  it('says nothing without an earlier report, or where the figure has no meaning', () => {
    expect(sinceReport(data, { figure: 'realised', date: '2026-01-15' })).toBeNull()
    expect(sinceReport(data, { figure: 'gap', date: '2026-06-30', typeIds: ['room'] })).toBeNull()
  })
})
