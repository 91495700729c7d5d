import { beforeAll, describe, expect, it } from 'vitest'
import { capacityTable, transitionBalance } from '@/domain/capacity'
import { formatDate } from '@/domain/labels'
import type { ProgressReport } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { chooseReport } from '@/reports/choose'
import { report, REFERENCE_DATE, smallProgramme } from './programme'
import { flat, makeReport, numbersAfter, onPdf, OPTIONS, pagesOf, sample } from './support'

describe('the board report of the sample', () => {
  let data: ProgrammeData
  let words: ProgressReport
  let bytes: Uint8Array
  let pages: string[]
  beforeAll(async () => {
    data = sample()
    words = chooseReport(data, '2026-09-30')
    bytes = await makeReport(data, words)
    pages = pagesOf(bytes)
  }, 60_000)

  it('says whole what is decided next, on the first page', () => {
    const first = flat(pages[0])
    const { rows } = transitionBalance(data, '2026-09-30', 'municipality')
    const texts = rows.flatMap(({ closing }) => (closing === null ? [] : [closing.text]))
    expect(texts.length).toBeGreaterThan(4)
    expect(first.slice(first.indexOf('Eerstvolgend besluit'))).not.toContain('…')
    for (const text of texts) expect(first).toContain(text.split(' ').at(-1))
  })

  it('has a first page that stands alone', () => {
    const first = flat(pages[0])
    for (const part of [
      'Kernboodschap',
      'Gevraagd besluit',
      'Stand van zaken',
      'De verschuiving in één beeld',
    ])
      expect(first).toContain(part)
    expect(first).toContain(words.coreMessage.slice(0, 40))
    expect(first).toContain(words.requestedDecision.slice(0, 30))
    for (const municipality of data.municipalities.values()) expect(first).toContain(municipality.name)
    for (const risk of words.risks.slice(0, 3)) expect(first).toContain(risk.text.slice(0, 25))
    expect(first).toContain(words.outlook.slice(0, 40))
    expect(first).toContain('VOORBEELD')
    expect(flat(pages[1])).toContain('Ambitie en realisatie')
    expect(flat(pages[1])).not.toContain('Vervolg')
  })

  it('has one page per municipality and a chapter for everything else', () => {
    const starts = (title: string) => pages.filter((page) => page.includes(title)).length
    for (const municipality of data.municipalities.values())
      expect(pages.filter((p) => flat(p).includes(`Per gemeente ${municipality.name} `)).length).toBe(1)
    for (const title of [
      'Ambitie en realisatie',
      'Projecten die bijsturing vragen',
      'Bijlage: wat betekenen',
    ])
      expect(starts(title)).toBe(1)
  })

  it('says on every page what it is about and where you are', () => {
    pages.forEach((page, index) => {
      const text = flat(page)
      expect(text).toContain('peildatum 30 september 2026')
      expect(text).toContain(`gegevensversie ${OPTIONS.dataVersion}`)
      expect(text).toContain(`pagina ${String(index + 1)} van ${String(pages.length)}`)
    })
  })

  it('prints the totals of the domain, and the same ones in every chapter', () => {
    const { total } = transitionBalance(data, '2026-09-30', 'municipality')
    const expected = [
      total.shelterOpen,
      total.realised,
      total.committed,
      total.planned,
      total.ambition,
      total.gap,
    ]
    expect(numbersAfter(pages[0], 'Totaal')).toEqual(expected)
    expect(numbersAfter(pages[1], '3e kwartaal 2026')).toEqual(expected)
    const arrangements = capacityTable(data, '2026-09-30', { families: new Set(['housing', 'intermediate']) })
    const { idea, explored, committed, preparing, available } = arrangements.counts
    const capacity = pages.find((page) => page.includes('Totaal arrangementen')) ?? ''
    const totals = capacity.slice(capacity.indexOf('Totaal arrangementen'))
    expect(numbersAfter(totals, 'Achterhoek')).toEqual([
      idea,
      explored,
      committed,
      preparing,
      available,
      arrangements.total,
    ])
    expect(available).toBe(total.realised)
    expect(committed + preparing).toBe(total.committed)
  })

  it('is a sound file with embedded fonts, bookmarks, language and metadata', () => {
    expect(onPdf(bytes, 'qpdf', (file) => ['--check', file])).toContain('No syntax or stream encoding errors')
    const fonts = onPdf(bytes, 'pdffonts', (file) => [file])
      .split('\n')
      .slice(2)
      .filter((line) => line !== '')
    expect(fonts.length).toBeGreaterThan(1)
    for (const line of fonts) {
      expect(line).toContain('SourceSans3')
      expect(line).toMatch(/\syes yes yes\s/)
    }
    const structure = onPdf(bytes, 'qpdf', (file) => ['--json', '--json-stream-data=none', file])
    expect(structure).toContain('"/Lang": "u:nl-NL"')
    for (const title of [
      'Op één bladzijde',
      'Capaciteit',
      'Winterswijk',
      'Bijlage: wat betekenen de cijfers?',
    ])
      expect(structure).toContain(`"/Title": "u:${title}"`)
    const info = onPdf(bytes, 'pdfinfo', (file) => [file])
    expect(info).toContain('Title:           Voortgangsrapportage')
    expect(info).toContain('Creator:         Palet')
    expect(info).toMatch(/Page size: .*A4/)
  })

  it('draws with vectors only', () => {
    expect(
      onPdf(bytes, 'pdfimages', (file) => ['-list', file])
        .split('\n')
        .slice(2)
        .join('')
        .trim(),
    ).toBe('')
  })
})

