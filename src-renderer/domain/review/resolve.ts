import { capitalise, formatNumber, plural } from '../labels'
import type { AnswerFile, FileCell, FileRow, Notice, Place } from './answerFile'
import { checkValue, reviewFieldLabels, valueText } from './fields'
import type { AnsweredCell, AnsweredRow, AskedCell, ProposedRow, ReviewRound, ReviewRow } from './model'

/** The answer beside what was asked. */
export interface ResolvedAnswer {
  readonly rows: readonly AnsweredRow[]
  readonly proposed: readonly ProposedRow[]
  readonly notices: readonly Notice[]
}

/** More rows missing than this are told as one notice. */
const MANY = 5

/**
 * Lays the rows of a file beside the frozen table: what was confirmed, what was corrected, what was asked. The value
 * that was asked comes from the round, never from the file.
 */
export function resolveAnswer(round: ReviewRound, file: AnswerFile): ResolvedAnswer {
  const asked = new Map(
    round.rows.filter((r) => r.associationId === file.stamp.associationId).map((r) => [r.id, r]),
  )
  const notices: Notice[] = [...file.notices]
  const rows = new Map<string, AnsweredRow>()
  const strange: ProposedRow[] = []
  for (const row of file.rows) {
    const known = asked.get(row.rowId)
    if (known === undefined || rows.has(row.rowId)) {
      strange.push(asProposed(row))
      notices.push(strangeNotice(row, known !== undefined))
      continue
    }
    notices.push(...lockedNotices(known, row))
    rows.set(row.rowId, resolvedRow(known, row, notices))
  }
  notices.push(...missingNotices([...asked.values()].filter((r) => !rows.has(r.id))))
  return {
    rows: [...rows.values()].filter((row) => row.cells.length > 0 || row.remark !== ''),
    proposed: [...file.proposed, ...strange],
    notices,
  }
}

function resolvedRow(asked: ReviewRow, row: FileRow, notices: Notice[]): AnsweredRow {
  const cells: AnsweredCell[] = []
  for (const cell of row.cells) {
    const of = asked.cells.find((c) => c.field === cell.field)
    if (of === undefined) {
      if (cell.value !== null && cell.value !== '') notices.push(notAsked(asked, cell, placeOf(row, cell)))
      continue
    }
    if (cell.kind === 'given' && cell.value === null && of.value !== null) {
      notices.push(emptied(asked, of, cell, placeOf(row, cell)))
      continue
    }
    const value = checkValue(cell.field, cell.value)
    if (!value.ok) {
      notices.push({
        code: 'cell-invalid',
        level: 'error',
        message: value.error.message,
        place: placeOf(row, cell),
      })
      continue
    }
    const answered = answeredCell(of, cell, row)
    if (answered !== null) cells.push(answered)
  }
  if (row.verdict === 'question' && row.remark === '')
    notices.push({
      code: 'question-empty',
      level: 'warning',
      message: `Bij "${asked.projectName}" staat "vraag", maar de vraag zelf ontbreekt.`,
      place: row.place,
    })
  if (row.verdict === 'changed' && cells.every((c) => c.kind === 'confirm') && row.remark === '')
    notices.push({
      code: 'changed-nothing',
      level: 'warning',
      message: `Bij "${asked.projectName}" staat "gewijzigd", maar er is niets anders ingevuld.`,
      place: row.place,
    })
  return { rowId: row.rowId, remark: row.remark, cells }
}

const placeOf = ({ place }: FileRow, { column }: FileCell): Place | null =>
  place === null ? null : { ...place, column }

