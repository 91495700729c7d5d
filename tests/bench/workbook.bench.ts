import { readXlsx } from 'hucre/xlsx'
import {
  checkAnswer,
  compareAnswer,
  draftAnswer,
  type ReviewRound,
  startRound,
  wholeScope,
} from '@/domain/review'
import { applyPatches } from '@/domain/history/patch'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { readReviewAnswer, writeReviewWorkbook } from '@/exchange/workbook'
import { nationalProgramme } from '../fixtures/nationalProgramme'
import { inTurn, report } from './measure'

/**
 * A workbook of 50,000 rows: the dry run (guard, reading, laying beside the round, three-way comparison) against the
 * library's bare read of the same bytes, in time and in memory.
 */
const ROWS = 50_000

function situation(): { data: ProgrammeData; round: ReviewRound; associationId: string } {
  const whole = nationalProgramme({ regions: 50, projectsPerRegion: 1_000, seed: 1 })
  const association = [...whole.partners.values()].find((p) => p.kind === 'housingAssociation')
  if (association === undefined) throw new Error('no association')
  const projects = new Map(
    [...whole.projects].map(([id, p]) => [id, { ...p, associationId: association.id }] as const),
  )
  const data = { ...whole, projects }
  let n = 0
  const ctx = { newId: () => `n-${String((n += 1))}`, today: '2026-11-02' }
  const started = startRound({
    referenceDate: '2026-12-31',
    dueDate: '2026-12-01',
    question: 'Klopt dit?',
    scope: { ...wholeScope, associationIds: [association.id] },
  })(data, ctx)
  if (!started.ok) throw new Error(started.error.message)
  const next = applyPatches(data, started.value.patches)
  const round = [...next.reviewRounds.values()][0]
  if (round === undefined || round.rows.length !== ROWS) throw new Error('no round of that size')
  return { data: next, round, associationId: association.id }
}

const { data, round, associationId } = situation()
const bytes = await writeReviewWorkbook(round, associationId, data)
console.log(`${String(round.rows.length)} rows, ${(bytes.length / 1_048_576).toFixed(1)} MB as a file\n`)

async function dryRun(): Promise<number> {
  const answer = await readReviewAnswer(bytes, 'antwoord.xlsx')
  if (!answer.ok) throw new Error(answer.error.message)
  const checked = checkAnswer(data, answer.value)
  if (!checked.ok) throw new Error(checked.error.message)
  return compareAnswer(data, round, draftAnswer(answer.value, checked.value, 'antwoord', '2026-11-20')).length
}

const bareRead = async (): Promise<number> => (await readXlsx(bytes)).sheets.length

const times = await inTurn(5, 1, dryRun, bareRead)
report({
  name: 'Dry run of an answer of 50,000 rows',
  floorName: "the library's bare read of the same file",
  ...times,
  aim: 2,
})

/** Most memory held while the work goes on, looked at every few milliseconds, above what was held before. */
async function peak(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.()
  const held = (): number => {
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return (heapUsed + arrayBuffers) / 1_048_576
  }
  const before = held()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, held())), 5)
  await work()
  most = Math.max(most, held())
  clearInterval(timer)
  return most - before
}

const [subject, floor] = [await peak(dryRun), await peak(bareRead)]
console.log(
  `Memory of the dry run\n  ${subject.toFixed(0)} MB at most\n  floor: the library's bare read: ${floor.toFixed(0)} MB\n  ratio ${(subject / floor).toFixed(2)} (aim: at most 2)\n`,
)
