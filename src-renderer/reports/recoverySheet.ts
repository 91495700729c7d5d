import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { formatDate } from '../domain/labels'
import type { IsoDate } from '../domain/model/entities'
import { REPORT_FONT } from './fonts'
import { above, contentWidth, ink, page, styles } from './parts/style'

/** What stands on the recovery sheet; the check signs are in the key itself. */
export interface RecoverySheet {
  readonly recoveryKey: string
  readonly madeOn: IsoDate
}

/** The words of the sheet, alike on the printer and in the PDF. */
export const recoverySheetWords = {
  title: 'Herstelsleutel van Palet',
  madeOn: 'Gemaakt op',
  check:
    'Het laatste teken van elk groepje is een controleteken. Tikt u iets verkeerd over, dan zegt Palet in welk groepje.',
  whatTo: 'Wat doet u met dit blad?',
  steps: [
    '1. Leg dit blad op een veilige plek, bijvoorbeeld in een kluis. Leg het niet bij de laptop.',
    '2. Wie dit blad en de laptop heeft, kan alles lezen. Geef het dus niet af en maak er geen foto van.',
    '3. Bent u de wachtzin kwijt? Start Palet, kies "Herstelsleutel gebruiken" en typ de acht groepjes over. Daarna kiest u een nieuwe wachtzin.',
    '4. De herstelsleutel opent ook de reservekopieën van Palet, ook op een andere computer.',
    '5. Heeft u in Palet een nieuw herstelblad gemaakt? Dan werkt dit blad niet meer. Vernietig het. Reservekopieën van vóór die tijd openen nog wel met dit blad.',
    '6. Zonder wachtzin en zonder dit blad kan niemand de gegevens terughalen. Ook de maker van Palet niet.',
  ],
} as const

export const recoveryFileName = ({ madeOn }: RecoverySheet): string => `${madeOn} Herstelsleutel Palet.pdf`

const COLUMNS = 4

/** One sheet of A4: the key in groups, what it is for and how to keep it. */
export function recoveryDocument({ recoveryKey, madeOn }: RecoverySheet): TDocumentDefinitions {
  const words = recoverySheetWords
  const groups = recoveryKey.split('-').map((group, index) => ({ group, number: index + 1 }))
  const rows = Array.from({ length: Math.ceil(groups.length / COLUMNS) }, (_, row) =>
    groups.slice(row * COLUMNS, (row + 1) * COLUMNS).map(({ group, number }) => ({
      text: [
        { text: `${String(number)}   `, fontSize: 9, color: ink.muted },
        { text: group, fontSize: 19, bold: true, characterSpacing: 1.5 },
      ],
      alignment: 'center' as const,
      margin: [0, 8, 0, 8] as [number, number, number, number],
    })),
  )
  return {
    pageSize: 'A4',
    pageMargins: [page.side, page.top, page.side, page.bottom],
    version: '1.7',
    language: 'nl-NL',
    displayTitle: true,
    info: {
      title: words.title,
      creator: 'Palet',
      creationDate: new Date(`${madeOn}T12:00:00Z`),
    },
    defaultStyle: { font: REPORT_FONT, fontSize: 11, color: ink.text, lineHeight: 1.15 },
    styles,
    content: [
      { text: words.title, style: 'title' },
      { text: `${words.madeOn} ${formatDate(madeOn)}`, margin: above(6) },
      {
        table: { widths: Array.from({ length: COLUMNS }, () => contentWidth / COLUMNS - 12), body: rows },
        layout: { hLineColor: () => ink.line, vLineColor: () => ink.line },
        margin: [0, 22, 0, 8],
      },
      { text: words.check, style: 'note' },
      { text: words.whatTo, style: 'h1', margin: [0, 26, 0, 2] },
      ...words.steps.map((text) => ({ text, margin: above(8) })),
    ],
  }
}
