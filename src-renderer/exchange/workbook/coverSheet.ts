import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx'
import { formatDate, plural } from '@/domain/labels'
import type { ReviewRound } from '@/domain/review'
import { columnName } from './grid'
import { ANSWERED_LABEL, COVER_SHEET, SENDER_LABEL, TABLE_SHEET } from './layout'
import { FIRST_ROW } from './reviewSheet'
import { answerDate, answerStyle, boldStyle, titleStyle, wrapStyle } from './styles'
import { safeText } from './write'

export interface CoverInput {
  readonly round: ReviewRound
  readonly associationName: string
  readonly rows: number
  /** Column of the verdict on the sheet with the table, from 0. */
  readonly verdictColumn: number
}

/** What is asked, by when and how, in plain Dutch. */
export function coverSheet({ round, associationName, rows, verdictColumn }: CoverInput): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  let at = 0
  const line = (
    label: string,
    value: CellValue,
    style: CellStyle = wrapStyle,
    extra: Partial<Cell> = {},
  ): void => {
    cells.set(`${String(at)},0`, { value: label, style: label === '' ? wrapStyle : boldStyle })
    cells.set(`${String(at)},1`, { value, style, ...extra })
    at += 1
  }
  const verdicts = `${TABLE_SHEET}!$${columnName(verdictColumn)}$${String(FIRST_ROW + 1)}:$${columnName(verdictColumn)}$${String(FIRST_ROW + rows)}`
  cells.set('0,0', {
    value: safeText(`Reviewronde ${String(round.number)} van ${round.programmeName}`),
    style: titleStyle,
  })
  at = 2
  line('Voor', safeText(associationName))
  line('Terug voor of op', formatDate(round.dueDate))
  line('Peildatum', formatDate(round.referenceDate))
  line('Wij vragen u', safeText(round.question === '' ? 'Klopt deze tabel?' : round.question))
  at += 1
  line(
    'Zo werkt het',
    `1. Ga naar het blad "${TABLE_SHEET}". Daar staan ${plural(rows, 'rij', 'rijen')} van uw corporatie.`,
  )
  line('', '2. Klopt een hele rij? Kies in de kolom "Uw oordeel" het woord "klopt".')
  line(
    '',
    '3. Klopt een getal of datum niet? Typ het goede getal eroverheen en kies "gewijzigd". De cel krijgt een andere kleur.',
  )
  line('', '4. Heeft u een vraag of twijfelt u? Kies "vraag" en schrijf uw vraag in de laatste kolom.')
  line('', '5. Mist er een project? Vul het onderaan de tabel in.')
  line('', '6. Bewaar het bestand en stuur het terug. U hoeft niets te installeren.')
  at += 1
  line(
    'Wat er wordt geteld',
    `De tabel telt plekken zoals het plan ze verwacht op ${formatDate(round.referenceDate)}. Een plek is "beschikbaar" als de woning er is én de begeleiding.`,
  )
  line('', 'Is er nog geen begeleiding bij een woning? Dan telt de plek als "in voorbereiding".')
  line('', 'De grijze cellen zijn vast. Verplaats of verwijder geen kolommen en rijen; filteren mag.')
  line('', 'Zet geen namen of andere gegevens van bewoners in dit bestand.')
  at += 1
  line(SENDER_LABEL, null, answerStyle)
  line(ANSWERED_LABEL, null, answerDate)
  line('Rijen bekeken', null, boldStyle, {
    formula: `COUNTIF(${verdicts},"?*")&" van ${String(rows)}"`,
    formulaResult: `0 van ${String(rows)}`,
  })
  return {
    name: COVER_SHEET,
    rows: [],
    cells,
    columns: [{ width: 34 }, { width: 92 }],
    protection: { sheet: true, selectLockedCells: true, selectUnlockedCells: true },
    dataValidations: [
      {
        type: 'date',
        operator: 'between',
        formula1: '36526',
        formula2: '73050',
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: 'Datum',
        errorMessage: 'Vul een datum in als dag-maand-jaar.',
        range: `B${String(at - 1)}`,
      },
    ],
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    view: { showGridLines: false },
  }
}
