import { defineStore } from 'pinia'
import { computed, markRaw, ref, shallowRef, watch } from 'vue'
import { openReviewDesk, type ReviewDesk } from '../data/reviewWork'
import { toUtf8 } from '../data/crypto/bytes'
import {
  answerProgress,
  answerTotals,
  type AnswerWork,
  beginHistory,
  emptyWork,
  fittingWork,
  stepBack,
  stepForward,
  stepTo,
  type WorkHistory,
} from '../domain/review/answering'
import { ok, type Result } from '../domain/result'
import { type ReviewFile, parseReview, serialiseReviewAnswer } from '../exchange/reviewFile'
import { parseReviewWork, serialiseReviewWork } from '../exchange/reviewWork'
import * as platform from '../platform'
import { deriveInWorker } from '../workers/kdf/deriveInWorker'
import { localToday } from './clock'
import { tellMenu } from './native'
import { useNotices } from './notices'
import { useProgramme } from './programme'
import { askSeal, sealedAs, type SealWords, type Unsealed, unsealedWith } from './sealedFiles'

/** Nothing on screen that could hold back. */
const atOnce = (): Promise<boolean> => Promise.resolve(true)

/** A question that an association is answering. */
export interface OpenReview {
  readonly file: ReviewFile
  readonly fileName: string
  /** The question came sealed: then so does the answer. */
  readonly sealed: boolean
}

/** A programme is open, and a review stands alone: may it be closed? */
export interface CloseQuestion {
  readonly fileName: string
  answer(close: boolean): void
}

