import { formatDate, formatNumber } from '@/domain/labels'
import { isPlacesField } from '@/domain/review'
import { type AnswerWork, answerTotals, emptyWork } from '@/domain/review/answering'
import type { ReviewFile } from '@/exchange/reviewFile'
import { printWindow } from '@/platform'
import type { ReviewTable } from '@/reports/review/model'
import { onPaper } from '@/ui/paper'
import { type Column, columnsOf, faceOf, type Line, linesOf } from './tableModel'
import './paper.css'

/** The question as the sheet that the region makes of it as well: to lay on the table of a meeting. */
export function questionSheet(file: ReviewFile, generatedOn: string): ReviewTable {
  const fields = columnsOf(file.rows).flatMap((column) => (column.key === 'field' ? [column.field] : []))
  return {
    kind: 'table',
    paper: 'a4',
    head: {
      programmeName: file.programmeName,
      // The question of the region doesn't carry it.
      purpose: '',
      example: false,
      roundNumber: file.roundNumber,
      associationName: file.associationName,
      referenceDate: file.referenceDate,
      generatedOn,
    },
    dueDate: file.dueDate,
    question: file.question,
    fields,
    rows: linesOf(file.rows, emptyWork, 'all', null).map((line) => ({
      id: line.key,
      project: line.row.projectName,
      municipality: line.row.municipalityName,
      type: line.row.typeName,
      cells: Object.fromEntries(
        fields.flatMap((field) => {
          const face = faceOf(line, field, emptyWork)
          return face.state === 'none' ? [] : [[field, face.text]]
        }),
      ),
    })),
    totals: Object.fromEntries(
      answerTotals(file.rows, emptyWork).map(({ status, asked }) => [status, asked]),
    ),
  }
}

/**
 * Prints what was filled in so far, every row of it: the table on screen draws only the rows in view.
 * @returns false when the person cancelled
 */
export async function printAnswers(file: ReviewFile, work: AnswerWork): Promise<boolean> {
  const rule = '@page { size: A4 landscape; margin: 12mm }'
  return onPaper('review', rule, answersPaper(file, work), async () => {
    const answer = await printWindow(true)
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value.printed
  })
}

function answersPaper(file: ReviewFile, work: AnswerWork): HTMLElement {
  const columns = columnsOf(file.rows).filter((column) => column.key !== 'row')
  const head = element('thead')
  head.append(rowOf(columns.map((column) => element('th', column.label))))
  const body = element('tbody')
  body.append(
    ...linesOf(file.rows, work, 'all', null).map((line) =>
      rowOf(columns.map((column) => cellOf(line, column, work))),
    ),
    totalRow('Totaal gevraagd', 'asked', file, work, columns),
    totalRow('Totaal volgens u', 'answered', file, work, columns),
  )
  const table = element('table')
  table.append(head, body)
  const sheet = element('div')
  sheet.className = 'review-paper'
  sheet.append(
    element('h1', `Reviewronde ${String(file.roundNumber)} van ${file.programmeName}`),
    element(
      'p',
      `${file.associationName}, peildatum ${formatDate(file.referenceDate)}, terug voor of op ${formatDate(file.dueDate)}.`,
    ),
    element('p', file.question),
    table,
  )
  return sheet
}

function cellOf(line: Line, column: Column, work: AnswerWork): HTMLElement {
  if (column.key === 'project') return linesIn('th', line.row.projectName, line.row.municipalityName)
  if (column.key !== 'field') return element('td', wordsOf(line, work))
  const { text, below, state } = faceOf(line, column.field, work)
  return linesIn('td', text, state === 'confirm' ? 'klopt' : below)
}

/** All words of a row together: on paper there is nowhere to point. */
function wordsOf(line: Line, work: AnswerWork): string {
  if (line.kind === 'proposed') return `Toegevoegd project. ${line.row.remark}`.trim()
  const answered = work.rows.get(line.key)
  if (answered === undefined) return ''
  const labels = new Map(
    columnsOf([line.row]).flatMap((c) => (c.key === 'field' ? [[c.field, c.label]] : [])),
  )
  const words = answered.cells
    .filter((cell) => cell.remark !== '')
    .map((cell) => `${labels.get(cell.field) ?? ''}: ${cell.remark}`)
  return [...words, ...(answered.remark === '' ? [] : [answered.remark])].join('; ')
}

function totalRow(
  name: string,
  which: 'asked' | 'answered',
  file: ReviewFile,
  work: AnswerWork,
  columns: readonly Column[],
): HTMLElement {
  const totals = new Map(answerTotals(file.rows, work).map((total) => [total.status, total]))
  return rowOf(
    columns.map((column) => {
      if (column.key === 'project') return element('th', name)
      const total =
        column.key === 'field' && isPlacesField(column.field) ? totals.get(column.field) : undefined
      return element('td', total === undefined ? '' : formatNumber(total[which]))
    }),
  )
}

function element(tag: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

function rowOf(cells: readonly HTMLElement[]): HTMLElement {
  const made = element('tr')
  made.append(...cells)
  return made
}

function linesIn(tag: 'th' | 'td', ...lines: readonly string[]): HTMLElement {
  const made = element(tag)
  made.append(...lines.filter((line) => line !== '').map((line) => element('div', line)))
  return made
}
