import { describe, expect, it } from 'vitest'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { decideCells, type ReviewRound, rowsFor, takeInAnswer } from '@/domain/review'
import { removeProject, saveProject } from '@/domain/commands'
import { capacityStatement, reviewTable } from '@/reports/review'
import { after } from '../domain/commands/support'
import { applied, ASK, plan, rowIdOf, SITE } from '../domain/review/plan'
import { agreeing, answerFile, fileRow, given, started } from '../domain/review/support'
import { flat, makeReviewSheet, onPdf, pagesOf, sample } from './support'

const generatedOn = '2026-11-20'
const { data: asked, round } = started(plan)

/** Sité confirms one project and corrects the other: one figure taken over, one rejected. */
function answered(): ProgrammeData {
  const file = answerFile(round, SITE, [
    ...agreeing(round, SITE).filter((row) => row.rowId === rowIdOf(round, 'p-hf')),
    fileRow(
      rowIdOf(round, 'p-kamers'),
      [given('preparing', 6), given('committed', 3), given('explored', 0), given('available', 0)],
      { verdict: 'changed', remark: 'Wie betaalt de verbouwing?' },
    ),
  ])
  const { data } = applied(asked, takeInAnswer(file, [], ASK))
  const answer = [...data.reviewAnswers.values()].find((a) => a.associationId === SITE)
  const decide = (field: 'preparing' | 'committed', verdict: 'accepted' | 'rejected') => ({
    rowId: rowIdOf(round, 'p-kamers'),
    field,
    verdict,
    reason: 'Besproken op 19 november.',
  })
  return applied(
    data,
    decideCells(answer?.id ?? '', [decide('preparing', 'accepted'), decide('committed', 'rejected')], ASK),
  ).data
}

const statement = (data: ProgrammeData, associationId = SITE, of: ReviewRound = round) =>
  capacityStatement(data, of, associationId, { generatedOn })

describe('the table for a meeting', () => {
  it('has the rows of one association, as asked, with their sums', () => {
    const table = reviewTable(asked, round, SITE, { paper: 'a4', generatedOn })
    expect(table.rows.map((row) => row.project)).toEqual(rowsFor(round, SITE).map((row) => row.projectName))
    expect(table.rows.find((row) => row.project === 'Housing First Wijnbergen')?.cells).toMatchObject({
      available: '6',
      homesOn: '01-03-2027',
      contract: 'eigen huurcontract',
    })
    expect(table.totals).toEqual({ available: 6, preparing: 8, committed: 0, explored: 0, idea: 0 })
    expect(JSON.stringify(table)).not.toContain('Omklapwoningen Ulft')
  })

  it('is laid out on A4 and A3 with every row on paper and the number of each page', async () => {
    const data = sample()
    const { round: large, data: withRound } = started(data, '2026-12-31')
    const associationId = large.rows[0]?.associationId ?? ''
    for (const paper of ['a4', 'a3'] as const) {
      const bytes = await makeReviewSheet(
        reviewTable(withRound, large, associationId, { paper, generatedOn }),
      )
      const pages = pagesOf(bytes)
      const text = pages.join('\n')
      for (const row of rowsFor(large, associationId)) expect(text).toContain(row.id)
      pages.forEach((page, i) => {
        expect(page).toContain(`pagina ${String(i + 1)} van ${String(pages.length)}`)
      })
      expect(flat(text)).toContain('Kloppen de aantallen op de peildatum?')
      expect(onPdf(bytes, 'pdfinfo', (file) => [file])).toMatch(
        paper === 'a4' ? /841\.89 x 595\.28/ : /1190\.55 x 841\.89/,
      )
    }
  })
})

describe('the capacity statement', () => {
  it('confirms nothing before there is an answer', () => {
    expect(statement(asked)).toMatchObject({
      confirmedCells: 0,
      answer: null,
      openFigures: [],
      questions: [],
    })
  })

  it('tells figure by figure what the association stands for', () => {
    const made = statement(answered())
    const row = (project: string) => made.rows.find((r) => r.project === project)?.cells
    expect(row('Housing First Wijnbergen')?.available).toEqual({ text: '6', confirmed: true })
    expect(row('Kamers Stationskwartier')).toMatchObject({
      preparing: { text: '6', confirmed: true },
      committed: { confirmed: false },
      explored: { text: '0', confirmed: true },
    })
    expect(made.totals.preparing).toEqual({ all: 6, confirmed: 6 })
    expect(made.openFigures).toEqual([
      {
        project: 'Kamers Stationskwartier',
        field: 'committed',
        text: 'opgave 3 is niet overgenomen; in het plan staat 0',
      },
    ])
    expect(made.questions).toMatchObject([
      { text: 'Wie betaalt de verbouwing?', owner: ASK.owner, due: ASK.due },
    ])
    expect(made.answer).toEqual({
      sender: 'manager wonen',
      receivedOn: '2026-11-20',
      fileName: 'antwoord.xlsx',
    })
  })

  it('no longer confirms a figure that changed in the plan, and leaves out a project that is gone', () => {
    const data = answered()
    const project = data.projects.get('p-hf')
    if (project === undefined) throw new Error('no project')
    const changed = statement(after(data, saveProject({ ...project, homes: [], support: [] })))
    expect(changed.rows.find((r) => r.project === 'Housing First Wijnbergen')?.cells.available).toEqual({
      text: '0',
      confirmed: false,
    })
    expect(changed.openFigures.map(({ text }) => text)).toContain(
      'bevestigd was 6; het plan is sindsdien gewijzigd in 0',
    )
    const gone = statement(after(data, removeProject('p-hf')))
    expect(gone.rows.map((row) => row.project)).toEqual(['Kamers Stationskwartier'])
  })

  it('is a page to sign, with both parties', async () => {
    const pages = pagesOf(await makeReviewSheet(statement(answered())))
    const text = flat(pages.join(' '))
    expect(text).toContain('Capaciteitsverklaring')
    expect(text).toContain('Namens Sité')
    expect(text.match(/Handtekening/g)).toHaveLength(2)
    expect(text).toContain('Wie betaalt de verbouwing?')
  })
})
