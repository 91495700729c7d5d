import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import { compareDutch } from '@/domain/labels'
import type { Id } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { askedFields, type ReviewRound, rowsFor } from '@/domain/review'
import { coverSheet } from './coverSheet'
import { LISTS_SHEET } from './layout'
import { reviewSheet } from './reviewSheet'
import { boldStyle, plainStyle } from './styles'
import { properties, safeText } from './write'

/**
 * The workbook that an association gets: a sheet of explanation and the table, with only the answer cells unlocked. The
 * protection has no password: it is there against mistakes, and the reader trusts nothing that is locked anyway.
 */
export async function writeReviewWorkbook(
  round: ReviewRound,
  associationId: Id,
  data: ProgrammeData,
  options: { readonly paper?: 'a4' | 'a3' } = {},
): Promise<Uint8Array> {
  const rows = rowsFor(round, associationId)
  const associationName = rows[0]?.associationName ?? data.partners.get(associationId)?.name ?? ''
  const municipalities = names([...data.municipalities.values()].map((m) => m.name))
  const types = names([...data.arrangementTypes.values()].filter((t) => !t.retired).map((t) => t.name))
  const range = (letter: string, count: number): string =>
    `${LISTS_SHEET}!$${letter}$2:$${letter}$${String(Math.max(2, count + 1))}`
  const fields = askedFields(round.scope).length
  return writeXlsx({
    sheets: [
      coverSheet({ round, associationName, rows: rows.length, verdictColumn: 4 + fields }),
      reviewSheet({
        round,
        associationId,
        associationName,
        rows,
        paper: options.paper ?? 'a4',
        municipalityRange: range('A', municipalities.length),
        typeRange: range('B', types.length),
      }),
      listsSheet(municipalities, types),
    ],
    properties: properties(`Reviewronde ${String(round.number)}, ${associationName}`, round.startedOn),
    activeSheet: 0,
    workbookProtection: { lockStructure: true },
    defaultFont: { name: 'Calibri', size: 11 },
  })
}

/** `reviewronde-3-prowonen.xlsx` and the like: safe in every file system. */
export function reviewFileName(round: ReviewRound, associationName: string, extension: string): string {
  const name = associationName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60)
  return `reviewronde-${String(round.number)}-${name === '' ? 'corporatie' : name}.${extension}`
}

const names = (list: readonly string[]): string[] => [...new Set(list)].sort(compareDutch)

/** Names to choose from in rows for new projects, on a hidden sheet: a list in the rule itself is cut at 255 signs. */
function listsSheet(municipalities: readonly string[], types: readonly string[]): WriteSheet {
  const cells = new Map([
    ['0,0', { value: 'Gemeente', style: boldStyle }],
    ['0,1', { value: 'Arrangementtype', style: boldStyle }],
  ])
  municipalities.forEach((name, i) =>
    cells.set(`${String(i + 1)},0`, { value: safeText(name), style: plainStyle }),
  )
  types.forEach((name, i) => cells.set(`${String(i + 1)},1`, { value: safeText(name), style: plainStyle }))
  return { name: LISTS_SHEET, rows: [], cells, hidden: true, protection: { sheet: true } }
}
