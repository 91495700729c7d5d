import type { Mapping, RowOutcome } from '../../domain/intake'
import { emptyProgrammeData, type ProgrammeData } from '../../domain/model/programmeData'
import { type DomainError, ok, refuse, type Result } from '../../domain/result'
import type {
  FromSheetWorker,
  Look,
  Overview,
  Place,
  RunEnd,
  RunInput,
  SheetWork,
  ToSheetWorker,
  WorkKind,
  Words,
} from './messages'

/** What reading rows needs of a programme: the rest stays out of the worker. */
const needed = ({
  programme,
  municipalities,
  partners,
  arrangementTypes,
  projects,
}: ProgrammeData): ProgrammeData => ({
  ...emptyProgrammeData(),
  programme,
  municipalities,
  partners,
  arrangementTypes,
  projects,
})

const failed = (): Result<never> =>
  refuse(
    'failed',
    'Palet kan dit bestand niet lezen. Bewaar het in het rekenprogramma opnieuw als .xlsx en kies dat bestand.',
  )

/** A workbook that is open in a worker of its own, so that the window never waits for it. */
export class OpenSheet {
  private readonly worker = new Worker(new URL('./sheet.worker.ts', import.meta.url), { type: 'module' })
  private readonly waiting = new Map<number, (answer: Result<unknown>) => void>()
  private onRows: ((rows: readonly RowOutcome[], share: number) => void) | null = null
  private known: ProgrammeData | null = null
  private asked = 0

  constructor() {
    this.worker.addEventListener('message', ({ data }: MessageEvent<FromSheetWorker>) => {
      if (data.kind === 'rows') this.onRows?.(data.rows, data.share)
      else this.settle(data.id, data.kind === 'answer' ? ok(data.answer) : { ok: false, error: data.error })
    })
    this.worker.addEventListener('error', () => {
      for (const id of [...this.waiting.keys()]) this.settle(id, failed())
    })
  }

  open(bytes: Uint8Array): Promise<Result<Overview>> {
    return this.ask('open', { bytes })
  }

  /** @param head row with the heads, from 0; null to guess it */
  look(sheet: number, head: number | null): Promise<Result<Look>> {
    return this.ask('look', { sheet, head })
  }

  async words(data: ProgrammeData, place: Place, mapping: Mapping): Promise<Result<Words>> {
    await this.give(data)
    return this.ask('words', { place, mapping })
  }

  /** What each row would do, in portions. Null at the end when it was stopped. */
  async run(
    data: ProgrammeData,
    input: RunInput,
    onRows: (rows: readonly RowOutcome[], share: number) => void,
  ): Promise<Result<RunEnd | null>> {
    await this.give(data)
    this.onRows = onRows
    return this.ask('run', { input })
  }

  stop(): void {
    this.worker.postMessage({ kind: 'stop' } satisfies ToSheetWorker)
  }

  /** Ends the thread with all that it holds; whoever waits is told that nothing came of it. */
  close(): void {
    this.worker.terminate()
    const error: DomainError = { code: 'stopped', message: 'Het lezen is gestopt.' }
    for (const id of [...this.waiting.keys()]) this.settle(id, { ok: false, error })
  }

  private async give(data: ProgrammeData): Promise<void> {
    if (this.known === data) return
    this.known = data
    await this.ask('programme', { data: needed(data) })
  }

  private settle(id: number, answer: Result<unknown>): void {
    this.waiting.get(id)?.(answer)
    this.waiting.delete(id)
  }

  private ask<K extends WorkKind>(
    kind: K,
    given: SheetWork[K]['given'],
  ): Promise<Result<SheetWork[K]['answer']>> {
    this.asked += 1
    const id = this.asked
    return new Promise((resolve) => {
      // The worker answers each question by its number, so the answer is of that kind.
      this.waiting.set(id, resolve as (answer: Result<unknown>) => void)
      this.worker.postMessage({ id, kind, ...given })
    })
  }
}
