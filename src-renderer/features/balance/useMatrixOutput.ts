import type { ExportTable } from '@/exchange'
import { useSelection } from '@/state/selection'
import { useTableOutput } from '@/state/tableOutput'
import { useBalanceStore } from './balanceStore'
import { placesFile, screenTable, supportFile } from './matrixExport'

/** Takes the matrix out of the program: what is on screen to the clipboard, all figures to a file. */
export function useMatrixOutput() {
  const output = useTableOutput()
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
    await output.copy(
      table,
      'De tabel is gekopieerd. Plak haar in een spreadsheet of in een bericht.',
      store.tab === 'places' ? 'overgangsbalans per kwartaal' : 'begeleiding per kwartaal',
    )
  }

  async function saveCsv(): Promise<void> {
    const file =
      store.tab === 'places' && store.places !== null
        ? { name: 'Palet overgangsbalans per kwartaal', table: placesFile(store.places, store.by) }
        : store.tab === 'support' && store.support !== null
          ? { name: 'Palet begeleiding per kwartaal', table: supportFile(store.support, store.by) }
          : null
    if (file === null) return
    await output.saveCsv(file.table, `${file.name} ${selection.today}`)
  }

  return { copy, saveCsv }
}
