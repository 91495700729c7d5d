import { describe, expect, it } from 'vitest'
import { moveCell } from '@/ui/gridKeys'
import { layoutColumns } from '@/features/capacity/gridLayout'
import type { GridColumn } from '@/features/capacity/gridModel'

const size = { rows: 20, columns: 5, page: 6 }
const from =
  (row: number, column: number) =>
  (key: string, control = false) =>
    moveCell({ row, column }, key, control, size)

describe('moving through the grid by keys', () => {
  it('steps one cell and stops at the edges', () => {
    const middle = from(4, 2)
    expect(middle('ArrowUp')).toEqual({ row: 3, column: 2 })
    expect(middle('ArrowDown')).toEqual({ row: 5, column: 2 })
    expect(middle('ArrowLeft')).toEqual({ row: 4, column: 1 })
    expect(middle('ArrowRight')).toEqual({ row: 4, column: 3 })
    expect(from(0, 0)('ArrowUp')).toEqual({ row: 0, column: 0 })
    expect(from(0, 0)('ArrowLeft')).toEqual({ row: 0, column: 0 })
    expect(from(19, 4)('ArrowDown')).toEqual({ row: 19, column: 4 })
    expect(from(19, 4)('ArrowRight')).toEqual({ row: 19, column: 4 })
  })

  it('jumps to the ends of a row, of the grid, and by a page', () => {
    const middle = from(10, 2)
    expect(middle('Home')).toEqual({ row: 10, column: 0 })
    expect(middle('End')).toEqual({ row: 10, column: 4 })
    expect(middle('Home', true)).toEqual({ row: 0, column: 0 })
    expect(middle('End', true)).toEqual({ row: 19, column: 4 })
    expect(middle('PageDown')).toEqual({ row: 16, column: 2 })
    expect(middle('PageUp')).toEqual({ row: 4, column: 2 })
    expect(from(17, 2)('PageDown')).toEqual({ row: 19, column: 2 })
  })

  it('leaves other keys alone', () => {
    expect(from(4, 2)('Tab')).toBeNull()
    expect(from(4, 2)('a')).toBeNull()
  })
})

describe('dividing the width over columns', () => {
  const column = (kind: 'text' | 'number', width: number): GridColumn => ({
    key: `${kind}${String(width)}`,
    label: '',
    kind,
    width,
    sticky: kind === 'text',
    sortable: true,
  })
  const columns = [column('text', 168), column('text', 236), column('text', 150), column('number', 96)]

  it('fills the grid exactly when there is room', () => {
    for (const width of [700, 901, 1130, 1690]) {
      const layout = layoutColumns(columns, width)
      expect(layout.reduce((sum, c) => sum + c.width, 0)).toBe(width)
    }
  })

  it('never makes a column narrower than it needs, and then scrolls', () => {
    expect(layoutColumns(columns, 300).map((c) => c.width)).toEqual([168, 236, 150, 96])
  })

  it('keeps all names in place when there is room, else only the first', () => {
    expect(layoutColumns(columns, 2000).map((c) => c.left !== null)).toEqual([true, true, true, false])
    expect(layoutColumns(columns, 500).map((c) => c.left)).toEqual([0, null, null, null])
  })
})
