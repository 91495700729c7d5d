import type { Content, TableCell } from 'pdfmake/interfaces'
import { figureDefinitions, otherDefinitions } from '../../domain/indicators'
import {
  allocationBasisLabels,
  capitalise,
  formatDate,
  formatNumber,
  statusGroupLabels,
} from '../../domain/labels'
import { headCell, plainTable } from '../parts/table'
import { heading, numberCell } from '../parts/text'
import type { BoardModel } from './model'

/** A table of facts longer than this belongs in the programme file, not in a report. */
const MOST_FACTS = 60

export function appendix(model: BoardModel): Content[] {
  return [
    heading('Bijlage: wat betekenen de cijfers?', { pageBreak: true }),
    definitions(),
    { unbreakable: true, stack: [{ text: 'Waar dit rapport op staat', style: 'h2' }, basis(model)] },
    ...facts(model),
  ]
}

function definitions(): Content {
  const names = ['shelterOpen', 'realised', 'committed', 'planned', 'ambition', 'gap'] as const
  const rows: (readonly [string, string])[] = [
    ...names.map((name) => [capitalise(statusGroupLabels[name]), figureDefinitions[name]] as const),
    ['Kwartaalcijfers', otherDefinitions.quarter],
    ['Eerlijk aandeel', otherDefinitions.fairShare],
    ['Stoplicht', otherDefinitions.statusRating],
  ]
  return plainTable({
    padding: 3,
    widths: [105, '*'],
    head: [headCell('Begrip'), headCell('Betekenis')],
    rows: rows.map(([name, meaning]) => [
      { text: name, style: 'total' },
      { text: meaning, style: 'cell', lineHeight: 1.05 },
    ]),
  })
}

function basis({ programme, report, options, municipalities, scopeWords }: BoardModel): Content {
  const { allocationKey: key } = programme
  const decided =
    key.decisionDate === null ? 'nog niet vastgesteld' : `vastgesteld op ${formatDate(key.decisionDate)}`
  const source = key.source.trim() === '' ? '' : ` (bron: ${key.source})`
  const purpose = programme.purpose.trim()
  const rows: (readonly [string, string])[] = [
    // The first page has one line of it when other words need the room.
    ...(purpose === '' ? [] : [['Doel van het programma', purpose] as const]),
    ['Peildatum', formatDate(report.referenceDate)],
    ['Gegevensversie', options.dataVersion],
    ['Gemaakt op', formatDate(options.generatedOn)],
    [
      'Gebied',
      `${scopeWords} (${formatNumber(municipalities.length)} ${municipalities.length === 1 ? 'gemeente' : 'gemeenten'})`,
    ],
    ['Looptijd', `${formatDate(programme.start)} tot en met ${formatDate(programme.horizon)}`],
    ['Verdeelsleutel', `${capitalise(allocationBasisLabels[key.basis])}, ${decided}${source}`],
    ...(programme.example
      ? [['Let op', 'Dit is een voorbeeld. De projecten, aantallen en besluiten zijn verzonnen.'] as const]
      : []),
  ]
  return {
    table: {
      widths: [105, '*'],
      body: rows.map(([name, words]): TableCell[] => [
        { text: name, style: 'total' },
        { text: words, style: 'cell' },
      ]),
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 0 ? 0 : 5),
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
    },
  }
}

function facts({ programme, municipalities }: BoardModel): Content[] {
  const rows = [
    ...programme.facts,
    ...municipalities.flatMap((m) =>
      m.inhabitants === null ? [] : [{ ...m.inhabitants, label: `Inwoners ${m.name}` }],
    ),
    ...municipalities.flatMap((m) =>
      m.socialStock === null ? [] : [{ ...m.socialStock, label: `Sociale huurwoningen ${m.name}` }],
    ),
  ]
  if (rows.length === 0) return []
  const shown = rows.slice(0, MOST_FACTS)
  return [
    { text: 'Bronnen', style: 'h2' },
    plainTable({
      padding: 2,
      widths: [175, 50, 84, '*'],
      head: [headCell('Gegeven'), headCell('Waarde', 'right'), headCell('Datum'), headCell('Bron')],
      rows: shown.map((fact) => [
        { text: fact.label, style: 'cell' },
        numberCell(fact.value),
        { text: formatDate(fact.referenceDate), style: 'cell' },
        { text: sourceWords(fact), style: 'cell' },
      ]),
    }),
    ...(shown.length < rows.length
      ? [
          {
            text: `De eerste ${String(MOST_FACTS)} van ${formatNumber(rows.length)} gegevens.`,
            style: 'note',
          },
        ]
      : []),
  ]
}

/** A number that nobody checked must be recognisable as such. */
function sourceWords({ source, verified }: { readonly source: string; readonly verified: boolean }): string {
  return verified || /indicatief/i.test(source) ? source : `${source} (indicatief)`
}
