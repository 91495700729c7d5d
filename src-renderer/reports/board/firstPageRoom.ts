import { widthOf } from '../parts/text'
import { contentWidth, page, styles } from '../parts/style'
import type { BalanceRow } from '../../domain/capacity'
import { ASKED_EDGES, ASKED_GAP, ASKED_WIDTH, askedLines } from './askedLines'
import { balanceLines } from './balanceRows'
import { CLOSING_SIZE, closingLines } from './closingColumn'
import { confirmedNote } from './confirmed'
import { purposeIn, type Setting, SETTINGS } from './firstPageSettings'
import type { BoardModel } from './model'

/**
 * How much room the first page takes, reckoned without laying it out. Never the last word: the engine checks the guess
 * in the layout itself, so that a wrong one only costs time.
 */

/** Height of a line of the report's font, in times its size. */
const LINE = 1.257
/** How often the gap of a setting stands on the page: above each block, and a bit under the title. */
const GAPS = 6.6
/** Line of a table row. */
const RULE = 0.4
/** Title, the small labels and what else is the same in every setting. */
const FIXED = 186

const DECISION_WIDTH = contentWidth - 225 - 16 - 21
const RATING_WIDTH = 225
const OWNER_WIDTH = 100
const RISK_WIDTH = (contentWidth - 8 - OWNER_WIDTH - 35) / 2

const lineOf = ({ fontSize, lineHeight = 1 }: { fontSize: number; lineHeight?: number }): number =>
  fontSize * lineHeight * LINE

function linesOf(text: string, fontSize: number, width: number): number {
  let lines = 0
  for (const paragraph of text.trim().split('\n'))
    lines += Math.max(1, Math.ceil(widthOf(paragraph, fontSize) / width))
  return lines
}

const heightOf = (text: string, style: { fontSize: number; lineHeight?: number }, width: number): number =>
  linesOf(text, style.fontSize, width) * lineOf(style)

/** Rows whose padding a setting changes: those of the balance and of the risks, their heads and the total. */
function rowsOf(model: BoardModel): number {
  const balance = balanceLines(model).rows.length
  const risks = Math.min(3, model.report.risks.length)
  return (balance === 0 ? 0 : balance + 2) + (risks === 0 ? 0 : risks + 1)
}

/** What the setting before `fit` takes more at the least; 0 when only a layout can tell. */
export function growth(model: BoardModel, fit: number): number {
  const [roomier, tighter] = [SETTINGS[fit - 1], SETTINGS[fit]]
  if (roomier === undefined || tighter === undefined) return 0
  // A purpose that shrinks to a line leaves more room than this; decisions of fewer lines may do so.
  if (roomier.detail !== tighter.detail || roomier.whole !== tighter.whole) return 0
  return (
    roomier.chart -
    tighter.chart +
    GAPS * (roomier.gap - tighter.gap) +
    2 * (roomier.padding - tighter.padding) * rowsOf(model) +
    // A larger core message never takes fewer lines, and it has at least one.
    lineOf(styles[roomier.lead]) -
    lineOf(styles[tighter.lead])
  )
}

/** The decisions under the text that was written. */
function askedHeight({ collaboration }: BoardModel, setting: Setting): number {
  const lines = askedLines(collaboration, setting)
  if (lines.length === 0) return 0
  const words = lines.map(({ title, note }) => heightOf(`${title} ${note}`, styles.small, ASKED_WIDTH))
  return words.reduce((sum, height) => sum + height + ASKED_GAP, ASKED_EDGES - ASKED_GAP)
}

function textsOf(model: BoardModel, setting: Setting): number {
  const { programme, report } = model
  const { cause, consequence, adjustment } = report.rating
  const rating = setting.detail
    ? `Oorzaak: ${cause} Gevolg: ${consequence} Bijsturing: ${adjustment}`
    : 'Eén regel.'
  const purpose = purposeIn(programme, setting)
  const risks = report.risks.slice(0, 3).map(({ text, measure, owner }) => {
    const { fontSize } = styles.cell
    const high = Math.max(
      linesOf(text, fontSize, RISK_WIDTH),
      linesOf(measure, fontSize, RISK_WIDTH),
      linesOf(owner, fontSize, OWNER_WIDTH),
    )
    return high * lineOf(styles.cell) + RULE
  })
  return (
    (purpose.text === '' ? 0 : heightOf(purpose.text, purpose.style, contentWidth) + purpose.above) +
    heightOf(report.coreMessage, styles[setting.lead], contentWidth) +
    Math.max(
      heightOf(report.requestedDecision, styles.body, DECISION_WIDTH) + 24,
      heightOf(rating, styles.small, RATING_WIDTH) + 20,
    ) +
    askedHeight(model, setting) +
    risks.reduce((sum, height) => sum + height, 0) +
    heightOf(report.outlook, styles.body, contentWidth)
  )
}

/** The first setting that seems to fit. */
export function expectedFit(model: BoardModel): number {
  const room = page.height - page.top - page.bottom
  const fit = SETTINGS.findIndex((setting) => setting.whole && expectedHeight(model, setting) <= room)
  return fit < 0 ? SETTINGS.length - 1 : fit
}

function rowHeight({ closing }: BalanceRow, setting: Setting): number {
  if (closing === null) return lineOf(styles.cell)
  const words = widthOf(`00-00-0000 ${closing.text}${closing.overdue ? ' (te laat)' : ''}`, CLOSING_SIZE)
  const lines = Math.min(setting.closing, closingLines(words))
  return Math.max(lineOf(styles.cell), lines * CLOSING_SIZE * LINE)
}

export function expectedHeight(model: BoardModel, setting: Setting): number {
  const { rows, note } = balanceLines(model)
  const confirmed = confirmedNote(model)
  return (
    FIXED +
    rows.reduce((sum, row) => sum + rowHeight(row, setting) + RULE, 0) +
    (note === null ? 0 : 12) +
    (confirmed === null ? 0 : 2 + heightOf(confirmed, styles.note, contentWidth)) +
    setting.chart +
    GAPS * setting.gap +
    2 * setting.padding * rowsOf(model) +
    textsOf(model, setting)
  )
}
