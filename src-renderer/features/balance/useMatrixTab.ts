import { computed, ref, shallowRef, useId } from 'vue'
import type { IsoDate } from '@/domain/model/entities'
import { useSelection } from '@/state/selection'
import { useBalanceStore } from './balanceStore'
import type { RowId } from './cellQuery'
import type { CellFace, Matrix, MatrixRow } from './matrix'
import type { MatrixPlace } from './useMatrixKeys'

const HEADINGS = { municipality: 'Gemeente', association: 'Corporatie', type: 'Arrangement' } as const

const NO_FACE: CellFace = {
  text: '',
  sign: null,
  heat: 0,
  muted: true,
  below: '',
  changed: false,
  spoken: '',
}

/** What a tab with a matrix does: the cell in focus or under the pointer, the panel behind a cell, and the grid's wiring. */
export function useMatrixTab<F>(
  matrix: () => Matrix<F> | null,
  faceOf: (figures: F, place: MatrixPlace) => CellFace,
) {
  const selection = useSelection()
  const store = useBalanceStore()
  const stripId = useId()

  const focused = shallowRef<MatrixPlace>({ row: 0, column: Math.max(0, store.current) })
  const hovered = shallowRef<MatrixPlace | null>(null)
  const panelOpen = ref(false)
  const opened = shallowRef<{ row: RowId; name: string; date: IsoDate } | null>(null)

  function rowAt(place: MatrixPlace): MatrixRow<F> | undefined {
    return place.row === null ? matrix()?.total : matrix()?.rows[place.row]
  }
  const rowId = (place: MatrixPlace): RowId => (place.row === null ? null : { id: rowAt(place)?.id ?? null })

  function face(row: number | null, column: number): CellFace {
    const place = { row, column }
    const figures = rowAt(place)?.cells[column]
    return figures === undefined ? NO_FACE : faceOf(figures, place)
  }

  /** The cell that the strip tells about; a row that is gone falls back on the total. */
  const shown = computed(() => {
    const place = hovered.value ?? focused.value
    const index = Math.min(place.column, store.columns.length - 1)
    const exact = rowAt(place)
    const row = exact ?? matrix()?.total
    const column = store.columns[index]
    const figures = row?.cells[index]
    if (column === undefined || row === undefined || figures === undefined) return null
    const id: RowId = exact === undefined ? null : rowId(place)
    return { place, column, row, figures, id }
  })

  /** Whoever walks on with the keys looks at the cell in focus, wherever the pointer was left. */
  function focusOn(place: MatrixPlace): void {
    focused.value = place
    hovered.value = null
  }

  function hover(place: MatrixPlace | null): void {
    hovered.value = place
  }

  function open(place: MatrixPlace): void {
    const column = store.columns[place.column]
    const row = rowAt(place)
    if (column === undefined || row === undefined) return
    opened.value = { row: rowId(place), name: row.name, date: column.date }
    panelOpen.value = true
  }

  function setQuarter(column: number): void {
    const date = store.columns[column]?.date
    if (date !== undefined) selection.setReferenceDate(date)
  }

  /** What every grid gets, whatever its figures are. */
  const grid = computed(() => ({
    nameHeading: HEADINGS[store.by],
    nameWidth: store.by === 'type' ? 220 : 148,
    columns: store.columns,
    rows: matrix()?.rows ?? [],
    face,
    current: store.current,
    describedBy: stripId,
    onActive: focusOn,
    onHover: hover,
    onOpen: open,
    onQuarter: setQuarter,
    onYear: store.toggleYear,
  }))

  return { stripId, panelOpen, opened, shown, grid, rowAt, rowId, open }
}
