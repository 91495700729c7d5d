import { type ExportTable, tableText } from './table'

/** CSV as a Dutch spreadsheet opens it: UTF-8 with byte order mark, semicolons, lines that end with CR LF. */
export function toCsv(table: ExportTable): string {
  const lines = tableText(table).map((cells) => cells.map(quoted).join(';'))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function quoted(text: string): string {
  return /[;"\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
