import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { emptyRegie, type ProgrammeData } from '@/domain/model/programmeData'
import { type Decision, draftDecision } from '@/domain/regie'
import { parsePalet, serialisePalet } from '@/exchange'
import { localToday } from '@/state/clock'
import { dropFile } from './reviewRound'

let ids = 0
export const ctx = { newId: () => `besluit-proef-${String((ids += 1))}`, today: localToday() }

/** The sample with regie as a test needs it, and nothing else of regie. */
export function sampleWith(edit: (data: ProgrammeData) => Partial<ProgrammeData>): ProgrammeData {
  const file = resolve(import.meta.dirname, '../../../resources/sample/achterhoek.palet')
  const read = parsePalet(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(read.error.message)
  const bare = { ...read.value.data, ...emptyRegie() }
  return { ...bare, ...edit(bare) }
}

export async function openProgramme(window: Page, data: ProgrammeData): Promise<void> {
  const text = serialisePalet(data, {
    savedAt: '2026-11-02T09:00:00Z',
    programmeId: 'b7a0c1de-6a5f-4a53-9f1e-2f0c8f1d77ab',
  })
  await dropFile(window, 'programma.palet', new TextEncoder().encode(text))
  await window.getByTestId('overview-ready').waitFor()
}

export const byId = <T extends { readonly id: string }>(...records: T[]): Map<string, T> =>
  new Map(records.map((record) => [record.id, record]))

export const asked = (data: ProgrammeData, fields: Partial<Decision>): Decision => ({
  ...draftDecision(data, ctx),
  ...fields,
})

/** The words of a PDF in one line. */
export const wordsOf = (path: string, ...args: string[]): string =>
  execFileSync('pdftotext', [...args, path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
