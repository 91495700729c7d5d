import { describe, expect, it } from 'vitest'
import type { ProgressReport } from '@/domain/model/entities'
import { emptyProgramme, emptyReport, report, smallProgramme } from './programme'
import { flat, makeReport, onPdf, pagesOf } from './support'

const sentence = 'Dit is een zin die ergens over gaat en die een lezer rustig kan volgen. '
const long = (times: number, end: string): string => `${sentence.repeat(times)}${end}`

const withTexts = (times: number): ProgressReport => ({
  ...report,
  coreMessage: long(times, 'EindeKern.'),
  requestedDecision: long(times, 'EindeBesluit.'),
  outlook: long(times, 'EindeBlik.'),
  rating: {
    colour: 'red',
    cause: long(times, 'EindeOorzaak.'),
    consequence: long(times, 'EindeGevolg.'),
    adjustment: long(times, 'EindeBijsturing.'),
  },
  risks: report.risks.map((risk) => ({ ...risk, text: long(times, `Einde${risk.id}.`) })),
})

/** Words broken at a line end come back whole. */
const wordsOf = (pages: readonly string[]): string => pages.join(' ').replace(/\s+/g, '')

describe('texts of every length', () => {
  it('stay on one page while they can', async () => {
    const pages = pagesOf(await makeReport(smallProgramme(), withTexts(2)))
    expect(flat(pages[0])).toContain('EindeBlik.')
    expect(flat(pages[1])).toContain('Ambitie en realisatie')
  })

  it('move risks and outlook to a page of their own when they must', async () => {
    const pages = pagesOf(await makeReport(smallProgramme(), withTexts(5)))
    expect(flat(pages[0])).toContain('EindeKern.')
    expect(flat(pages[0])).toContain('Overgangsbalans')
    expect(flat(pages[1])).toContain('Vervolg van de eerste bladzijde')
    expect(flat(pages[1])).toContain('EindeBlik.')
    expect(flat(pages[2])).toContain('Ambitie en realisatie')
  })

  it('lose nothing, however long', async () => {
    const bytes = await makeReport(smallProgramme(), withTexts(50))
    const all = wordsOf(pagesOf(bytes))
    for (const end of [
      'EindeKern.',
      'EindeBesluit.',
      'EindeOorzaak.',
      'EindeBijsturing.',
      'Eindex1.',
      'EindeBlik.',
    ])
      expect(all).toContain(end)
    expect(onPdf(bytes, 'qpdf', (file) => ['--check', file])).toContain('No syntax or stream encoding errors')
  })
})

describe('with nothing to tell yet', () => {
  it('says what is missing instead of leaving holes', async () => {
    const pages = pagesOf(await makeReport(smallProgramme(), emptyReport))
    const first = flat(pages[0])
    expect(first).toContain('Nog geen kernboodschap geschreven')
    expect(first).toContain('Nog geen gevraagd besluit geschreven')
    expect(first).toContain('Nog geen risico’s beschreven')
    expect(first).toContain('Nog geen vooruitblik geschreven')
  })

  it('makes a decent report of an empty programme', async () => {
    const bytes = await makeReport(emptyProgramme(), emptyReport)
    const all = flat(pagesOf(bytes).join(' '))
    expect(all).toContain('Er zijn nog geen gemeenten vastgelegd')
    expect(all).toContain('Er is nog geen ambitie vastgelegd')
    expect(all).toContain('Er zijn nog geen projecten')
    expect(onPdf(bytes, 'qpdf', (file) => ['--check', file])).toContain('No syntax or stream encoding errors')
  })

  it('copes with odd characters and very long words', async () => {
    const odd = {
      ...report,
      coreMessage: `Ĳssel <b> & "aanhaling" ${'lang'.repeat(80)} 😀`,
      outlook: '​\t\n',
    }
    const pages = pagesOf(await makeReport(smallProgramme(), odd))
    expect(flat(pages[0])).toContain('<b> & "aanhaling"')
  })
})
