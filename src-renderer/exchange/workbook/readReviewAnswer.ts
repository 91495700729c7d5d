import { ok, type Result } from '@/domain/result'
import type { AnswerFile, Notice } from '@/domain/review'
import { looksLikeReviewFile, parseReviewAnswer } from '../reviewFile'
import { findTable } from './findTable'
import type { Grid, Workbook } from './grid'
import { ANSWERED_LABEL, COVER_SHEET, sameWord, SENDER_LABEL, TABLE_SHEET } from './layout'
import { readTable } from './readTable'
import { readWorkbook } from './readWorkbook'
import { readDate, readText } from './values'

/**
 * Reads what an association sent back: a workbook (xlsx, ods), a table saved as CSV, or an answer file of Palet. Known
 * by its content, whatever it is called. Nothing in it is trusted, and it never throws. What can't be read of a cell or
 * a row is told in `notices`; the whole file is refused only when it isn't a table of a review at all. Refuses as
 * `readWorkbook`, `findTable` and `parseReviewAnswer` do.
 * @param name of the file, to keep in the log
 */
export async function readReviewAnswer(bytes: Uint8Array, name: string): Promise<Result<AnswerFile>> {
  const hash = await fingerprint(bytes)
  const shortName = name.replace(/^.*[/\\]/, '').slice(0, 200)
  if (looksLikeReviewFile(bytes)) return parseReviewAnswer(bytes, { name: shortName, hash, format: 'palet' })
  const workbook = await readWorkbook(bytes)
  if (!workbook.ok) return workbook
  const table = findTable(workbook.value)
  if (!table.ok) return table
  const { rows, proposed, notices } = readTable(table.value)
  const cover = readCover(workbook.value)
  return ok({
    stamp: table.value.stamp,
    source: { name: shortName, hash, format: workbook.value.format },
    sender: cover.sender,
    answeredAt: workbook.value.changedAt ?? cover.answeredAt,
    rows,
    proposed,
    notices: [...sheetNotices(workbook.value, table.value.grid), ...notices],
  })
}

/** SHA-256 in hexadecimals. */
async function fingerprint(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function sheetNotices(workbook: Workbook, grid: Grid): Notice[] {
  if (workbook.format === 'csv' || sameWord(grid.name, TABLE_SHEET)) return []
  return [
    {
      code: 'sheet-renamed',
      level: 'info',
      message: `Het blad met de tabel heet nu "${grid.name.slice(0, 60)}" in plaats van "${TABLE_SHEET}". Palet herkent het aan de kopjes.`,
      place: null,
    },
  ]
}

/** Who filled it in, and when, from the sheet of explanation: wherever those labels stand. */
function readCover(workbook: Workbook): { sender: string; answeredAt: string | null } {
  let sender = ''
  let answeredAt: string | null = null
  const covers = workbook.sheets.filter((sheet) => sameWord(sheet.name, COVER_SHEET))
  for (const sheet of covers.length > 0 ? covers : workbook.sheets)
    for (const row of sheet.rows.slice(0, 100))
      row.slice(0, 20).forEach((cell, column) => {
        if (typeof cell !== 'string') return
        const next = row[column + 1] ?? null
        if (sender === '' && sameWord(cell, SENDER_LABEL)) sender = readText(next).slice(0, 200)
        else if (answeredAt === null && sameWord(cell, ANSWERED_LABEL)) {
          const date = readDate(next)
          answeredAt = date.kind === 'value' ? `${date.value}T00:00:00Z` : null
        }
      })
  return { sender, answeredAt }
}
