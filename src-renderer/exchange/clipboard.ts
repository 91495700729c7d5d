import { type ExportTable, tableText } from './table'

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES.get(c) ?? c)

/** Tabs and line ends separate cells, so inside a cell they become spaces. */
const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, ' ')

/** The table as tab-separated text and as an HTML table, to put both on the clipboard. */
export function toClipboard(table: ExportTable): { readonly text: string; readonly html: string } {
  const [header = [], ...rows] = tableText(table)
  const text = [header, ...rows].map((cells) => cells.map(oneLine).join('\t')).join('\n')
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((c) => `<${tag}>${escapeHtml(c)}</${tag}>`).join('')}</tr>`
  const body = rows.map((cells) => row(cells, 'td')).join('')
  const html = `<table><thead>${row(header, 'th')}</thead><tbody>${body}</tbody></table>`
  return { text, html }
}

/** Plain text for programs that paste HTML: a paragraph for each part, a break for each line. */
export const textAsHtml = (text: string): string =>
  escapeHtml(text)
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`)
    .join('')
