import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { formatDate } from '../../domain/labels'
import type { ProgressReport } from '../../domain/model/entities'
import type { ProgrammeData } from '../../domain/model/programmeData'
import { REPORT_FONT } from '../fonts'
import type { PreparedReport, ReportKind, ReportOptions } from '../kind'
import { ink, page, styles } from '../parts/style'
import { ambitionChapter } from './ambition'
import { appendix } from './appendix'
import { attentionChapter } from './attention'
import { capacityChapter } from './capacity'
import { collaborationChapter } from './collaboration'
import { firstPage } from './firstPage'
import { expectedFit, growth } from './firstPageRoom'
import { FIRST_PAGE_FITS } from './firstPageSettings'
import { boardModel, type BoardModel } from './model'
import { municipalityChapter } from './municipality'

/** Voortgangsrapportage for the board: the first page stands alone, the rest is there to look things up. */
export const boardKind: ReportKind = {
  label: 'Voortgangsrapportage voor het bestuur',
  prepare(data, report, options): PreparedReport {
    const model = boardModel(data, report, options)
    return {
      fits: FIRST_PAGE_FITS,
      expected: expectedFit(model),
      growth: (fit) => growth(model, fit),
      probe: (fit) => sheet(model, firstPage(model, fit, false)),
      document: (fit) =>
        sheet(model, [
          ...firstPage(model, fit),
          ...ambitionChapter(model),
          ...capacityChapter(model),
          ...attentionChapter(model),
          ...collaborationChapter(model),
          ...municipalityChapter(model),
          ...appendix(model),
        ]),
    }
  },
}

/** The definition in its generous setting, for who wants it in one call. */
export function boardReport(
  data: ProgrammeData,
  report: ProgressReport,
  options: ReportOptions,
): TDocumentDefinitions {
  return boardKind.prepare(data, report, options).document(0)
}

function sheet(model: BoardModel, content: Content[]): TDocumentDefinitions {
  const { programme, report, options } = model
  return {
    pageSize: 'A4',
    pageMargins: [page.side, page.top, page.side, page.bottom],
    version: '1.7',
    language: 'nl-NL',
    displayTitle: true,
    info: {
      title: `Voortgangsrapportage ${programme.name}, ${formatDate(report.referenceDate)}`,
      author: programme.name,
      subject: `Voortgang in ${model.scopeWords} op ${formatDate(report.referenceDate)}, gegevensversie ${options.dataVersion}`,
      keywords: 'voortgangsrapportage, overgangsbalans, wonen met begeleiding',
      creator: 'Palet',
      // The only date in the file is the one given, so the same input gives the same bytes.
      creationDate: new Date(`${options.generatedOn}T12:00:00Z`),
    },
    defaultStyle: { font: REPORT_FONT, fontSize: 9.5, color: ink.text },
    styles,
    header: (current) => (current === 1 ? null : runningHead(model)),
    footer: (current, count) => runningFoot(model, current, count),
    content,
  }
}

function runningHead({ programme, report }: BoardModel): Content {
  return {
    margin: [page.side, 26, page.side, 0],
    columns: [
      { text: programme.name, style: 'note', bold: true, width: '*' },
      {
        text: `${programme.example ? 'VOORBEELD   ' : ''}Voortgangsrapportage, peildatum ${formatDate(report.referenceDate)}`,
        style: 'note',
        alignment: 'right',
        width: 'auto',
      },
    ],
  }
}

function runningFoot({ programme, report, options }: BoardModel, current: number, count: number): Content {
  return {
    margin: [page.side, 16, page.side, 0],
    columns: [
      {
        text: `${programme.name}, peildatum ${formatDate(report.referenceDate)}, gegevensversie ${options.dataVersion}`,
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
  }
}
