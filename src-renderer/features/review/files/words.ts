import type { RoundFileKind } from './makeFiles'

/** What a file is called on a button. */
export const fileLabels: Readonly<Record<RoundFileKind, string>> = {
  workbook: 'Werkmap (.xlsx)',
  review: 'Palet-bestand (.palet)',
  table: 'Tabel op papier (.pdf)',
  statement: 'Capaciteitsverklaring (.pdf)',
}

export const fileHints: Readonly<Record<RoundFileKind, string>> = {
  workbook: 'Voor Excel, LibreOffice en Numbers. De corporatie hoeft niets te installeren.',
  review: 'Voor een corporatie die zelf Palet heeft. Kan met een wachtzin.',
  table: 'De tabel om bij een overleg op tafel te leggen, met ruimte om te schrijven.',
  statement: 'Wat de corporatie heeft bevestigd en wat nog openstaat, om samen te ondertekenen.',
}

/** In the log and in a list: what was made. */
export const fileNouns: Readonly<Record<RoundFileKind, string>> = {
  workbook: 'werkmap',
  review: 'Palet-bestand',
  table: 'tabel als PDF',
  statement: 'capaciteitsverklaring',
}
