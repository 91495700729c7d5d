import type { Content, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces'
import { capitalise, formatDate, joinDutch } from '../../domain/labels'
import { REPORT_FONT } from '../fonts'
import { above, contentWidth, ink, page, styles } from '../parts/style'
import { boxed, headCell, plainTable } from '../parts/table'
import { figures, mayOutgrowPage } from '../parts/text'
import type { SessionSheet, SheetDecision, SheetDilemma } from './model'

/** The minutes of a session: one A4 for a meeting of an hour, and what is more goes on. */
export function sessionDocument(sheet: SessionSheet): TDocumentDefinitions {
  const title = `Verslag ${sheet.name}`
  const day = formatDate(sheet.date)
  return {
    pageSize: 'A4',
    pageMargins: [page.side, 40, page.side, page.bottom],
    version: '1.7',
    language: 'nl-NL',
    displayTitle: true,
    info: {
      title: `${title}, ${day}`,
      author: sheet.programmeName,
      subject: `${sheet.table}, ${day}`,
      creator: 'Palet',
      creationDate: new Date(`${sheet.generatedOn}T12:00:00Z`),
    },
    defaultStyle: { font: REPORT_FONT, fontSize: 9, color: ink.text, lineHeight: 1.05 },
    styles,
    footer: (current, count) => ({
      margin: [page.side, 12, page.side, 0],
      columns: [
        {
          text: `${sheet.example ? 'VOORBEELD   ' : ''}${sheet.programmeName}, gemaakt op ${formatDate(sheet.generatedOn)}`,
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
    content: [
      ...purpose(sheet),
      { text: title, style: 'title', fontSize: 18 },
      {
        text: `${sheet.table}, ${sheet.kind} van ${day}${sheet.held ? '' : ' (nog niet gehouden)'}`,
        color: ink.muted,
        margin: above(2),
      },
      present(sheet),
      ...creative(sheet),
      ...agenda(sheet.agenda),
      ...agreements(sheet),
      ...part('Besluiten', sheet.decisions.map(decision)),
      ...part("Dilemma's", sheet.dilemmas.map(dilemma)),
      ...closing(sheet),
      ...pictureRows(sheet.pictures.slice(1)),
    ],
  }
}

function purpose({ purpose: words }: SessionSheet): Content[] {
  if (words.trim() === '') return []
  return [
    {
      ...boxed(
        [
          { text: 'WAAR WE HET VOOR DOEN', style: 'label' },
          { text: words.trim(), fontSize: 8.6, margin: above(2) },
        ],
        { edge: ink.accent, fill: ink.paper },
      ),
      margin: [0, 0, 0, 12],
    },
  ]
}

/** Something under a heading, and the words in it. */
interface Piece {
  readonly content: Content
  readonly words: readonly string[]
}

const H2: ContentText = { text: '', style: 'h2', margin: [0, 9, 0, 3] }

/** A heading with what stands under it; nothing when there is nothing. */
function part(title: string, pieces: readonly Piece[]): Content[] {
  const [first, ...rest] = pieces
  if (first === undefined) return []
  return [
    // A heading never stands alone at the foot of a page, unless what follows may be longer than one.
    {
      stack: [{ ...H2, text: title }, first.content],
      unbreakable: !mayOutgrowPage([first.words.join('\n')]),
    },
    ...rest.map(({ content }) => content),
  ]
}

const plain = (text: string): Piece[] =>
  text.trim() === '' ? [] : [{ content: { text: text.trim() }, words: [text] }]

const named = (label: string, names: readonly string[], none: string): Content => ({
  text: [{ text: `${label}: `, bold: true }, names.length === 0 ? none : joinDutch(names)],
  margin: above(2),
})

function present({ held, present: there, invited, missing }: SessionSheet): Content {
  return {
    stack: held
      ? [
          named('Aanwezig', there, 'niemand aangevinkt'),
          ...missing.map((text) => ({ text, italics: true, margin: above(2) })),
        ]
      : [named('Uitgenodigd', invited, 'nog niemand')],
    margin: above(6),
  }
}

function creative({ creative: of }: SessionSheet): Content[] {
  if (of === null) return []
  const texts: readonly (readonly [string, string])[] = [
    [of.fictitious ? 'Casus (bedacht, niet echt gebeurd)' : 'Casus', of.caseText],
    ['Waarom-vragen van buiten', of.whyQuestions],
    ['Ideeën', of.ideas],
    ['Oplossing', of.solution],
  ]
  return texts.flatMap(([title, text]) => part(title, plain(text)))
}

/** Many short points stand beside each other, so that they leave the page to what was agreed. */
function agenda(items: readonly string[]): Content[] {
  const half = items.length > 4 ? Math.ceil(items.length / 2) : items.length
  const column = (from: number, to: number): Content => ({
    ol: items
      .slice(from, to)
      .map((text) => ({ text, margin: [0, 0, 0, 1] as [number, number, number, number] })),
    start: from + 1,
  })
  if (items.length === 0) return []
  const content: Content =
    half === items.length
      ? column(0, half)
      : { columns: [column(0, half), column(half, items.length)], columnGap: 14 }
  return part('Agenda', [{ content, words: items }])
}

function agreements({ agreements: made }: SessionSheet): Content[] {
  if (made.length === 0) return []
  const content = plainTable({
    widths: ['*', 130, 96],
    head: [headCell('Wat'), headCell('Wie'), headCell('Klaar op')],
    rows: made.map(({ what, owner, due, state }) => [
      { text: state === '' ? what : `${what} (${state})`, style: 'cell' },
      { text: owner, style: 'cell' },
      { ...figures(due === null ? 'geen datum' : formatDate(due)), style: 'cell' },
    ]),
    padding: 2,
  })
  return part('Afspraken en acties', [{ content, words: made.map(({ what }) => what) }])
}

const decision = ({ what, state, dissent }: SheetDecision): Piece => ({
  content: {
    stack: [
      { text: [{ text: capitalise(what), bold: true }, ` (${state})`] },
      ...dissent.map(({ voice, text }) => ({
        text: [{ text: `Tegengeluid van ${voice}: `, italics: true }, text],
        margin: [10, 1.5, 0, 0] as [number, number, number, number],
      })),
    ],
    margin: [0, 0, 0, 4],
  },
  words: [what, ...dissent.map(({ text }) => text)],
})

const LINE = 150

/** The two poles with a mark between them, and in words where that is and why. */
function dilemma({ name, firstPole, secondPole, place }: SheetDilemma): Piece {
  const at = place === null ? null : ((place.at + 100) / 200) * LINE
  const words = [place?.why ?? '']
  const content: Content = {
    stack: [
      { text: capitalise(name), bold: true },
      {
        columns: [
          { text: firstPole, alignment: 'right', width: '*' },
          {
            width: LINE + 8,
            canvas: [
              { type: 'line', x1: 4, y1: 6, x2: LINE + 4, y2: 6, lineWidth: 0.8, lineColor: ink.muted },
              { type: 'line', x1: 4, y1: 3, x2: 4, y2: 9, lineWidth: 0.8, lineColor: ink.muted },
              {
                type: 'line',
                x1: LINE + 4,
                y1: 3,
                x2: LINE + 4,
                y2: 9,
                lineWidth: 0.8,
                lineColor: ink.muted,
              },
              ...(at === null
                ? []
                : [{ type: 'ellipse' as const, x: at + 4, y: 6, r1: 3.6, r2: 3.6, color: ink.accent }]),
            ],
          },
          { text: secondPole, width: '*' },
        ],
        columnGap: 8,
        margin: above(2),
      },
      {
        text:
          place === null
            ? 'Nog geen plek gekozen.'
            : `${capitalise(place.words)} (${formatDate(place.on)}): ${place.why}`,
        margin: above(2),
      },
    ],
    unbreakable: !mayOutgrowPage(words),
    margin: [0, 0, 0, 5],
  }
  return { content, words }
}

/** Proces én inhoud: what came of it and what came along stand beside each other. */
function yielded({ result, sideBenefits }: SessionSheet): Content[] {
  if (result.trim() === '' && sideBenefits.trim() === '') return []
  const column = (title: string, text: string): Content => ({
    stack: [
      { ...H2, text: title },
      text.trim() === ''
        ? { text: 'Niets genoteerd.', color: ink.muted, italics: true }
        : { text: text.trim() },
    ],
  })
  return [{ columns: [column('Resultaat', result), column('Bijvangst', sideBenefits)], columnGap: 18 }]
}

const discussed = ({ notes }: SessionSheet): Content[] =>
  part(
    'Besproken',
    notes.map((text) => ({ content: { ul: [{ text }], margin: [0, 0, 0, 1.5] }, words: [text] })),
  )

const GAP = 16
const BESIDE = 190
const HEIGHT = 160

/** The end of the sheet; the first picture stands beside it, so that an hour with a picture is still one page. */
function closing(sheet: SessionSheet): Content[] {
  const words = [...discussed(sheet), ...yielded(sheet)]
  const [first] = sheet.pictures
  if (first === undefined) return words
  return [
    {
      columns: [
        { width: '*', stack: words },
        { width: BESIDE, stack: [drawn(first, BESIDE)], margin: above(12) },
      ],
      columnGap: GAP,
    },
  ]
}

type SheetPicture = SessionSheet['pictures'][number]

const drawn = ({ name, type, content }: SheetPicture, width: number): Content => ({
  stack: [
    { image: `data:${type};base64,${content}`, fit: [width, HEIGHT] },
    { text: name, style: 'note', margin: above(2) },
  ],
  unbreakable: true,
})

/** Further pictures, two beside each other. */
function pictureRows(of: readonly SheetPicture[]): Content[] {
  const width = (contentWidth - GAP) / 2
  const rows: Content[] = []
  for (let at = 0; at < of.length; at += 2)
    rows.push({
      columns: of.slice(at, at + 2).map((picture) => ({ width, stack: [drawn(picture, width)] })),
      columnGap: GAP,
      margin: above(10),
    })
  return rows
}
