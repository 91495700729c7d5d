import { type ExportTable, toClipboard, toCsv } from '../exchange'
import { copyTable, saveFileAs } from '../platform'
import { useNotices } from './notices'
import { noteOutput } from './outputLog'

/** Takes a table out of the program, and says so: to the clipboard, or to a file for a spreadsheet. */
export function useTableOutput() {
  const notices = useNotices()

  /**
   * @param done what is said when it is on the clipboard
   * @param what the table is of, for the log
   */
  async function copy(table: ExportTable, done: string, what: string): Promise<void> {
    const { text, html } = toClipboard(table)
    const answer = await copyTable(text, html)
    if (!answer.ok) {
      notices.show({ kind: 'error', text: answer.error.message })
      return
    }
    notices.show({ kind: 'success', text: done })
    await noteOutput({ kind: 'export', summary: `${what} gekopieerd naar het klembord` })
  }

  /** @param name of the file, without extension */
  async function saveCsv(table: ExportTable, name: string): Promise<void> {
    const bytes = new TextEncoder().encode(toCsv(table))
    const answer = await saveFileAs('csv', `${name}.csv`, bytes)
    if (!answer.ok) {
      notices.show({ kind: 'error', text: answer.error.message })
      return
    }
    if (answer.value === null) return
    const saved = answer.value.name
    notices.show({ kind: 'success', text: `De tabel is bewaard als ${saved}.` })
    await noteOutput({
      kind: 'export',
      summary: `tabel bewaard als "${saved}"`,
      file: { name: saved, bytes },
    })
  }

  return { copy, saveCsv }
}
