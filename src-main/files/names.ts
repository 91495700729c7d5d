import type { FileKind } from '../contract'

interface KindOfFile {
  /** The one that a saved file gets. */
  readonly extension: string
  /** What else the open dialog shows: several programs give the same table another form. */
  readonly alsoOpens?: readonly string[]
  /** As shown in the system's dialog. */
  readonly label: string
  readonly openTitle: string
  readonly saveTitle: string
}

export const fileKinds: Readonly<Record<FileKind, KindOfFile>> = {
  programme: {
    extension: 'palet',
    label: 'Palet-programma',
    openTitle: 'Programma openen',
    saveTitle: 'Kopie van het programma bewaren',
  },
  pdf: {
    extension: 'pdf',
    label: 'PDF-document',
    openTitle: 'PDF openen',
    saveTitle: 'Rapport bewaren als PDF',
  },
  csv: {
    extension: 'csv',
    label: 'CSV-tabel',
    openTitle: 'CSV-tabel openen',
    saveTitle: 'Tabel bewaren als CSV',
  },
  png: {
    extension: 'png',
    label: 'PNG-afbeelding',
    openTitle: 'Afbeelding openen',
    saveTitle: 'Afbeelding bewaren als PNG',
  },
  workbook: {
    extension: 'xlsx',
    label: 'Excel-werkmap',
    openTitle: 'Werkmap openen',
    saveTitle: 'Tabel bewaren als werkmap',
  },
  review: {
    extension: 'palet',
    label: 'Reviewbestand van Palet',
    openTitle: 'Reviewbestand openen',
    saveTitle: 'Reviewbestand bewaren',
  },
  answer: {
    extension: 'xlsx',
    alsoOpens: ['ods', 'csv', 'palet', 'xls'],
    label: 'Antwoord op een reviewronde',
    openTitle: 'Antwoord inlezen',
    saveTitle: 'Antwoord bewaren',
  },
  table: {
    extension: 'xlsx',
    alsoOpens: ['ods', 'csv', 'xls'],
    label: 'Tabel uit een rekenprogramma',
    openTitle: 'Tabel inlezen',
    saveTitle: 'Tabel bewaren als werkmap',
  },
  calendar: {
    extension: 'ics',
    label: 'Agendabestand',
    openTitle: 'Agendabestand openen',
    saveTitle: 'Bewaren als agendabestand',
  },
  picture: {
    extension: 'jpg',
    alsoOpens: ['jpeg', 'png'],
    label: 'Foto of tekening',
    openTitle: 'Beeld kiezen',
    saveTitle: 'Beeld bewaren',
  },
}

// What Windows, Linux or macOS refuse in a name, and the marks that can make a name read backwards.
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]/gu
const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
const LONGEST_STEM = 100

/** A safe name for the save dialog to start from: no folders, no odd characters, the right extension. */
export function suggestName(wish: string, kind: FileKind): string {
  const { extension } = fileKinds[kind]
  const plain = wish.normalize('NFC').replace(FORBIDDEN, ' ')
  const ending = `.${extension}`
  const withoutEnding = plain.toLowerCase().endsWith(ending) ? plain.slice(0, -ending.length) : plain
  const stem = Array.from(withoutEnding.replace(/\s+/g, ' '))
    .slice(0, LONGEST_STEM)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const usable = stem === '' || RESERVED_ON_WINDOWS.test(stem) ? `Palet ${stem}`.trim() : stem
  return usable + ending
}

/** The chosen path with the extension of its kind; some dialogs leave it to the program to add it. */
export function withExtension(path: string, kind: FileKind): string {
  const ending = `.${fileKinds[kind].extension}`
  return path.toLowerCase().endsWith(ending) ? path : path + ending
}
