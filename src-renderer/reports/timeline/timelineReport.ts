import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { formatDate, plural } from '../../domain/labels'
import { REPORT_FONT } from '../fonts'
import type { PreparedReport, ReportKind, ReportOptions } from '../kind'
import { drawing } from '../parts/drawing'
import { purposeLine } from '../parts/purpose'
import { ink, styles } from '../parts/style'
import { drawSheet, roomFor, rowPlaces } from './drawSheet'
import { divide, drawnWidth, type SheetLayout, sheetLayouts } from './layout'
import { defaultPrint, type TimelineModel, timelineModel, type TimelinePrint } from './model'
import { waitTable } from './waitTable'

/** The whole timeline on paper: sheets lying down, each with axis and legend, drawn as vectors. */
export const timelineKind: ReportKind = {
  label: 'Tijdlijn van de planning',
  prepare(data, report, options): PreparedReport {
    const print = options.timeline ?? defaultPrint
    const document = (): TDocumentDefinitions =>
      sheets(timelineModel(data, report, print), sheetLayouts[print.paper], print, options)
    // Every sheet is drawn to measure: there is nothing to fit.
    return { fits: 1, expected: 0, growth: () => 0, probe: document, document }
  },
}

const groupWords: Record<TimelinePrint['by'], string> = {
  municipality: 'gemeente',
  association: 'woningcorporatie',
  type: 'type',
}

function sheets(
  model: TimelineModel,
  sheet: SheetLayout,
  print: TimelinePrint,
  options: ReportOptions,
): TDocumentDefinitions {
  const divided = divide(model.groups, sheet, (number) => roomFor(sheet, number))
  const places = rowPlaces(model, sheet, divided)
  const { programme } = model
  const title = `Tijdlijn ${programme.name}`
  const content = divided.map((parts, number): Content => {
    const drawn = drawing(drawSheet(model, sheet, number, parts, places), drawnWidth(sheet))
    return { stack: [drawn], ...(number === 0 ? {} : { pageBreak: 'before' as const }) }
  })
  return {
    pageSize: sheet.paper,
    pageOrientation: 'landscape',
    pageMargins: [sheet.side, sheet.top, sheet.side, sheet.bottom],
    version: '1.7',
    language: 'nl-NL',
    displayTitle: true,
    info: {
      title: `${title}, ${formatDate(model.date)}`,
      author: programme.name,
      subject: `Planning van ${plural(model.projects, 'project', 'projecten')}, peildatum ${formatDate(model.date)}, gegevensversie ${options.dataVersion}`,
      keywords: 'tijdlijn, planning, wonen met begeleiding',
      creator: 'Palet',
      // The only date in the file is the one given, so the same input gives the same bytes.
      creationDate: new Date(`${options.generatedOn}T12:00:00Z`),
    },
    defaultStyle: { font: REPORT_FONT, fontSize: 8.5, color: ink.text },
    styles,
    header: () => ({
      margin: [sheet.side, 17, sheet.side, 0],
      stack: [
        {
          columns: [
            { text: title, fontSize: 13, bold: true, width: '*' },
            {
              text: `${programme.example ? 'VOORBEELD   ' : ''}per ${groupWords[print.by]}, peildatum ${formatDate(model.date)}`,
              style: 'note',
              alignment: 'right',
              width: 'auto',
              margin: [0, 4, 0, 0],
            },
          ],
        },
        ...purposeLine(programme.purpose, drawnWidth(sheet)),
      ],
    }),
    footer: (current, count) => ({
      margin: [sheet.side, 8, sheet.side, 0],
      columns: [
        {
          text: `${programme.name}, gemaakt op ${formatDate(options.generatedOn)}, gegevensversie ${options.dataVersion}`,
          style: 'note',
          width: '*',
        },
        {
          text: `pagina ${String(current)} van ${String(count)}`,
          style: 'note',
          alignment: 'right',
          width: 90,
        },
      ],
    }),
    content: [...content, ...waitTable(model, sheet.paper)],
  }
}
