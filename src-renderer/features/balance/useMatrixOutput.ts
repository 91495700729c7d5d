import { useSelection } from '@/state/selection'
import { type TableChoice, useTableOutput } from '@/state/tableOutput'
import { useBalanceStore } from './balanceStore'
import { placesFile, screenTable, supportFile } from './matrixExport'

/** Takes the matrix out of the program: what is on screen to the clipboard, all figures to a file. */
export function useMatrixOutput() {
  const output = useTableOutput()
  const selection = useSelection()
  const store = useBalanceStore()

  async function take(choice: TableChoice): Promise<void> {
    if (store.tab === 'places' && store.places !== null)
      await output.take(choice, {
        table: placesFile(store.places, store.by),
        shown: screenTable(store.places, store.by, (figures) => figures[store.measure]),
        name: `Palet overgangsbalans per kwartaal ${selection.today}`,
        what: 'overgangsbalans per kwartaal',
      })
    else if (store.tab === 'support' && store.support !== null)
      await output.take(choice, {
        table: supportFile(store.support, store.by),
        shown: screenTable(store.support, store.by, (figures) => figures[store.supportMeasure]),
        name: `Palet begeleiding per kwartaal ${selection.today}`,
        what: 'begeleiding per kwartaal',
      })
  }

  return { take }
}
