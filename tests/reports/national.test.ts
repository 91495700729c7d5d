import { describe, expect, it } from 'vitest'
import { transitionBalance } from '@/domain/capacity'
import { nationalProgramme } from '../fixtures/nationalProgramme'
import { report } from './programme'
import { flat, makeReport, numbersAfter, onPdf, pagesOf } from './support'

describe('a programme of the whole country', () => {
  it('gives a report that can be read, and that adds up', async () => {
    const data = nationalProgramme({ regions: 45, projectsPerRegion: 300, seed: 7 })
    const bytes = await makeReport(data, { ...report, referenceDate: '2027-12-31' })
    const pages = pagesOf(bytes)
    const { total } = transitionBalance(data, '2027-12-31', 'municipality')
    expect(numbersAfter(pages[0], 'Totaal').slice(0, 4)).toEqual([
      total.shelterOpen,
      total.realised,
      total.committed,
      total.planned,
    ])
    expect(flat(pages[0])).toMatch(/regio's waar de meeste plekken ontbreken|staan per regio bij elkaar/)
    expect(flat(pages[1])).toContain('Ambitie en realisatie')
    // Nobody reads hundreds of pages: chapters that would grow with the country are summed and say so.
    expect(pages.length).toBeLessThan(60)
    expect(flat(pages.join(' '))).toContain('Kies bij het maken van het rapport minder gemeenten')
    expect(onPdf(bytes, 'qpdf', (file) => ['--check', file])).toContain('No syntax or stream encoding errors')
  }, 120_000)
})
