import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CommandContext } from '@/domain/commands/context'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { Scenario } from '@/domain/scenario'
import { inputsFrom } from '@/domain/simulation'
import { parsePalet } from '@/exchange'
import type { DraftSurroundings } from '@/features/whatIf/changes/changeDraft'

export const TODAY = '2026-11-01'

function read(): ProgrammeData {
  const path = resolve(import.meta.dirname, '../../../resources/sample/achterhoek.palet')
  const file = parsePalet(readFileSync(path, 'utf8'))
  if (!file.ok) throw new Error(file.error.message)
  return file.value.data
}

export const sample = read()

/** Ids in a row, so that a test reads the same each time. */
export function context(): CommandContext {
  let last = 0
  return {
    today: TODAY,
    newId: () => {
      last += 1
      return `id-${String(last)}`
    },
  }
}

export function surroundings(): DraftSurroundings {
  return { data: sample, inputs: inputsFrom(sample, TODAY), ctx: context() }
}

export const scenarioOf = (changes: Scenario['changes'] = []): Scenario => ({
  id: 'scenario',
  name: 'Proef',
  note: '',
  createdOn: TODAY,
  changes,
})
