import { describe, expect, it } from 'vitest'
import { allFigures } from '@/domain/indicators'
import { emptyProgrammeData } from '@/domain/model/programmeData'
import { calendarDays } from '@/exchange'
import { chooseReport } from '@/reports/choose'
import { reportKinds } from '@/reports/registry'
import { sessionSheet } from '@/reports/session'
import { OPTIONS, sample } from './support'

/** Trajectories are people. Nothing that leaves Palet as a report, a figure or a calendar may know of them. */
describe('what leaves Palet', () => {
  const data = sample()
  const without = { ...data, trajectories: emptyProgrammeData().trajectories }
  const words = chooseReport(data, '2026-09-30')

  it('is about a sample that has trajectories', () => {
    expect(data.trajectories.size).toBeGreaterThan(5)
  })

  it.each(Object.entries(reportKinds))('report %s is the same without any trajectory', (_name, kind) => {
    const made = [data, without].map((of) => {
      const report = kind.prepare(of, words, OPTIONS)
      // Names inside pictures are numbered on from one report to the next.
      return JSON.stringify(report.document(report.expected)).replaceAll(/zr\d+-\w+(-\d+)?/g, '')
    })
    expect(made[0] === made[1]).toBe(true)
    expect(/T-\d{4}/.test(made[0] ?? '')).toBe(false)
  })

  it('minutes on paper, figures and calendar are too', () => {
    expect(data.sessions.size).toBeGreaterThan(0)
    for (const id of data.sessions.keys())
      expect(sessionSheet(data, id, OPTIONS)).toEqual(sessionSheet(without, id, OPTIONS))
    expect(allFigures(data, '2026-11-02')).toEqual(allFigures(without, '2026-11-02'))
    expect(calendarDays(data)).toEqual(calendarDays(without))
  })
})
