import { shallowRef } from 'vue'
import { sha256, toHex } from '../../data/crypto/bytes'
import type { Result } from '../../domain/result'
import * as platform from '../../platform'
import type { FileHandleInfo } from '../../platform'
import { useNotices } from '../../state/notices'
import { useProgramme } from '../../state/programme'
import { unsealed } from '../../state/sealedFiles'
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

/** Lets the person choose a file and opens it. True when a programme is open as a result. */
export async function openFromDialog(): Promise<boolean> {
  if (!(await useVault().ready())) return false
  const answer = await platform.openFile('programme')
  if (!answer.ok) return fail(answer.error.message)
  return answer.value === null ? false : openBytes(answer.value.bytes, answer.value.name)
}

/** Opens a file that the system offered, by a double click or a second start. */
export async function openOffered(file: FileHandleInfo): Promise<boolean> {
  if (!(await useVault().ready())) return false
  const answer = await platform.readFile(file.token)
  return answer.ok ? openBytes(answer.value.bytes, answer.value.name) : fail(answer.error.message)
}

/** Opens a file that was dropped on the window, or says kindly why not. */
export async function offerFile(file: File): Promise<boolean> {
  if (!file.name.toLowerCase().endsWith('.palet'))
    return fail(`"${file.name}" is geen bestand van Palet. Sleep een bestand met de naam .palet hierheen.`)
  if (!(await useVault().ready())) return false
  return openBytes(new Uint8Array(await file.arrayBuffer()), file.name)
}

async function openBytes(bytes: Uint8Array, fileName: string): Promise<boolean> {
  const plain = await unsealed(bytes, fileName)
  if (!plain.ok) return fail(`"${fileName}": ${plain.error.message}`)
  if (plain.value === null) return false
  const source = { fileName, sha256: toHex(await sha256(bytes.slice())) }
  const outcome = await useProgramme().openFile(plain.value, fileName, source)
  if (!outcome.ok) return fail(`"${fileName}": ${outcome.error.message}`)
  if (outcome.value.kind === 'opened')
    return done(`"${fileName}" is geopend. Palet bewaart het programma voortaan op deze computer.`)
  const { entry, savedAt, replace, asNew } = outcome.value
  const choice = await ask({ fileName, savedAt, programmeName: entry.name })
  if (choice === 'cancel') return false
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

function finish(result: Result<unknown>, text: string, canUndo = false): boolean {
  return result.ok ? done(text, canUndo) : fail(result.error.message)
}

function done(text: string, canUndo = false): true {
  const undo = { actionLabel: 'Ongedaan maken', action: () => void useProgramme().undo() }
  useNotices().show({ kind: 'success', text, ...(canUndo ? undo : {}) })
  return true
}

function fail(text: string): false {
  useNotices().show({ kind: 'error', text })
  return false
}
