import { defineStore } from 'pinia'
import { markRaw, shallowRef, watch } from 'vue'
import { sha256, toHex } from '../data/crypto/bytes'
import type { Id } from '../domain/model/entities'
import { type AnswerFile, checkAnswer } from '../domain/review'
import { looksLikeReviewFile } from '../exchange/reviewFile'
import * as platform from '../platform'
import { readAnswer } from '../workers/answer/readAnswer'
import { useNotices } from './notices'
import type { FileSource } from './openFile'
import { useProgramme } from './programme'
import { unsealed } from './sealedFiles'

/** Address of the screen that compares the answer that was read and not yet taken in. */
export const PENDING_ANSWER_PATH = '/reviewronde/inlezen'

/** An answer that was read and fits a round; nothing of it is kept yet. */
export interface PendingAnswer {
  readonly file: AnswerFile
  /** The file as it is on disk, for the log. */
  readonly source: FileSource
}

/** The answer that is being looked at before it is taken in; gone as soon as another programme opens. */
export const useAnswers = defineStore('answers', () => {
  const programme = useProgramme()
  const pending = shallowRef<PendingAnswer | null>(null)

  function keep(answer: PendingAnswer): void {
    pending.value = markRaw(answer)
  }
  function clear(): void {
    pending.value = null
  }
  watch(() => programme.id, clear)

  return { pending, keep, clear }
})

/**
 * Lets the person choose the file that an association sent back. True when it was read and waits at
 * `PENDING_ANSWER_PATH`; a refusal has been told.
 * @param expectedRoundId when it has to be an answer to one round
 */
export async function openAnswerFromDialog(expectedRoundId: Id | null = null): Promise<boolean> {
  const answer = await platform.openFile('answer')
  if (!answer.ok) return fail(answer.error.message)
  return answer.value === null ? false : takeInFile(answer.value.bytes, answer.value.name, expectedRoundId)
}

/** Reads an answer, sealed or not, that was chosen, dropped or offered. True as with `openAnswerFromDialog`. */
export async function takeInFile(
  bytes: Uint8Array,
  name: string,
  expectedRoundId: Id | null = null,
): Promise<boolean> {
  const plain = await unsealed(bytes, name)
  if (!plain.ok) return fail(`"${name}": ${plain.error.message}`)
  return plain.value === null ? false : takeInPlain(plain.value, bytes, name, expectedRoundId)
}

/** The same when the seal is off already. */
export async function takeInPlain(
  plain: Uint8Array,
  onDisk: Uint8Array,
  name: string,
  expectedRoundId: Id | null = null,
): Promise<boolean> {
  const programme = useProgramme()
  const openId = programme.id
  if (programme.data === null)
    return fail(
      `"${name}" lijkt een antwoord op een reviewronde. Open eerst het programma van die ronde, en lees het bestand daarna in.`,
    )
  const read = await readAnswer(plain, name)
  if (!read.ok) return fail(`"${name}": ${read.error.message}`)
  // Reading takes a moment: another programme may have come.
  if (programme.id !== openId) return false
  const checked = checkAnswer(programme.data, read.value, expectedRoundId)
  if (!checked.ok) return fail(`"${name}": ${checked.error.message}`)
  useAnswers().keep({
    file: read.value,
    source: { fileName: read.value.source.name, sha256: toHex(await sha256(onDisk.slice())) },
  })
  return true
}

const SPREADSHEET_NAME = /\.(xlsx|xlsm|xls|ods|csv)$/i

/** Whether a file, its seal off, may be an answer of a review: told by its content, and for text without any sign by its name. */
export function mayBeAnswer(plain: Uint8Array, name: string): boolean {
  const [a, b] = plain
  const archive = a === 0x50 && b === 0x4b
  const oldExcel = a === 0xd0 && b === 0xcf
  return archive || oldExcel || looksLikeReviewFile(plain) || SPREADSHEET_NAME.test(name)
}

function fail(text: string): false {
  useNotices().show({ kind: 'error', text })
  return false
}
