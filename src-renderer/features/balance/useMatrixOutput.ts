import { type ExportTable, toClipboard, toCsv } from '@/exchange'
import { copyTable, saveFileAs } from '@/platform'
import { useNotices } from '@/state/notices'
import { useSelection } from '@/state/selection'
import { useBalanceStore } from './balanceStore'
import { placesFile, screenTable, supportFile } from './matrixExport'

/** Takes the matrix out of the program: what is on screen to the clipboard, all figures to a file. */
export function useMatrixOutput() {
  const notices = useNotices()
  const selection = useSelection()
  const store = useBalanceStore()

  function onScreen(): ExportTable | null {
    if (store.tab === 'places' && store.places !== null)
      return screenTable(store.places, store.by, (figures) => figures[store.measure])
    if (store.tab === 'support' && store.support !== null)
      return screenTable(store.support, store.by, (figures) => figures[store.supportMeasure])
    return null
  }

  async function copy(): Promise<void> {
    const table = onScreen()
    if (table === null) return
    const { text, html } = toClipboard(table)
    const answer = await copyTable(text, html)
    if (answer.ok)
      notices.show({
        kind: 'success',
        text: 'De tabel is gekopieerd. Plak haar in een spreadsheet of in een bericht.',
      })
    else notices.show({ kind: 'error', text: answer.error.message })
  }

  async function saveCsv(): Promise<void> {
    const file =
      store.tab === 'places' && store.places !== null
        ? { name: 'Palet overgangsbalans per kwartaal', table: placesFile(store.places, store.by) }
        : store.tab === 'support' && store.support !== null
          ? { name: 'Palet begeleiding per kwartaal', table: supportFile(store.support, store.by) }
          : null
    if (file === null) return
    const bytes = new TextEncoder().encode(toCsv(file.table))
    const answer = await saveFileAs('csv', `${file.name} ${selection.today}.csv`, bytes)
    if (!answer.ok) notices.show({ kind: 'error', text: answer.error.message })
    else if (answer.value !== null)
      notices.show({ kind: 'success', text: `De tabel is bewaard als ${answer.value.name}.` })
  }

  return { copy, saveCsv }
}
