import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { foundValues, guessColumns, type Mapping } from '@/domain/intake'
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
import { SheetDesk } from '@/workers/sheet/desk'
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

/**
 * Inlezen: a sheet of 50,000 projects, of which every tenth is new and every tenth differs, as the worker does it: opened,
 * looked at, its words looked up and each row laid beside the programme, against the same bare read.
 */
const sheetRows = [...data.projects.values()].map((p, i) => [
  i % 10 === 0 ? `Nieuw ${String(i)}` : p.name,
  data.municipalities.get(p.municipalityId)?.name ?? '',
  data.arrangementTypes.get(p.typeId)?.name ?? '',
  data.partners.get(p.associationId ?? '')?.name ?? '',
  i % 10 === 1 ? `eigenaar ${String(i)}` : p.owner,
  p.nextStep,
  i % 10 === 0 ? '' : p.id,
])
const heads = ['Naam', 'Gemeente', 'Type', 'Corporatie', 'Eigenaar', 'Volgende stap', 'Code van Palet']
const sheetBytes = await writeXlsx({ sheets: [{ name: 'Projecten', rows: [heads, ...sheetRows] }] })

async function intakeRun(): Promise<number> {
  const desk = await SheetDesk.open(sheetBytes)
  if (!desk.ok) throw new Error(desk.error.message)
  const { head, columns } = desk.value.look(0, null)
  const place = { sheet: 0, head }
  const headings = columns.map((column) => column.heading)
  const mapping: Mapping = {
    subject: 'projects',
    columns: guessColumns('projects', headings),
    fixed: {},
    values: {},
    hiddenRows: true,
  }
  const values = foundValues(data, mapping, desk.value.words(data, place, mapping))
  let n = 0
  const ctx = { newId: () => `n-${String((n += 1))}`, today: '2026-11-02' }
  const run = desk.value.dryRun(data, place, mapping, values, ctx)
  let changing = 0
  while (!run.done) changing += run.advance(400).filter((outcome) => outcome.after !== null).length
  if (changing < ROWS / 10) throw new Error(`only ${String(changing)} rows change something`)
  return changing
}
const bareSheet = async (): Promise<number> => (await readXlsx(sheetBytes)).sheets.length

report({
  name: 'Dry run of Inlezen, 50,000 rows beside 50,000 projects',
  floorName: "the library's bare read of the same file",
  ...(await inTurn(5, 1, intakeRun, bareSheet)),
  aim: 6,
})
const [intakePeak, barePeak] = [await peak(intakeRun), await peak(bareSheet)]
console.log(
  `Memory of the dry run of Inlezen\n  ${intakePeak.toFixed(0)} MB at most\n  floor: the library's bare read: ${barePeak.toFixed(0)} MB\n  ratio ${(intakePeak / barePeak).toFixed(2)}\n`,
)
