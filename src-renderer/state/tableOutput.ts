import { type ExportTable, toClipboard, toCsv } from '../exchange'
import { copyTable, saveFileAs } from '../platform'
import { useNotices } from './notices'

/** Takes a table out of the program, and says so: to the clipboard, or to a file for a spreadsheet. */
export function useTableOutput() {
  const notices = useNotices()

  /** @param done what is said when it is on the clipboard */
  async function copy(table: ExportTable, done: string): Promise<void> {
    const { text, html } = toClipboard(table)
    const answer = await copyTable(text, html)
    if (answer.ok) notices.show({ kind: 'success', text: done })
    else notices.show({ kind: 'error', text: answer.error.message })
  }

  /** @param name of the file, without extension */
  async function saveCsv(table: ExportTable, name: string): Promise<void> {
    const answer = await saveFileAs('csv', `${name}.csv`, new TextEncoder().encode(toCsv(table)))
    if (!answer.ok) notices.show({ kind: 'error', text: answer.error.message })
    else if (answer.value !== null)
      notices.show({ kind: 'success', text: `De tabel is bewaard als ${answer.value.name}.` })
  }

  return { copy, saveCsv }
}
