import { formatNumber, plural } from '../domain/labels'

/** Lines of the log that the store writes by itself. */
export const summaryOfRestore = (sequence: number): string =>
  `alles teruggezet naar regel ${formatNumber(sequence)} van het logboek`

export const summaryOfErasing = (records: number): string =>
  `${plural(records, 'gegeven', 'gegevens')} voorgoed gewist`
