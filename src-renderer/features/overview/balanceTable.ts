import type { BalanceRow, BalanceTable } from '@/domain/capacity'
import { capitalise, statusGroupLabels } from '@/domain/labels'
import type { ExportTable } from '@/exchange'

const FIGURES = ['shelterOpen', 'realised', 'committed', 'planned', 'ambition', 'gap'] as const

/** The balance by municipality with its total, for a spreadsheet. */
export function balanceTable(balance: BalanceTable, ambitionSet: boolean): ExportTable {
  const figures = FIGURES.filter((name) => ambitionSet || (name !== 'ambition' && name !== 'gap'))
  const line = (row: BalanceRow) => [
    row.name,
    ...figures.map((name) => row[name]),
    row.closing?.date ?? null,
    row.closing?.text ?? null,
  ]
  return {
    columns: [
      { key: 'name', label: 'Gemeente', kind: 'text' },
      ...figures.map((key) => ({ key, label: capitalise(statusGroupLabels[key]), kind: 'number' as const })),
      { key: 'closingDate', label: 'Besluit op', kind: 'date' },
      { key: 'closing', label: 'Besluit of afspraak', kind: 'text' },
    ],
    rows: [...balance.rows.map(line), line({ ...balance.total, name: 'Totaal' })],
  }
}
