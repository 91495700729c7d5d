import { emptyProgrammeData, type ProgrammeData } from '../../domain/model/programmeData'
import { SheetDesk } from './desk'
import type { FromSheetWorker, RunEnd, RunInput, SheetWork, ToSheetWorker, WorkKind } from './messages'

/** Thin entry: one workbook is open in it, and questions about it are answered in turn. */

/** Rows in one message: few enough that the window doesn't notice taking them in. */
const PORTION = 400

let desk: SheetDesk | null = null
let data: ProgrammeData = emptyProgrammeData()
let stopped = false

const tell = (message: FromSheetWorker): void => {
  self.postMessage(message)
}

async function run({ place, mapping, values, today }: RunInput, on: SheetDesk): Promise<RunEnd | null> {
  stopped = false
  const dryRun = on.dryRun(data, place, mapping, values, { newId: () => crypto.randomUUID(), today })
  while (!dryRun.done) {
    tell({ kind: 'rows', rows: dryRun.advance(PORTION), share: dryRun.share })
    // Lets a request to stop come in.
    await new Promise((done) => setTimeout(done))
    if (stopped) return null
  }
  return { notices: dryRun.notices() }
}

type Question = Exclude<ToSheetWorker, { kind: 'stop' }>

async function answer(question: Question): Promise<SheetWork[WorkKind]['answer'] | undefined> {
  if (question.kind === 'open') {
    const opened = await SheetDesk.open(question.bytes)
    if (!opened.ok) {
      tell({ kind: 'refused', id: question.id, error: opened.error })
      return undefined
    }
    desk = opened.value
    return desk.overview()
  }
  if (question.kind === 'programme') {
    data = question.data
    return null
  }
  if (desk === null) throw new Error('no workbook is open')
  if (question.kind === 'look') return desk.look(question.sheet, question.head)
  return question.kind === 'words'
    ? desk.words(data, question.place, question.mapping)
    : run(question.input, desk)
}

self.addEventListener('message', ({ data: question }: MessageEvent<ToSheetWorker>) => {
  if (question.kind === 'stop') {
    stopped = true
    return
  }
  const { id } = question
  answer(question).then(
    (found) => {
      if (found !== undefined) tell({ kind: 'answer', id, answer: found })
    },
    (cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause)
      tell({ kind: 'refused', id, error: { code: 'failed', message: `Lezen is niet gelukt (${reason}).` } })
    },
  )
})
