import { shallowRef } from 'vue'
import type { PaletFile } from '../../exchange'
import * as platform from '../../platform'
import type { FileHandleInfo } from '../../platform'
import { useNotices } from '../../state/notices'
import { useProgramme } from '../../state/programme'
import { useProgrammes } from '../../state/programmes'

export type OpenChoice = 'replace' | 'new' | 'cancel'

/** A file of a programme that is already on this computer: the person says what should happen. */
export interface OpenQuestionState {
  readonly fileName: string
  readonly savedAt: string
  readonly programmeName: string
  readonly answer: (choice: OpenChoice) => void
}

export const openQuestion = shallowRef<OpenQuestionState | null>(null)

/** Lets the person choose a file and opens it. True when a programme is open as a result. */
export async function openFromDialog(): Promise<boolean> {
  const answer = await platform.openFile('programme')
  if (!answer.ok) return fail(answer.error.message)
  return answer.value === null ? false : openBytes(answer.value.bytes, answer.value.name)
}

/** Opens a file that the system offered, by a double click or a second start. */
export async function openOffered(file: FileHandleInfo): Promise<boolean> {
  const answer = await platform.readFile(file.token)
  return answer.ok ? openBytes(answer.value.bytes, answer.value.name) : fail(answer.error.message)
}

/** Opens a file that was dropped on the window, or says kindly why not. */
export async function offerFile(file: File): Promise<boolean> {
  if (!file.name.toLowerCase().endsWith('.palet'))
    return fail(`"${file.name}" is geen bestand van Palet. Sleep een bestand met de naam .palet hierheen.`)
  return openBytes(new Uint8Array(await file.arrayBuffer()), file.name)
}

export async function openBytes(bytes: Uint8Array, fileName: string): Promise<boolean> {
  const { parsePalet } = await import('../../exchange')
  const parsed = parsePalet(bytes)
  if (!parsed.ok) return fail(`"${fileName}": ${parsed.error.message}`)
  const programmes = useProgrammes()
  const listed = await programmes.refresh()
  if (!listed.ok) return fail(listed.error.message)
  const known = listed.value.find((entry) => entry.id === parsed.value.programmeId)
  if (known === undefined) return create(parsed.value, fileName, true)
  const choice = await ask(parsed.value, fileName, known.name)
  if (choice === 'cancel') return false
  return choice === 'new' ? create(parsed.value, fileName, false) : replace(parsed.value, fileName)
}

function ask(file: PaletFile, fileName: string, programmeName: string): Promise<OpenChoice> {
  return new Promise((resolve) => {
    openQuestion.value = {
      fileName,
      savedAt: file.savedAt,
      programmeName,
      answer: (choice) => {
        openQuestion.value = null
        resolve(choice)
      },
    }
  })
}

async function create(file: PaletFile, fileName: string, keepId: boolean): Promise<boolean> {
  const why = `geopend uit bestand "${fileName}"`
  const made = await useProgramme().create(file.data, keepId ? { id: file.programmeId, why } : { why })
  if (!made.ok) return fail(made.error.message)
  useNotices().show({ kind: 'success', text: `"${fileName}" is geopend als programma in Palet.` })
  return true
}

async function replace(file: PaletFile, fileName: string): Promise<boolean> {
  const programme = useProgramme()
  const opened = await programme.open(file.programmeId)
  if (!opened.ok) return fail(opened.error.message)
  const replaced = await programme.replaceAll(file.data, `inhoud vervangen door bestand "${fileName}"`)
  if (!replaced.ok) return fail(replaced.error.message)
  useNotices().show({
    kind: 'success',
    text: `De inhoud is vervangen door "${fileName}".`,
    actionLabel: 'Ongedaan maken',
    action: () => void programme.undo(),
  })
  return true
}

function fail(text: string): false {
  useNotices().show({ kind: 'error', text })
  return false
}