/** Corporatie mode: one table, without a programme and without a passphrase of this computer. */
export const useAssociationReview = defineStore('associationReview', () => {
  const notices = useNotices()
  const opened = shallowRef<OpenReview | null>(null)
  const history = shallowRef<WorkHistory>(beginHistory(emptyWork))
  const sender = ref('')
  /** What of it the disk has. */
  const kept = ref<'kept' | 'busy' | 'failed'>('kept')
  /** True when answers of an earlier time came back. */
  const resumed = ref(false)
  const closeQuestion = shallowRef<CloseQuestion | null>(null)
  let passphrase: string | null = null
  let desk: ReviewDesk | null = null
  let writing: Promise<void> | null = null
  let dirty = false

  const rows = computed(() => opened.value?.file.rows ?? [])
  const work = computed(() => history.value.now)
  const progress = computed(() => answerProgress(rows.value, work.value))
  const totals = computed(() => answerTotals(rows.value, work.value))
  const undoLabel = computed(() => history.value.past.at(-1)?.label ?? null)
  const redoLabel = computed(() => history.value.future.at(-1)?.label ?? null)

  watch([opened, undoLabel, redoLabel], ([isOpen], [wasOpen]) => {
    if (isOpen === null && wasOpen === null) return
    void tellMenu({ programmeOpen: false, undoLabel: undoLabel.value, redoLabel: redoLabel.value })
  })

  /** Lets the person choose a file, which has to be a question. */
  async function openFromDialog(): Promise<void> {
    const answer = await platform.openFile('review')
    if (!answer.ok) fail(answer.error.message)
    else if (answer.value !== null) await openBytes(answer.value.bytes, answer.value.name)
  }

  async function openBytes(bytes: Uint8Array, fileName: string): Promise<void> {
    const plain = await unsealedWith(bytes, fileName)
    if (!plain.ok) fail(`"${fileName}": ${plain.error.message}`)
    else if (plain.value !== null) await open(plain.value, fileName)
  }

  /** Opens the question in a file, or says what is the matter with it. */
  async function open(file: Unsealed, fileName: string, leave = atOnce): Promise<void> {
    const read = parseReview(file.content)
    if (!read.ok) {
      fail(`"${fileName}": ${forAssociation(read.error.code) ?? read.error.message}`)
      return
    }
    if (!(await leaveProgramme(fileName, leave))) return
    const found = await openReviewDesk(
      { roundId: read.value.roundId, associationId: read.value.associationId, sealedFile: file.sealedAs },
      file.passphrase === null ? null : { passphrase: file.passphrase, derive: deriveInWorker },
      localToday(),
    )
    desk = found.ok ? found.value : null
    passphrase = file.passphrase
    const before = found.ok && found.value.found !== null ? parseReviewWork(found.value.found) : null
    const work = before === null ? emptyWork : fittingWork(read.value.rows, before.work)
    history.value = beginHistory(markRaw(work))
    sender.value = before?.sender ?? ''
    resumed.value = work.rows.size > 0 || work.proposed.length > 0
    kept.value = found.ok ? 'kept' : 'failed'
    opened.value = markRaw({ file: read.value, fileName, sealed: file.sealedAs !== null })
    if (!found.ok) tellNotKept(found.error.message)
    else if (found.value.damaged || (found.value.found !== null && before === null))
      fail('Wat u eerder invulde bij deze vraag is niet meer te lezen. U begint met een lege tabel.')
  }

  /** Nothing else is on show beside a review: an open programme is closed first, when the person agrees. */
  async function leaveProgramme(fileName: string, leave: () => Promise<boolean>): Promise<boolean> {
    const programme = useProgramme()
    if (programme.id === null) return true
    closeQuestion.value?.answer(false)
    const close = await new Promise<boolean>((resolve) => {
      closeQuestion.value = {
        fileName,
        answer(yes) {
          closeQuestion.value = null
          resolve(yes)
        },
      }
    })
    if (!close || !(await leave())) return false
    await programme.close()
    return true
  }

  /** One step that can be undone. */
  function change(label: string, next: AnswerWork): void {
    move(stepTo(history.value, label, next))
  }

  const undo = (): void => {
    move(stepBack(history.value))
  }
  const redo = (): void => {
    move(stepForward(history.value))
  }

  function move(next: WorkHistory): void {
    if (next === history.value) return
    history.value = next
    keep()
  }

  function setSender(text: string): void {
    sender.value = text.trim()
    keep()
  }

  /** Writes what is there now; one write at a time, and the last state always comes last. */
  function keep(): void {
    dirty = true
    if (kept.value !== 'failed') kept.value = 'busy'
    writing ??= writeAll().finally(() => {
      writing = null
    })
  }

  async function writeAll(): Promise<void> {
    while (dirty && desk !== null) {
      dirty = false
      const written = await desk.write(serialiseReviewWork({ work: history.value.now, sender: sender.value }))
      const before = kept.value
      kept.value = written.ok ? (dirty ? 'busy' : 'kept') : 'failed'
      if (!written.ok && before !== 'failed') tellNotKept(written.error.message)
    }
  }

  /** Resolves when the disk has everything, or can't have it. */
  async function settled(): Promise<void> {
    await writing
  }

  function tellNotKept(why: string): void {
    fail(
      `Uw antwoorden worden nu niet vanzelf bewaard. ${why} Bewaar voor het sluiten zelf een antwoordbestand met "Gereed".`,
    )
  }

  /** Throws away everything that was filled in; can be undone until the review is closed. */
  function startOver(): void {
    change('alles wissen', emptyWork)
  }

  /**
   * Writes the answer file where the person says, sealed when the question was. Its name, or null when they gave up.
   */
  async function finish(role: string): Promise<Result<string | null>> {
    const { value } = opened
    if (value === null) return ok(null)
    setSender(role)
    const { file } = value
    const { now } = history.value
    const text = serialiseReviewAnswer({
      roundId: file.roundId,
      roundNumber: file.roundNumber,
      programmeName: file.programmeName,
      associationId: file.associationId,
      sender: sender.value,
      answeredAt: new Date().toISOString(),
      rows: [...now.rows.values()],
      proposed: now.proposed,
    })
    const name = `Antwoord reviewronde ${String(file.roundNumber)} van ${file.associationName} - ${file.programmeName}`
    // Sealed, and opened without a passphrase: then there is none to seal with, and the person says which.
    const seal = !value.sealed
      ? 'plain'
      : passphrase === null
        ? await askSeal(answerWords(file))
        : { passphrase }
    if (seal === null) return ok(null)
    const saved = await platform.saveFileAs('review', name, await sealedAs(seal, toUtf8(text)))
    return saved.ok ? ok(saved.value?.name ?? null) : saved
  }

  /** Back to where the person came from. What was filled in stays kept. */
  async function close(): Promise<void> {
    await settled()
    const { rows: answered, proposed } = history.value.now
    // Nothing was filled in, or all was wiped: then nothing stays behind either.
    if (answered.size === 0 && proposed.length === 0) await desk?.clear()
    opened.value = null
    history.value = beginHistory(emptyWork)
    sender.value = ''
    passphrase = null
    desk = null
  }

  function fail(text: string): void {
    notices.show({ kind: 'error', text })
  }

  return {
    opened,
    rows,
    work,
    progress,
    totals,
    sender,
    kept,
    resumed,
    closeQuestion,
    undoLabel,
    redoLabel,
    openFromDialog,
    openBytes,
    open,
    change,
    undo,
    redo,
    startOver,
    settled,
    finish,
    close,
  }
})

/** Words for who got the question; the parser speaks to who sent it. Undefined where its words fit as they are. */
function forAssociation(code: string): string | undefined {
  if (code === 'not-review')
    return 'Dit is geen reviewbestand. Kies het bestand (.palet) dat u van de regio kreeg.'
  if (code === 'already-answered')
    return 'Dit is een antwoord dat al is ingevuld. Open het bestand met de vraag: Palet vindt uw eerdere antwoorden dan terug.'
  return undefined
}

const answerWords = (file: ReviewFile): SealWords => ({
  title: 'Antwoord bewaren',
  description: `Uw antwoord op reviewronde ${String(file.roundNumber)} van ${file.programmeName}. De vraag had een wachtzin. Spreek met de regio af welke wachtzin het antwoord krijgt.`,
})
