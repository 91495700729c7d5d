import type { Content, ContentText, TableCell } from 'pdfmake/interfaces'
import { capitalise, formatDate, formatShortDate, lessonOutcomeLabels } from '../../domain/labels'
import { LESSON_OUTCOMES } from '../../domain/regie'
import { contentWidth, ink } from '../parts/style'
import { headCell, plainTable } from '../parts/table'
import { heading, mayOutgrowPage } from '../parts/text'
import { askedSection, settledSection } from './collaborationDecisions'
import type { CollaborationModel } from './collaborationModel'
import type { BoardModel } from './model'

/** Samenwerking: only there when the network has something to tell. */
export function collaborationChapter(model: BoardModel): Content[] {
  const { collaboration } = model
  const sections = [
    ...askedSection(model),
    ...settledSection(model),
    ...celebrationSection(collaboration),
    ...learningSection(collaboration),
    ...missingSection(collaboration),
    ...dilemmaSection(collaboration),
  ]
  if (sections.length === 0) return []
  const { from, until } = collaboration.period
  return [
    heading('Samenwerking', { pageBreak: true }),
    {
      text: `Wat is gevraagd, besloten, gevierd en geleerd van ${formatDate(from)} tot en met ${formatDate(until)}.`,
      style: 'note',
    },
    ...sections,
  ]
}

const h2 = (text: string): Content => ({ text, style: 'h2' })
const cell = (text: string): ContentText => ({ text: text.trim(), style: 'cell' })

function celebrationSection({ celebrations }: CollaborationModel): Content[] {
  if (celebrations.length === 0) return []
  return [
    h2('Om te vieren'),
    ...celebrations.map(({ celebration, thanks }): Content => ({
      margin: [0, 0, 0, 5],
      unbreakable: !mayOutgrowPage([celebration.appreciation]),
      stack: [
        {
          text: [
            { text: celebration.name, bold: true },
            ` (${formatDate(celebration.celebratedOn ?? celebration.date)})`,
          ],
          style: 'body',
        },
        ...(celebration.appreciation.trim() === ''
          ? []
          : [{ text: celebration.appreciation.trim(), style: 'body' }]),
        ...(thanks === '' ? [] : [{ text: `Dankzij ${thanks}.`, style: 'note' }]),
      ],
    })),
  ]
}

function learningSection({ lessons, sessions }: CollaborationModel): Content[] {
  const groups = LESSON_OUTCOMES.map((outcome) => ({
    title: capitalise(lessonOutcomeLabels[outcome]),
    of: lessons.filter((lesson) => lesson.outcome === outcome),
  })).filter(({ of }) => of.length > 0)
  const rows = groups.flatMap(({ title, of }) =>
    of.map((lesson, i): TableCell[] => [
      { text: i === 0 ? title : '', style: 'total' },
      { stack: [{ text: lesson.name, style: 'total' }, cell(lesson.observation)] },
      cell(lesson.change),
    ]),
  )
  return [
    ...(rows.length === 0
      ? []
      : [
          h2('Wat we leerden'),
          plainTable({
            widths: [66, '*', '*'],
            head: [headCell(''), headCell('Wat we zagen'), headCell('Wat er verandert')],
            rows,
            breakRows: mayOutgrowPage(lessons.flatMap(({ observation, change }) => [observation, change])),
          }),
        ]),
    ...(sessions.length === 0
      ? []
      : [
          h2('Resultaat en bijvangst van de sessies'),
          plainTable({
            widths: [120, '*', '*'],
            head: [headCell('Sessie'), headCell('Resultaat'), headCell('Bijvangst')],
            rows: sessions.map((s) => [
              cell(`${s.name}, ${formatShortDate(s.date)}`),
              cell(s.result),
              cell(s.sideBenefits),
            ]),
            breakRows: mayOutgrowPage(sessions.flatMap((s) => [s.result, s.sideBenefits])),
          }),
        ]),
  ]
}

function missingSection({ missing }: CollaborationModel): Content[] {
  if (missing.length === 0) return []
  return [
    h2('Wiens perspectief ontbrak'),
    plainTable({
      widths: [180, '*'],
      head: [headCell('Sessie'), headCell('Niet aan tafel')],
      rows: missing.map(({ session, words }) => [
        cell(`${session.name}, ${formatShortDate(session.date)}`),
        cell(capitalise(words)),
      ]),
    }),
  ]
}

/** Width of the line between the poles, in points. */
const LINE = 150

function dilemmaSection({ dilemmas }: CollaborationModel): Content[] {
  if (dilemmas.length === 0) return []
  return [
    h2('Dilemma’s die deze periode geraakt zijn'),
    ...dilemmas.map(({ dilemma, decisions }): Content => {
      const last = dilemma.positions.at(-1)
      return {
        margin: [0, 0, 0, 7],
        unbreakable: !mayOutgrowPage([last?.why ?? '', decisions]),
        stack: [
          { text: dilemma.name, style: 'body', bold: true },
          {
            columns: [
              {
                text: capitalise(dilemma.firstPole),
                style: 'cell',
                alignment: 'right',
                width: (contentWidth - LINE - 20) / 2,
              },
              { width: LINE, canvas: poleLine(last?.at ?? null), margin: [0, 1, 0, 0] },
              { text: capitalise(dilemma.secondPole), style: 'cell', width: '*' },
            ],
            columnGap: 10,
          },
          {
            text: [
              ...(last === undefined
                ? ['Nog geen plek op de lijn gekozen. ']
                : [`Waar we staan (${formatDate(last.on)}): ${last.why} `]),
              `Geraakt door: ${decisions}.`,
            ],
            style: 'note',
          },
        ],
      }
    }),
  ]
}

/** A line with an end at both poles and a dot where we stand: no side is better. */
const poleLine = (at: number | null) => [
  { type: 'line' as const, x1: 4, y1: 5, x2: LINE - 4, y2: 5, lineWidth: 0.9, lineColor: ink.muted },
  ...[4, LINE / 2, LINE - 4].map((x) => ({
    type: 'line' as const,
    x1: x,
    y1: 2.5,
    x2: x,
    y2: 7.5,
    lineWidth: 0.7,
    lineColor: ink.muted,
  })),
  ...(at === null
    ? []
    : [
        {
          type: 'ellipse' as const,
          x: 4 + ((at + 100) / 200) * (LINE - 8),
          y: 5,
          r1: 3.6,
          r2: 3.6,
          color: ink.accent,
        },
      ]),
]
