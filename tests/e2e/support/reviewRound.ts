import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { saveProject } from '@/domain/commands'
import { applyPatches } from '@/domain/history/patch'
import type { Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { type ReviewRound, startRound, wholeScope } from '@/domain/review'
import { parsePalet, serialisePalet } from '@/exchange'
import { writeReviewWorkbook } from '@/exchange/workbook'
import { localToday } from '@/state/clock'
import { type Sheets, sheetsOf } from '../../data/workbook/support'
import { withoutRounds } from '../../domain/review/support'

/** The sample with a round in it, as a person would have it after sending the questions. */
export interface ReviewProgramme {
  /** Of the moment that the round began: what the associations were asked. */
  readonly data: ProgrammeData
  readonly round: ReviewRound
  /** As a `.palet` file, with what was changed in the plan since. */
  readonly text: string
}

export const REFERENCE_DATE = '2026-12-31'

/** @param edits projects that were changed after the question went out */
export function reviewProgramme(
  edits: (data: ProgrammeData) => readonly Project[] = () => [],
  idsOf = 'ronde',
): ReviewProgramme {
  const file = resolve(import.meta.dirname, '../../../resources/sample/achterhoek.palet')
  const read = parsePalet(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(read.error.message)
  const sample = withoutRounds(read.value.data)
  let ids = 0
  const ctx = { newId: () => `${idsOf}-${String((ids += 1))}`, today: localToday() }
  const begun = startRound({
    referenceDate: REFERENCE_DATE,
    dueDate: localToday(),
    question: 'Kloppen de aantallen op de peildatum?',
    scope: wholeScope,
  })(sample, ctx)
  if (!begun.ok) throw new Error(begun.error.message)
  const data = applyPatches(sample, begun.value.patches)
  const [round] = data.reviewRounds.values()
  if (round === undefined) throw new Error('no round')
  const now = edits(data).reduce((next, project) => {
    const saved = saveProject(project)(next, ctx)
    if (!saved.ok) throw new Error(saved.error.message)
    return applyPatches(next, saved.value.patches)
  }, data)
  const text = serialisePalet(now, { savedAt: '2026-11-02T09:00:00Z', programmeId: 'review-programma-1' })
  return { data, round, text }
}

/** The workbook of one association, as plain sheets that a test fills in. */
export async function askedSheets({ data, round }: ReviewProgramme, associationId: string): Promise<Sheets> {
  return sheetsOf(await writeReviewWorkbook(round, associationId, data))
}

export const rowOf = ({ round }: ReviewProgramme, projectId: string): number => {
  const row = round.rows.find((r) => r.projectId === projectId)
  if (row === undefined) throw new Error(`no row of ${projectId}`)
  return round.rows.filter((r) => r.associationId === row.associationId).indexOf(row)
}

/** A file dropped on the window, as somebody drags it from their mail. */
export async function dropFile(window: Page, name: string, bytes: Uint8Array): Promise<void> {
  await window.evaluate(
    ({ content, fileName }) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([bytes], fileName))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    { content: Buffer.from(bytes).toString('base64'), fileName: name },
  )
}
