import { describe, expect, it } from 'vitest'
import { comingUp, isKept } from '@/features/overview/together'
import { emptyProgrammeData } from '@/domain/model/programmeData'
import { sampleProgramme } from '../../../tools/sample/programme'

describe('what comes up in the network', () => {
  const data = sampleProgramme()

  it('names the first session, agreement and milestone from that day on', () => {
    expect(comingUp(data, '2026-11-22').map(({ word, name, date }) => `${word}: ${name}, ${date}`)).toEqual([
      'Volgende sessie: Kerngroep, 2026-12-08',
      'Eerste afspraak: Een nummer dat de buurt dag en nacht kan bellen, 2026-12-01',
      'Om naar uit te zien: Eerste sleutels in Doetinchem-Zuid, 2027-01-29',
    ])
  })

  it('leaves out what is past', () => {
    expect(comingUp(data, '2031-01-01')).toEqual([])
  })

  it('stays away from a programme without a network', () => {
    expect(isKept(data)).toBe(true)
    expect(isKept(emptyProgrammeData())).toBe(false)
  })
})
