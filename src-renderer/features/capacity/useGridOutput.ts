import { toClipboard, toCsv } from '@/exchange'
import { formatDate } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import { copyTable, saveFileAs } from '@/platform'
import { useNotices } from '@/state/notices'
import { exportTable } from './gridExport'
import type { GridModel } from './gridModel'

/** Takes the table out of the program: to the clipboard, or to a file for a spreadsheet. */
export function useGridOutput() {
  const notices = useNotices()

  async function copy(model: GridModel, date: IsoDate): Promise<void> {
    const { text, html } = toClipboard(exportTable(model, 'with'))
    const answer = await copyTable(text, html)
    if (answer.ok)
      notices.show({
        kind: 'success',
        text: `De tabel van ${formatDate(date)} is gekopieerd. Plak haar in een spreadsheet of in een bericht.`,
      })
    else notices.show({ kind: 'error', text: answer.error.message })
  }

  /** @param name first part of the file name, without date and extension */
  async function saveCsv(model: GridModel, name: string, date: IsoDate): Promise<void> {
    const csv = toCsv(exportTable(model, 'without'))
    const answer = await saveFileAs('csv', `${name} ${date}.csv`, new TextEncoder().encode(csv))
    if (!answer.ok) notices.show({ kind: 'error', text: answer.error.message })
    else if (answer.value !== null)
      notices.show({ kind: 'success', text: `De tabel is bewaard als ${answer.value.name}.` })
  }

  return { copy, saveCsv }
}
