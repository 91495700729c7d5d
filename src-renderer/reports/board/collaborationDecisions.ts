import type { Content, TableCell } from 'pdfmake/interfaces'
import { capitalise, formatDate, formatShortDate, levelLabels } from '../../domain/labels'
import { amountText, areaText, decidedText, type Decision } from '../../domain/regie'
import { ink } from '../parts/style'
import { headCell, plainTable } from '../parts/table'
import { mayOutgrowPage } from '../parts/text'
import type { PrintedDecision } from './collaborationModel'
import type { BoardModel } from './model'

const note = (text: string): Content => ({ text, style: 'note' })

/** Every voice whole, as it was said; that there was none is said too. */
function dissentCell({ dissent }: Decision): TableCell {
  if (dissent.length === 0) return { text: 'Geen tegengeluid gehoord.', style: 'note' }
  return {
    stack: dissent.map(({ voice, on, text }): Content => ({
      margin: [0, 0, 0, 3],
      stack: [{ text: `“${text}”`, style: 'cell' }, note(`${voice}, ${formatShortDate(on)}`)],
    })),
  }
}

const longTexts = (decisions: readonly PrintedDecision[]): boolean =>
  mayOutgrowPage(
    decisions.flatMap(({ decision }) => [
      decision.text,
      decision.reason,
      decision.dissent.map(({ text }) => text).join('\n'),
      decision.outcomes.map(({ text }) => text).join('\n'),
    ]),
  )

function whatCell(model: BoardModel, { decision, askedOf }: PrintedDecision): TableCell {
  const about = [
    capitalise(levelLabels[decision.level]),
    areaText(model.data, decision.municipalityIds),
    ...(decision.amount === null ? [] : [amountText(decision.amount)]),
    `gevraagd op ${formatDate(decision.askedOn)}${askedOf === '' ? '' : ` aan ${askedOf}`}`,
  ]
  return {
    stack: [
      { text: decision.name, style: 'total' },
      ...(decision.text.trim() === '' ? [] : [{ text: decision.text.trim(), style: 'cell' }]),
      note(`${about.join(', ')}.`),
    ],
  }
}

function mandateCell({ decision, mandate, missing, dilemmas }: PrintedDecision): TableCell {
  return {
    stack: [
      { text: `${mandate.text}.`, style: mandate.covered === false ? 'total' : 'cell' },
      ...(decision.status === 'asked' ? [] : [note(`Intussen: ${decidedText(decision).toLowerCase()}.`)]),
      ...(missing === '' ? [] : [note(`Niet aan tafel toen dit is besproken: ${missing}.`)]),
      ...(dilemmas === '' ? [] : [note(`Raakt: ${dilemmas}.`)]),
    ],
  }
}

export function askedSection(model: BoardModel): Content[] {
  const { asked } = model.collaboration
  if (asked.length === 0) return []
  return [
    { text: 'Gevraagd besluit', style: 'h2' },
    plainTable({
      widths: ['*', 140, 165],
      head: [headCell('Wat wordt gevraagd'), headCell('Wie mag het beslissen'), headCell('Tegengeluid')],
      rows: asked.map((printed) => [
        whatCell(model, printed),
        mandateCell(printed),
        dissentCell(printed.decision),
      ]),
      breakRows: longTexts(asked),
    }),
  ]
}

function decidedCell({ decision, mandate }: PrintedDecision): TableCell {
  const figures = decision.figures.map(({ label, value }) => `${label}: ${value}`).join('; ')
  const date = decision.figures[0]?.referenceDate
  return {
    stack: [
      { text: decision.name, style: 'total' },
      { text: `${decidedText(decision)}. ${mandate.text}.`, style: 'cell' },
      ...(decision.withoutMandate === '' ? [] : [note(`Zonder mandaat, omdat: ${decision.withoutMandate}`)]),
      ...(decision.reason === '' ? [] : [{ text: decision.reason, style: 'cell' }]),
      ...(date === undefined ? [] : [note(`De cijfers van toen (${formatShortDate(date)}). ${figures}.`)]),
    ],
  }
}

function outcomeCell({ outcomes }: Decision): TableCell {
  if (outcomes.length === 0)
    return { text: 'Nog niet beschreven.', style: 'cell', color: ink.muted, italics: true }
  return {
    stack: outcomes.map(({ on, text }): Content => ({
      text: [{ text: `${formatShortDate(on)} `, bold: true }, text],
      style: 'cell',
    })),
  }
}

export function settledSection({ collaboration }: BoardModel): Content[] {
  const { settled } = collaboration
  if (settled.length === 0) return []
  return [
    { text: 'Wat er van eerdere besluiten kwam', style: 'h2' },
    plainTable({
      widths: ['*', '*', 140],
      head: [headCell('Besluit'), headCell('Wat er van kwam'), headCell('Tegengeluid')],
      rows: settled.map((printed) => [
        decidedCell(printed),
        outcomeCell(printed.decision),
        dissentCell(printed.decision),
      ]),
      breakRows: longTexts(settled),
    }),
  ]
}
