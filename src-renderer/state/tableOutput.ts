import { type ExportTable, toClipboard, toCsv } from '../exchange'
import { copyTable, saveFileAs } from '../platform'
import { localToday } from './clock'
import { useNotices } from './notices'
import { noteOutput } from './outputLog'

/** How a table leaves the program. */
export type TableChoice = 'xlsx' | 'csv' | 'copy'

/** A table on its way out. */
export interface TableOut {
  /** All that the table holds, for a file. */
  readonly table: ExportTable
  /** Name of the file, without extension, such as `Palet partners 2026-11-02`. */
  readonly name: string
  /** What the table is of, for the log: `partners`. */
  readonly what: string
  /** What stands on the screen, for the clipboard, when a file holds something else. */
  readonly shown?: ExportTable
}

/** Takes a table out of the program, says so and puts it in the log. */
export function useTableOutput() {
  const notices = useNotices()

  async function copy({ table, shown, what }: TableOut): Promise<void> {
    const { text, html } = toClipboard(shown ?? table)
    const answer = await copyTable(text, html)
    if (!answer.ok) {
      notices.show({ kind: 'error', text: answer.error.message })
      return
    }
    notices.show({
      kind: 'success',
      text: 'De tabel is gekopieerd. Plak haar in een spreadsheet of in een bericht.',
    })
    await noteOutput({ kind: 'export', summary: `${what} gekopieerd naar het klembord` })
  }

  async function save(format: 'xlsx' | 'csv', { table, name }: TableOut): Promise<void> {
    const bytes = format === 'csv' ? new TextEncoder().encode(toCsv(table)) : await workbook(table, name)
    const answer = await saveFileAs(format === 'csv' ? 'csv' : 'workbook', `${name}.${format}`, bytes)
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

  const take = (choice: TableChoice, out: TableOut): Promise<void> =>
    choice === 'copy' ? copy(out) : save(choice, out)

  return { take }
}

/** The library comes along only when somebody asks for a workbook. */
async function workbook(table: ExportTable, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const { writeTableWorkbook } = await import('../exchange/workbook')
  const title = name.replace(/^Palet /, '').replace(/ \d{4}-\d{2}-\d{2}$/, '')
  const bytes = await writeTableWorkbook(table, {
    title: title.charAt(0).toUpperCase() + title.slice(1),
    madeOn: localToday(),
    format: 'xlsx',
  })
  return new Uint8Array(bytes)
}
