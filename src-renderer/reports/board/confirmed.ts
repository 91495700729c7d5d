import type { Content } from 'pdfmake/interfaces'
import { capitalise, formatDate, formatPercent, joinDutch, plural } from '../../domain/labels'
import type { Id } from '../../domain/model/entities'
import {
  addConfirmed,
  confirmedBy,
  type ConfirmedLine,
  confirmedPlaces,
  type ConfirmedPlaces,
  confirmedShare,
  confirmedState,
  type ConfirmedState,
} from '../../domain/review'
import { headCell, plainTable } from '../parts/table'
import { contentWidth, styles } from '../parts/style'
import { numberCell, oneLine } from '../parts/text'
import type { BoardModel } from './model'

/** For the first page: two lines at most, however many associations there are. The whole stands with the capacity. */
export function confirmedNote(model: BoardModel): string | null {
  const sentence = confirmedSentence(model)
  return sentence === null ? null : oneLine(sentence, styles.note.fontSize, 1.9 * contentWidth)
}

/** Which share, by whom, and who not; null without a review round. */
function confirmedSentence({ confirmed }: BoardModel): string | null {
  if (confirmed === null || confirmed.total.places === 0) return null
  const by = (wanted: (line: ConfirmedLine) => boolean): string =>
    joinDutch(confirmed.lines.filter(wanted).map((line) => line.name))
  const { total } = confirmed
  if (total.confirmed === 0) return 'Nog geen enkele plek is bevestigd door de corporaties.'
  const none = by((line) => line.confirmed === 0)
  const when = total.last === null ? '' : `, het laatst op ${formatDate(total.last.on)}`
  const rest = none === '' ? '' : ` Niet bevestigd: ${none}.`
  return `${capitalise(confirmedShare(total))} (${by((line) => line.confirmed > 0)}${when}).${rest}`
}

/** The part of the chapter on capacity that says who stands for the numbers. */
export function confirmedSection(model: BoardModel): Content[] {
  const { confirmed, report } = model
  if (confirmed === null || confirmed.lines.length === 0) return []
  const { lines, total, without } = confirmed
  const share = total.places === 0 ? '' : ` Dat is ${formatPercent(total.confirmed / total.places)}.`
  return [
    {
      unbreakable: lines.length <= 30,
      stack: [
        { text: 'Wat de corporaties hebben bevestigd', style: 'h2' },
        {
          text:
            `${capitalise(confirmedShare(total))}.${share} Een aantal geldt als bevestigd zolang het plan op ` +
            `${formatDate(report.referenceDate)} hetzelfde zegt als wat de corporatie in een reviewronde opgaf.` +
            (without === 0
              ? ''
              : ` ${capitalise(plural(without, 'plek hoort', 'plekken horen'))} niet bij een corporatie; daarover is niets gevraagd.`),
          style: 'body',
          margin: [0, 0, 0, 4],
        },
        plainTable({
          padding: 1.9,
          widths: [126, 40, 46, 64, '*'],
          head: [
            headCell('Corporatie'),
            headCell('Plekken', 'right'),
            headCell('Bevestigd', 'right'),
            headCell('Niet bevestigd', 'right'),
            headCell('Door wie en wanneer'),
          ],
          rows: lines.map((line) => [
            { text: `${line.name}${MARKS[confirmedState(line)]}`, style: 'cell' },
            numberCell(line.places),
            numberCell(line.confirmed),
            numberCell(line.places - line.confirmed),
            { text: line.last === null ? 'niet bevestigd' : confirmedBy(line.last), style: 'cell' },
          ]),
          total: [
            { text: 'Samen', style: 'total' },
            numberCell(total.places, 'total'),
            numberCell(total.confirmed, 'total'),
            numberCell(total.places - total.confirmed, 'total'),
            { text: '', style: 'total' },
          ],
        }),
        { text: LEGEND, style: 'note', margin: [0, 3, 0, 0] },
      ],
    },
  ]
}

/** Signs that the typeface of the report has, and that need no colour. */
const MARKS: Readonly<Record<ConfirmedState, string>> = { all: ' ✓', part: ' ○', none: '' }
const LEGEND =
  '✓ alle plekken van de regel zijn bevestigd door de corporatie   ○ een deel   zonder teken: niet bevestigd'

/** The mark behind the association in a line of the capacity table. */
export function confirmedMark({ data, report, confirmed }: BoardModel, projectIds: readonly Id[]): string {
  if (confirmed === null) return ''
  let sum: ConfirmedPlaces | undefined
  for (const id of projectIds) {
    const project = data.projects.get(id)
    if (project !== undefined)
      sum = addConfirmed(sum, confirmedPlaces(data, confirmed.confirmations, project, report.referenceDate))
  }
  return sum === undefined ? '' : MARKS[confirmedState(sum)]
}