describe('a board report on paper sums', () => {
  const data = smallProgramme()

  it('gives the same bytes for the same input', async () => {
    const first = await makeReport(data, report)
    const again = await makeReport(smallProgramme(), { ...report })
    expect(Buffer.compare(first, again)).toBe(0)
  })

  it('prints the figures that can be added up by hand', async () => {
    const pages = pagesOf(await makeReport(data, report))
    // 12 homes, support for 8 of them: 8 realised and 4 in preparation; the 25 of Dorpsrand are still an idea.
    expect(numbersAfter(pages[0], 'Aldervoort')).toEqual([30, 8, 4, 0, 5, -7])
    expect(numbersAfter(pages[0], 'Beekdrecht').slice(0, 6)).toEqual([0, 0, 0, 25, 7, 7])
    expect(numbersAfter(pages[0], 'Totaal')).toEqual([30, 8, 4, 25, 22, 10])
    expect(flat(pages[0])).toContain('15-06-2027 Raad besluit over de kavel')
  })

  it('prints three risks on the first page, in the order given', async () => {
    const first = flat(pagesOf(await makeReport(data, report))[0])
    expect(first.indexOf('Te weinig begeleiders')).toBeLessThan(first.indexOf('Zorgen in de buurt'))
    expect(first).not.toContain('Vierde risico')
  })

  it('gives cause, consequence and adjustment of orange and red, red first', async () => {
    const pages = pagesOf(await makeReport(data, report))
    const chapter = flat(pages.find((page) => page.includes('Projecten die bijsturing vragen')))
    for (const word of [
      'Oorzaak geen kavel',
      'Gevolg geen kavel',
      'Bijsturing geen kavel',
      'te weinig begeleiders',
    ])
      expect(chapter).toContain(word)
    expect(chapter.indexOf('Dorpsrand')).toBeLessThan(chapter.indexOf('Molenhof'))
    expect(chapter).toContain('Groen: 1 project ')
  })

  it('keeps to the chosen municipalities', async () => {
    const pages = pagesOf(await makeReport(data, { ...report, scope: ['B'] }))
    const { total } = transitionBalance(data, REFERENCE_DATE, 'municipality', {
      municipalityIds: new Set(['B']),
    })
    expect(numbersAfter(pages[0], 'Totaal')).toEqual([0, 0, 0, 25, total.ambition, total.gap])
    expect(pages.some((page) => page.includes('Molenhof'))).toBe(false)
    expect(flat(pages[0])).toContain(`Beekdrecht Peildatum ${formatDate(REFERENCE_DATE)}`)
  })

  it('tells how far it is', async () => {
    const seen: number[] = []
    await makeReport(data, report, ({ percent }) => seen.push(percent))
    expect(seen[0]).toBeLessThan(5)
    expect(seen.at(-1)).toBe(100)
    expect([...seen].sort((a, b) => a - b)).toEqual(seen)
  })
})
