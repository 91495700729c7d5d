import { beforeAll, describe, expect, it } from 'vitest'
import { applyPatches } from '@/domain/history/patch'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { askedAssociations, rowsFor, startRound, takeInAnswer, wholeScope } from '@/domain/review'
import { boardModel } from '@/reports/board/model'
import { chooseReport } from '@/reports/choose'
import { agreeing, answerFile, reviewContext, withoutRounds } from '../domain/review/support'
import { flat, makeReport, numbersAfter, OPTIONS, pagesOf, sample } from './support'

const ON = '2026-09-30'

/** The sample with a round, answered by the associations of these names with "klopt" everywhere. */
function answered(names: readonly string[]): ProgrammeData {
  const ctx = reviewContext('2026-11-02')
  const run = (data: ProgrammeData, command: ReturnType<typeof startRound>): ProgrammeData => {
    const result = command(data, ctx)
    if (!result.ok) throw new Error(result.error.message)
    return applyPatches(data, result.value.patches)
  }
  let data = run(
    withoutRounds(sample()),
    startRound({ referenceDate: ON, dueDate: '2026-12-01', question: '', scope: wholeScope }),
  )
  const [round] = data.reviewRounds.values()
  if (round === undefined) throw new Error('no round')
  for (const { id, name } of askedAssociations(round)) {
    if (!names.includes(name)) continue
    expect(rowsFor(round, id).length).toBeGreaterThan(0)
    const file = answerFile(round, id, agreeing(round, id))
    data = run(data, takeInAnswer(file, [], { owner: 'regisseur', due: '2026-12-15' }))
  }
  return data
}

describe('a report after a review round', () => {
  let pages: string[]
  beforeAll(async () => {
    const data = answered(['Wonion', 'Plavei'])
    pages = pagesOf(await makeReport(data, chooseReport(data, ON)))
  }, 60_000)

  it('says on its first page which share is confirmed and by whom, and stays one page', () => {
    const first = flat(pages[0])
    expect(first).toMatch(
      /\d+ van de \d+ plekken bij corporaties zijn bevestigd \(Plavei en Wonion, het laatst op 2 november 2026\)\. Niet bevestigd: De Woonplaats, ProWonen en Sité\./,
    )
    expect(flat(pages[1])).toContain('Ambitie en realisatie')
    expect(flat(pages[1])).not.toContain('Vervolg')
  })

  it('says per association what is confirmed and what is not, by whom and when', () => {
    const chapter = pages.find((page) => page.includes('Wat de corporaties hebben bevestigd'))
    const wonion = numbersAfter(chapter, 'Wonion ✓')
    expect(wonion[0]).toBeGreaterThan(0)
    expect(wonion.slice(0, 3)).toEqual([wonion[0], wonion[0], 0])
    expect(flat(chapter)).toContain('Wonion op 2 november 2026 (ronde 1)')
    const [places, confirmed, rest] = numbersAfter(chapter, 'ProWonen')
    expect([confirmed, rest]).toEqual([0, places])
    expect(flat(chapter)).toContain('✓ alle plekken van de regel zijn bevestigd door de corporatie')
    expect(flat(pages.join(' '))).toContain('Plavei ✓')
    expect(flat(pages.join(' '))).not.toContain('ProWonen ✓')
  })
})

describe('a report without a review round, or without an answer', () => {
  it('says nothing about it, or that nothing is confirmed', async () => {
    const unasked = withoutRounds(sample())
    expect(boardModel(unasked, chooseReport(unasked, ON), OPTIONS).confirmed).toBeNull()
    const data = answered([])
    const nothing = pagesOf(await makeReport(data, chooseReport(data, ON)))
    expect(flat(nothing[0])).toContain('Nog geen enkele plek is bevestigd door de corporaties.')
    expect(flat(nothing[1])).not.toContain('Vervolg')
  }, 60_000)
})
