import type { Column, Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import { capitalise, formatDate, formatNumber, plural } from '../../domain/labels'
import { reviewFieldLabels, type ReviewField } from '../../domain/review'
import { above, ink } from '../parts/style'
import { headCell, plainTable } from '../parts/table'
import { figures } from '../parts/text'
import { fieldCell, fieldHead, lineFor, projectCell, sheetDocument, widthOfField } from './frame'
import type { CapacityStatement, StatedCell } from './model'

/** The statement that both parties sign: what is confirmed, what isn't, and what is still asked. */
export function statementDocument(statement: CapacityStatement): TDocumentDefinitions {
  const { head } = statement
  return sheetDocument(head, 'Capaciteitsverklaring', 'a4', [
    { text: sentence(statement), style: 'body', margin: [0, 0, 0, 10] },
    figuresTable(statement),
    {
      text: 'Vet: bevestigd door de corporatie. Cursief met een sterretje (*): nog niet bevestigd.',
      style: 'note',
      margin: above(5),
    },
    ...openPart(statement),
    ...questionPart(statement),
    signatures(statement),
  ])
}

function sentence({ head, answer, cells, confirmedCells }: CapacityStatement): string {
  const { associationName, referenceDate, programmeName, roundNumber } = head
  const about = `Dit zijn de plekken van ${associationName} op ${formatDate(referenceDate)} volgens het plan van ${programmeName}.`
  if (answer === null)
    return `${about} In reviewronde ${String(roundNumber)} is nog geen antwoord van ${associationName} ingelezen. Geen van de gegevens is bevestigd.`
  const by = answer.sender === '' ? associationName : `${associationName} (${answer.sender})`
  return `${about} ${by} antwoordde in reviewronde ${String(roundNumber)}; het antwoord is ontvangen op ${formatDate(answer.receivedOn)}, als "${answer.fileName}". Daarmee zijn ${formatNumber(confirmedCells)} van de ${plural(cells, 'gegeven', 'gegevens')} bevestigd.`
}

function figuresTable({ fields, rows, totals }: CapacityStatement): Content {
  return plainTable({
    widths: [44, '*', ...fields.map(widthOfField), 50],
    head: [headCell('Rij'), headCell('Project'), ...fields.map(fieldHead), headCell('Bevestigd', 'right')],
    rows: rows.map((row) => {
      const cells = Object.values(row.cells)
      const confirmed = cells.filter((cell) => cell.confirmed).length
      return [
        { ...figures(row.id), style: 'cell' },
        projectCell(row),
        ...fields.map((field) => statedCell(field, row.cells[field])),
        {
          ...figures(`${String(confirmed)} van ${String(cells.length)}`),
          style: 'cell',
          alignment: 'right',
        },
      ]
    }),
    total: totalCells('Samen', fields, (field) => totals[field]?.all),
    space: 3,
  })
}

function statedCell(field: ReviewField, cell: StatedCell | undefined): TableCell {
  if (cell === undefined) return ''
  return cell.confirmed
    ? { ...fieldCell(field, cell.text), bold: true }
    : { ...fieldCell(field, `${cell.text} *`), italics: true, color: ink.muted }
}

function totalCells(
  word: string,
  fields: readonly ReviewField[],
  of: (field: ReviewField) => number | undefined,
): TableCell[] {
  return [
    '',
    { text: word, style: 'total' },
    ...fields.map((field): TableCell => {
      const total = of(field)
      return total === undefined
        ? ''
        : { ...figures(formatNumber(total)), style: 'total', alignment: 'right' }
    }),
    '',
  ]
}

function openPart({ openFigures }: CapacityStatement): Content[] {
  if (openFigures.length === 0) return []
  return [
    { text: 'Verschillen', style: 'h2' },
    plainTable({
      widths: [220, 120, '*'],
      head: [headCell('Project'), headCell('Gegeven'), headCell('Stand')],
      rows: openFigures.map(({ project, field, text }) => [
        { text: project, style: 'cell' },
        { text: capitalise(reviewFieldLabels[field]), style: 'cell' },
        { text: capitalise(text), style: 'cell' },
      ]),
    }),
  ]
}

function questionPart({ questions }: CapacityStatement): Content[] {
  if (questions.length === 0) return []
  return [
    { text: 'Open vragen', style: 'h2' },
    plainTable({
      widths: [180, '*', 130, 70],
      head: [headCell('Over'), headCell('Vraag'), headCell('Wie zoekt het uit'), headCell('Voor of op')],
      rows: questions.map(({ about, text, owner, due }) => [
        { text: capitalise(about), style: 'cell' },
        { text, style: 'cell' },
        { text: owner, style: 'cell' },
        { ...figures(formatDate(due)), style: 'cell' },
      ]),
      // A question may be long.
      breakRows: true,
    }),
  ]
}

/** Whoever signs is on paper only: the program knows no names. */
function signatures({ head }: CapacityStatement): Content {
  const party = (name: string): Column => ({
    width: '*',
    stack: [
      { text: `Namens ${name}`, style: 'label', margin: above(6) },
      { columns: ['Functie', 'Plaats en datum'].map(lineFor), columnGap: 24 },
      { columns: [lineFor('Handtekening')] },
    ],
  })
  return {
    unbreakable: true,
    margin: above(9),
    stack: [
      {
        text: 'Met hun handtekening bevestigen beide partijen de vet gedrukte gegevens. De overige gegevens en de open vragen bespreken zij nog.',
        style: 'body',
      },
      { columns: [party(head.associationName), party(head.programmeName)], columnGap: 36 },
    ],
  }
}
