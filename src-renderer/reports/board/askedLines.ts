import type { Content } from 'pdfmake/interfaces'
import { plural } from '../../domain/labels'
import { amountText, decidedText } from '../../domain/regie'
import { contentWidth, styles } from '../parts/style'
import { oneLine } from '../parts/text'
import type { CollaborationModel, PrintedDecision } from './collaborationModel'

/** Room for words in the box "Gevraagd besluit" of the first page, in points. */
export const DECISION_WIDTH = contentWidth - 225 - 16 - 21

/** More than this is no core any more: the whole list stands under "Samenwerking". */
const MOST_ASKED = 3
/** Lines for what goes with one decision. */
const NOTE_LINES = 3
/** A line that ends at a word leaves some room. */
const FULL = 0.88

/** A decision in the box of the first page: what is asked, and in small what has to be said with it. */
export interface AskedLine {
  readonly title: string
  readonly note: string
}

export function askedLines({ asked }: CollaborationModel): AskedLine[] {
  const shown = asked.slice(0, MOST_ASKED)
  const rest = asked.length - shown.length
  return [
    ...shown.map((printed, i) => ({
      title: `${asked.length > 1 ? `${String(i + 1)}. ` : ''}${titleOf(printed)}`,
      note: oneLine(noteOf(printed), styles.small.fontSize, FULL * NOTE_LINES * DECISION_WIDTH),
    })),
    ...(rest === 0
      ? []
      : [{ title: `En nog ${plural(rest, 'besluit', 'besluiten')}`, note: 'Zie bladzijde Samenwerking.' }]),
  ]
}

function titleOf({ decision, askedOf }: PrintedDecision): string {
  const about = [
    ...(decision.amount === null ? [] : [amountText(decision.amount)]),
    ...(askedOf === '' ? [] : [`gevraagd aan ${askedOf}`]),
  ]
  return about.length === 0 ? decision.name : `${decision.name} (${about.join(', ')})`
}

function noteOf({ decision, mandate }: PrintedDecision): string {
  const settled = decision.status === 'asked' ? '' : `Intussen: ${decidedText(decision).toLowerCase()}. `
  const first = decision.dissent[0]
  const others = decision.dissent.length - 1
  const more = others > 0 ? `${plural(others, 'andere stem', 'andere stemmen')}: zie Samenwerking. ` : ''
  const dissent = first === undefined ? '' : ` Tegengeluid van ${first.voice}: ${more}“${first.text}”`
  return `${settled}${mandate.text}.${dissent}`
}

/** The lines as they stand on paper. */
export const askedContent = (lines: readonly AskedLine[]): Content[] =>
  lines.flatMap(({ title, note }): Content[] => [
    { text: title, style: 'body', bold: true, margin: [0, ASKED_GAP, 0, 0] },
    { text: note, style: 'small' },
  ])

export const ASKED_GAP = 3