/** A value that differs is a correction, whatever else is said; one that is the same counts only when somebody says so. */
function answeredCell(of: AskedCell, cell: FileCell, row: FileRow): AnsweredCell | null {
  const { field, remark } = cell
  if (cell.kind === 'question') return { field, kind: 'question', value: of.value, remark }
  if (cell.kind === 'confirm') return { field, kind: 'confirm', value: of.value, remark }
  if (cell.value !== of.value) return { field, kind: 'correct', value: cell.value, remark }
  const said = cell.kind === 'correct' || row.verdict === 'agreed' || row.verdict === 'changed'
  return said ? { field, kind: 'confirm', value: of.value, remark } : null
}

function asProposed(row: FileRow): ProposedRow {
  return {
    code: row.rowId,
    projectName: row.locked?.projectName ?? '',
    municipalityName: row.locked?.municipalityName ?? '',
    typeName: row.locked?.typeName ?? '',
    values: row.cells
      .filter((c) => c.kind !== 'question' && checkValue(c.field, c.value).ok)
      .map(({ field, value }) => ({ field, value })),
    remark: row.remark,
  }
}

function strangeNotice(row: FileRow, double: boolean): Notice {
  return {
    code: double ? 'row-double' : 'row-strange',
    level: 'warning',
    message: double
      ? `De rij met code ${row.rowId} staat er twee keer in. De eerste telt; de tweede staat apart.`
      : `De rij met code ${row.rowId} hoort niet bij de vraag aan deze corporatie. De rij staat apart.`,
    place: row.place,
  }
}

function notAsked(asked: ReviewRow, cell: FileCell, place: Place | null): Notice {
  return {
    code: 'cell-not-asked',
    level: 'warning',
    message: `Bij "${asked.projectName}" is "${reviewFieldLabels[cell.field]}" ingevuld (${valueText(cell.field, cell.value)}), maar dat is niet gevraagd. Het is niet overgenomen.`,
    place,
  }
}

/** Empty is no number: whoever means zero says so. */
function emptied(asked: ReviewRow, of: AskedCell, cell: FileCell, place: Place | null): Notice {
  const zero = typeof of.value === 'number' ? ' Bedoelt de corporatie 0, dan hoort daar een 0.' : ''
  return {
    code: 'cell-emptied',
    level: 'warning',
    message: `Bij "${asked.projectName}" is "${reviewFieldLabels[cell.field]}" leeggemaakt (gevraagd: ${valueText(of.field, of.value)}). Dat telt als niet beantwoord.${zero}`,
    place,
  }
}

function lockedNotices(asked: ReviewRow, { locked, place }: FileRow): Notice[] {
  if (locked === null) return []
  return (
    [
      ['project', asked.projectName, locked.projectName],
      ['gemeente', asked.municipalityName, locked.municipalityName],
      ['arrangementtype', asked.typeName, locked.typeName],
    ] as const
  )
    .filter(([, was, is]) => squeezed(was) !== squeezed(is))
    .map(([what, was, is]) => ({
      code: 'locked-changed',
      level: 'warning',
      message: `De vaste cel "${what}" is gewijzigd van "${was}" in "${is}". Palet houdt "${was}" aan; de rij is herkend aan haar code.`,
      place,
    }))
}

/** Spreadsheets change spaces: those don't count as a change. */
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

function missingNotices(missing: readonly ReviewRow[]): Notice[] {
  if (missing.length > MANY)
    return [
      {
        code: 'rows-missing',
        level: 'warning',
        message: `${capitalise(plural(missing.length, 'gevraagde rij', 'gevraagde rijen'))} ontbreken in het bestand, zoals "${missing[0]?.projectName ?? ''}". Die tellen als niet beantwoord.`,
        place: null,
      },
    ]
  return missing.map((row) => ({
    code: 'row-missing',
    level: 'warning',
    message: `De rij van "${row.projectName}" (${row.id}) ontbreekt in het bestand en telt als niet beantwoord.`,
    place: null,
  }))
}

/** `12 van 40 rijen beantwoord`. */
export function progressText(answered: number, asked: number): string {
  return `${formatNumber(answered)} van ${plural(asked, 'rij', 'rijen')} beantwoord`
}
