import type { Content } from 'pdfmake/interfaces'
import { capitalise, plural } from '../../domain/labels'
import { amountText, decidedText } from '../../domain/regie'
import { contentWidth, ink, styles } from '../parts/style'
import { boxed } from '../parts/table'
import { oneLine } from '../parts/text'
import type { CollaborationModel, PrintedDecision } from './collaborationModel'
import type { Setting } from './firstPageSettings'

/** Room for words in the box with the decisions, in points. */
export const ASKED_WIDTH = contentWidth - 21
/** White above the box, and inside it above and below. */
export const ASKED_EDGES = 2 + 12
export const ASKED_GAP = 2

/** More than this is no core any more: the whole list stands under "Samenwerking". */
const MOST_ASKED = 3
/** Lines for a decision with the words of its dissent; a line that ends at a word leaves some room. */
const WHOLE = 2 * 0.94
/** Widths are measured on the safe side. */
const ONE_LINE = 1.06
/** Bold letters are a little wider than those that were measured. */
const BOLD = 1.07

/** A decision under "Gevraagd besluit" on the first page: what is asked, and what has to be said with it. */
export interface AskedLine {
  readonly title: string
  readonly note: string
}

/** Either with the words of the dissent, or in one line that says whose it is. The whole stands further on. */
export function askedLines({ asked }: CollaborationModel, setting: Setting): AskedLine[] {
  const whole = setting.asked === 'whole'
  const lines = asked.slice(0, MOST_ASKED).map((printed, i): AskedLine => {
    const number = asked.length > 1 ? `${String(i + 1)}. ` : ''
    const { name, amount } = printed.decision
    const title = `${number}${amount === null ? name : `${name} (${amountText(amount)})`}.`
    const note = whole ? wholeNote(printed) : shortNote(printed)
    return cut(title, note, ASKED_WIDTH * (whole ? WHOLE : ONE_LINE))
  })
  const rest = asked.length - lines.length
  if (rest === 0) return lines
  return [...lines, { title: `En nog ${plural(rest, 'besluit', 'besluiten')}.`, note: 'Zie Samenwerking.' }]
}

/** Title and note run on in one paragraph: only so much of it as fits. */
function cut(title: string, note: string, room: number): AskedLine {
  const { fontSize } = styles.small
  const kept = oneLine(`${title} ${note}`, fontSize, room / (1 + ((BOLD - 1) * title.length) / 60))
  return kept.startsWith(title)
    ? { title, note: kept.slice(title.length).trim() }
    : { title: oneLine(title, fontSize, room / BOLD), note: '' }
}

const settledWords = ({ decision }: PrintedDecision): string =>
  decision.status === 'asked' ? '' : `Intussen: ${decidedText(decision).toLowerCase()}. `

function wholeNote(printed: PrintedDecision): string {
  const { dissent } = printed.decision
  const first = dissent[0]
  const others = dissent.length - 1
  const more = others > 0 ? ` en ${plural(others, 'andere stem', 'andere stemmen')}` : ''
  const said = first === undefined ? '' : ` Tegengeluid van ${first.voice}${more}: “${first.text}”`
  return `${settledWords(printed)}${printed.mandate.text}.${said}`
}

/** What asks for attention first: that nobody may decide, then that somebody spoke against it. */
function shortNote(printed: PrintedDecision): string {
  const { decision, mandate } = printed
  const voices = decision.dissent.map(({ voice }) => voice)
  const parts = [
    ...(mandate.covered === true && voices.length > 0 ? [] : [mandate.text]),
    ...(voices.length === 0 ? [] : [`tegengeluid van ${voices.join(', ')}`]),
  ]
  return `${settledWords(printed)}${capitalise(parts.join('; '))}.`
}

/** The box as it stands on paper; nothing when no decision is asked. */
export function askedBox(lines: readonly AskedLine[]): Content[] {
  if (lines.length === 0) return []
  const stack = lines.map(({ title, note }, i): Content => ({
    text: [{ text: title, bold: true }, note === '' ? '' : ` ${note}`],
    style: 'small',
    margin: [0, i === 0 ? 0 : ASKED_GAP, 0, 0],
  }))
  return [{ ...boxed({ stack }, { edge: ink.accent, fill: ink.paper }), margin: [0, 2, 0, 0] }]
}
