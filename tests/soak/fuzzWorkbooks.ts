import fc from 'fast-check'
import { applyPatches } from '@/domain/history/patch'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  acceptOpen,
  checkAnswer,
  checkValue,
  decideCells,
  type ReviewRound,
  takeInAnswer,
} from '@/domain/review'
import { validateProgramme } from '@/domain/validation'
import { readReviewAnswer } from '@/exchange/workbook'
import { reviewContext, started } from '../domain/review/support'
import { programmeArbitrary } from '../fixtures/randomProgramme'
import { type Damage, damageArbitrary, damaged } from './damage'
import { assertNoFormulas, type Source, sourcesOf, withNastyNames } from './workbookSources'

/** What a run of damaged workbooks came to. */
export interface WorkbookFuzzReport {
  readonly tried: number
  readonly opened: number
  /** By code of the refusal. */
  readonly refused: Readonly<Record<string, number>>
  /** Longest that one file took, in milliseconds. */
  readonly slowest: number
  /** Most memory held after a file, above what was held at the start, in MB. */
  readonly growth: number
}

export interface WorkbookFuzzOptions {
  readonly count: number
  readonly seed: number
  /** Fails on a file that takes longer, in milliseconds. Left out where the machine may be busy with other things. */
  readonly longest?: number
  readonly onProgress?: (tried: number) => void
}

const BATCH = 100
/** A table of some rows never needs this much; a bomb would. */
const MOST_GROWTH = 700
const ASK = { owner: 'regisseur', due: '2026-12-15' }

const held = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1_048_576
}

/**
 * Reads damaged workbooks and CSVs, of zip, XML and cell alike. Each is refused in Dutch or read; what was read can be
 * compared and taken in without a programme becoming unsound; nothing throws, and nothing is written anywhere.
 */
export async function fuzzWorkbooks(options: WorkbookFuzzOptions): Promise<WorkbookFuzzReport> {
  const { count, seed, longest, onProgress } = options
  const refused: Record<string, number> = {}
  const start = held()
  let [tried, opened, slowest, growth] = [0, 0, 0, 0]

  for (let batch = 0; tried < count; batch += 1) {
    const { data, round, sources } = await situation(seed + batch)
    const before = JSON.stringify([...data.projects])
    const once = async (source: Source, damages: readonly Damage[]): Promise<void> => {
      const file = await damaged(source, damages)
      const from = performance.now()
      const code = await outcomeOf(file, data, round)
      const took = performance.now() - from
      tried += 1
      slowest = Math.max(slowest, took)
      growth = Math.max(growth, held() - start)
      if (code === 'opened') opened += 1
      else refused[code] = (refused[code] ?? 0) + 1
      if (longest !== undefined && took > longest) throw new Error(`took ${String(Math.round(took))} ms`)
      if (growth > MOST_GROWTH) throw new Error(`held ${String(Math.round(growth))} MB more`)
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sources),
        fc.array(damageArbitrary, { minLength: 1, maxLength: 4 }),
        once,
      ),
      { numRuns: Math.min(BATCH, count - tried), seed: seed + batch },
    )
    if (JSON.stringify([...data.projects]) !== before) throw new Error('reading changed the programme')
    onProgress?.(tried)
  }
  return { tried, opened, refused, slowest, growth }
}

/** Another programme and round for each batch, with names that look like formulas among them. */
async function situation(
  seed: number,
): Promise<{ data: ProgrammeData; round: ReviewRound; sources: readonly Source[] }> {
  const asked = programmeArbitrary.filter((d) =>
    [...d.projects.values()].some((p) => p.associationId !== null),
  )
  const [programme] = fc.sample(asked, { numRuns: 1, seed })
  if (programme === undefined) throw new Error('no programme')
  const { data, round } = started(withNastyNames(programme, seed))
  const sources = await sourcesOf(data, round)
  for (const source of sources) await assertNoFormulas(source)
  return { data, round, sources }
}

/** The code of the refusal, or `opened`. Fails on a value that may not be, and on an answer that breaks the programme. */
async function outcomeOf(file: Uint8Array, data: ProgrammeData, round: ReviewRound): Promise<string> {
  const answer = await readReviewAnswer(file, 'antwoord.xlsx')
  if (!answer.ok) {
    if (!/[.!]$/.test(answer.error.message)) throw new Error(`no sentence: ${answer.error.message}`)
    return answer.error.code
  }
  const checked = checkAnswer(data, answer.value)
  if (!checked.ok) return `checked ${checked.error.code}`
  for (const { field, value } of checked.value.rows.flatMap((row) => row.cells))
    if (!checkValue(field, value).ok) throw new Error(`took ${String(value)} for ${field}`)
  if (checked.value.notices.some((n) => n.message.trim() === '')) throw new Error('a notice without words')
  const ctx = reviewContext()
  const taken = takeInAnswer(answer.value, [], ASK)(data, ctx)
  if (!taken.ok) return `taken ${taken.error.code}`
  const next = applyPatches(data, taken.value.patches)
  const kept = [...next.reviewAnswers.values()][0]
  if (kept === undefined) throw new Error('no answer kept')
  const decided = decideCells(kept.id, acceptOpen(next, round, kept).decisions, ASK)(next, ctx)
  if (!decided.ok) throw new Error(`${decided.error.code}: ${decided.error.message}`)
  const problems = validateProgramme(applyPatches(next, decided.value.patches))
  if (problems[0] !== undefined) throw new Error(`unsound: ${problems[0].message}`)
  return 'opened'
}
