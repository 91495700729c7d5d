import { describe, expect, it } from 'vitest'
import { compareAnswer, checkAnswer, draftAnswer } from '@/domain/review'
import { answerLines, differs, filterCounts } from '@/features/review/answers/answerLines'
import { acceptAll, acceptCell, decideAll } from '@/features/review/answers/decisions'
import { doneText, outlookOf, outlookText } from '@/features/review/answers/summary'
import { answerAct } from '@/features/review/answers/shortcuts'
import { mayBeAnswer } from '@/state/answers'
import { plan, rowIdOf, SITE } from '../domain/review/plan'
import { answerFile, fileRow, given, started } from '../domain/review/support'

const { data, round } = started(plan)
const hf = rowIdOf(round, 'p-hf')
const rooms = rowIdOf(round, 'p-kamers')

function compared() {
  const file = answerFile(round, SITE, [
    // The day of delivery lies before the reference date: the plan can't have that.
    fileRow(hf, [given('available', 7), given('homesOn', '2026-01-01')], { remark: 'Zie de brief.' }),
    fileRow(rooms, [given('preparing', 9), { ...given('idea', 0), kind: 'question', remark: 'Hoeveel?' }]),
  ])
  const checked = checkAnswer(data, file)
  if (!checked.ok) throw new Error(checked.error.message)
  const answer = draftAnswer(file, checked.value, 'inlezen', '2026-11-20')
  return { data, round, answer, rows: compareAnswer(data, round, answer) }
}

const cellOf = (of: ReturnType<typeof compared>, rowId: string, field: string) => {
  const row = of.rows.find((r) => r.row.id === rowId)
  const cell = row?.cells.find((c) => c.field === field)
  if (row === undefined || cell === undefined) throw new Error('no cell')
  return { row, cell }
}

describe('the comparison on the screen', () => {
  it('shows what is open, what was remarked, or all', () => {
    const of = compared()
    const shown = (filter: 'open' | 'conflict' | 'remarks') =>
      answerLines(of.rows, filter, new Map()).map((line) => line.key)
    expect(shown('open')).toEqual([hf, `${hf} available`, `${hf} homesOn`, rooms, `${rooms} preparing`])
    expect(shown('conflict')).toEqual([])
    expect(shown('remarks')).toEqual([hf, rooms, `${rooms} idea`])
    expect(filterCounts(of.rows, new Map())).toMatchObject({ open: 3, conflict: 0, remarks: 2 })
  })

  it('takes over one cell or all, and leaves open what the plan cannot have', () => {
    const of = compared()
    const date = cellOf(of, hf, 'homesOn')
    const refused = acceptCell(of, date.row, date.cell, new Map())
    expect(refused.problem?.code).toBe('date-side')
    const places = cellOf(of, hf, 'available')
    expect(differs(places.cell)).toBe(true)
    const taken = acceptCell(of, places.row, places.cell, new Map())
    if (taken.problem !== null) throw new Error(taken.problem.message)
    expect(taken.decision).toMatchObject({ verdict: 'accepted', field: 'available' })
    const draft = new Map([[`${hf} available`, taken.decision]])
    const { decisions, blocked } = acceptAll(of, draft, () => true)
    expect(decisions.map((d) => `${d.rowId} ${d.field} ${d.verdict}`)).toEqual([
      `${rooms} preparing accepted`,
    ])
    expect(blocked.map((b) => b.field)).toEqual(['homesOn'])
    expect(decideAll(of, draft, () => true, 'rejected', 'Nee.')).toHaveLength(2)
  })

  it('says what will happen, and what was done', () => {
    const of = compared()
    expect(outlookText(outlookOf(of, new Map(), true))).toBe('2 nieuwe vragen; 3 verschillen blijven open.')
    const draft = new Map(
      decideAll(of, new Map(), () => true, 'rejected', 'Nee.').map((d) => [`${d.rowId} ${d.field}`, d]),
    )
    const outlook = outlookOf(of, draft, false)
    expect(outlookText(outlook)).toBe('3 weigeren; er blijft niets open.')
    expect(doneText(outlook)).toBe('3 afgewezen')
    expect(doneText(outlookOf(of, new Map(), false))).toBe('er is niets gewijzigd in het plan')
  })

  it('knows its keys, and leaves the rest alone', () => {
    const key = (name: string, control = false) =>
      answerAct({ key: name, ctrlKey: control, metaKey: false, altKey: false, shiftKey: false })
    expect(['a', 'w', 'V', 'Backspace', 'Enter'].map((name) => key(name))).toEqual([
      'accept',
      'reject',
      'ask',
      'clear',
      'look',
    ])
    expect([key('a', true), key('x')]).toEqual([null, null])
  })
})

describe('a file that may be an answer', () => {
  it('is told by its content, and a table of text by its name', () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    expect(mayBeAnswer(bytes('PK\u0003\u0004rest'), 'brief')).toBe(true)
    expect(mayBeAnswer(bytes('{"format": "palet-review-antwoord"'), 'x.palet')).toBe(true)
    expect(mayBeAnswer(bytes('Rij;Project'), 'antwoord.csv')).toBe(true)
    expect(mayBeAnswer(bytes('{"format": "palet"'), 'programma.palet')).toBe(false)
    expect(mayBeAnswer(bytes('Rij;Project'), 'brief.txt')).toBe(false)
  })
})
