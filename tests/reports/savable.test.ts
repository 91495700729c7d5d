import { describe, expect, it } from 'vitest'
import { sameReport, savableReport } from '@/features/report/savable'
import { reportFileName } from '@/reports/fileName'
import { chooseReport } from '@/reports/choose'
import { emptyProgramme, report, smallProgramme } from './programme'

const data = smallProgramme()
const blank = { id: 'nieuw', text: ' ', measure: '', owner: '' }

describe('what of a half-written report is saved', () => {
  it('everything when all of it is right', () => {
    const draft = { ...report, coreMessage: 'Nieuw' }
    expect(savableReport(data, draft, report)).toEqual(draft)
  })

  it('the words, while the stoplicht still lacks its reasons', () => {
    const draft = {
      ...report,
      coreMessage: 'Nieuw',
      rating: { colour: 'red' as const, cause: '', consequence: '', adjustment: '' },
    }
    expect(savableReport(data, draft, report)).toEqual({ ...report, coreMessage: 'Nieuw' })
  })

  it('not a risk without a word, nor a date that is none', () => {
    const draft = { ...report, risks: [...report.risks, blank], referenceDate: '31-02', outlook: 'Verder' }
    expect(savableReport(data, draft, report)).toEqual({ ...report, outlook: 'Verder' })
  })

  it('nothing of a new report that is wrong', () => {
    expect(savableReport(data, { ...report, id: 'nieuw', name: '' }, undefined)).toBeNull()
    expect(sameReport(report, { ...report })).toBe(true)
  })
})

describe('which words belong to a date', () => {
  it('those of that date, else the nearest earlier, else none', () => {
    expect(chooseReport(data, report.referenceDate)).toEqual(report)
    expect(chooseReport(data, '2028-01-01')).toEqual({ ...report, referenceDate: '2028-01-01' })
    expect(chooseReport(data, '2027-01-01')).toMatchObject({ coreMessage: '', referenceDate: '2027-01-01' })
    expect(chooseReport(emptyProgramme(), '2027-01-01').risks).toEqual([])
  })

  it('and give a file name that every system takes', () => {
    expect(reportFileName(data, report)).toBe('2027-03-31 Voortgangsrapportage Proefstreek.pdf')
    const odd = new Map([...data.programme].map(([id, one]) => [id, { ...one, region: 'A/B: "C"' }]))
    expect(reportFileName({ ...data, programme: odd }, report)).toBe(
      '2027-03-31 Voortgangsrapportage A B C.pdf',
    )
  })
})
