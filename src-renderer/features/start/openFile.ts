import { shallowRef } from 'vue'
import { sha256, toHex } from '../../data/crypto/bytes'
import type { Result } from '../../domain/result'
import { looksLikeReviewQuestion } from '../../exchange/reviewFile'
import * as platform from '../../platform'
import type { FileHandleInfo } from '../../platform'
import { mayBeAnswer, PENDING_ANSWER_PATH, takeInPlain } from '../../state/answers'
import { useAssociationReview } from '../../state/associationReview'
import { wayBack } from '../../state/change'
import { useNotices } from '../../state/notices'
import { useProgramme } from '../../state/programme'
import { unsealedWith } from '../../state/sealedFiles'
import { useVault } from '../../state/vault'

export type OpenChoice = 'replace' | 'new' | 'cancel'

/** A file of a programme that is already on this computer: the person says what should happen. */
export interface OpenQuestionState {
  readonly fileName: string
  /** Moment in UTC. */
  readonly savedAt: string
  readonly programmeName: string
  readonly answer: (choice: OpenChoice) => void
}

export const openQuestion = shallowRef<OpenQuestionState | null>(null)

/** Leaves the screens of the open programme, when a form doesn't hold back; asked only when another one comes. */
export type Leave = () => Promise<boolean>

/** Where to go when a programme was opened. */
const OPENED = '/overzicht'

/** Lets the person choose a file and opens it. Gives the address of the screen to show; null when nothing was opened. */
export async function openFromDialog(): Promise<string | null> {
  const answer = await platform.openFile('programme')
  if (!answer.ok) return fail(answer.error.message)
  return answer.value === null ? null : openBytes(answer.value.bytes, answer.value.name, stay)
}

/** Opens a file that the system offered, by a double click or a second start. */
export async function openOffered(file: FileHandleInfo, leave: Leave): Promise<string | null> {
  const answer = await platform.readFile(file.token)
  return answer.ok ? openBytes(answer.value.bytes, answer.value.name, leave) : fail(answer.error.message)
}

/** Opens a file that was dropped on the window, or says kindly why not. */
export async function offerFile(file: File, leave: Leave): Promise<string | null> {
  return openBytes(new Uint8Array(await file.arrayBuffer()), file.name, leave)
}

const stay: Leave = () => Promise.resolve(true)

/** Opens what was read before there was a place for it. */
export const openReadFile = openBytes

/**
 * By what is in it: the question of a review stands alone, an answer to one goes to its comparison, and anything else
 * should be a programme. Only that needs a passphrase on this computer.
 */
async function openBytes(bytes: Uint8Array, fileName: string, leave: Leave): Promise<string | null> {
  if (!fileName.toLowerCase().endsWith('.palet') && !mayBeAnswer(bytes, fileName))
    return fail(`"${fileName}" is geen bestand van Palet. Sleep een bestand met de naam .palet hierheen.`)
  const plain = await unsealedWith(bytes, fileName)
  if (!plain.ok) return fail(`"${fileName}": ${plain.error.message}`)
  if (plain.value === null) return null
  const { content } = plain.value
  if (looksLikeReviewQuestion(content)) {
    await useAssociationReview().open(plain.value, fileName, leave)
    return null
  }
  if (mayBeAnswer(content, fileName))
    return (await takeInPlain(content, bytes, fileName)) ? PENDING_ANSWER_PATH : null
  if (!(await useVault().ready()) || !(await leave())) return null
  return openProgramme(content, bytes, fileName)
}

async function openProgramme(plain: Uint8Array, bytes: Uint8Array, fileName: string): Promise<string | null> {
  const source = { fileName, sha256: toHex(await sha256(bytes.slice())) }
  const outcome = await useProgramme().openFile(plain, fileName, source)
  if (!outcome.ok) return fail(`"${fileName}": ${outcome.error.message}`)
  if (outcome.value.kind === 'opened')
    return done(`"${fileName}" is geopend. Palet bewaart het programma voortaan op deze computer.`)
  const { entry, savedAt, replace, asNew } = outcome.value
  const choice = await ask({ fileName, savedAt, programmeName: entry.name })
  if (choice === 'cancel') return null
  return choice === 'new'
    ? finish(await asNew(), `"${fileName}" is geopend als nieuw programma.`)
    : finish(await replace(), `De inhoud is vervangen door "${fileName}".`, true)
}

function ask(question: Omit<OpenQuestionState, 'answer'>): Promise<OpenChoice> {
  return new Promise((resolve) => {
    openQuestion.value = {
      ...question,
      answer: (choice) => {
        openQuestion.value = null
        resolve(choice)
      },
    }
  })
}

function finish(result: Result<unknown>, text: string, canUndo = false): string | null {
  return result.ok ? done(text, canUndo) : fail(result.error.message)
}

function done(text: string, canUndo = false): string {
  useNotices().show({ kind: 'success', text, ...(canUndo ? wayBack() : {}) })
  return OPENED
}

function fail(text: string): null {
  useNotices().show({ kind: 'error', text })
  return null
}
