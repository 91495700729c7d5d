import { shallowRef, watch } from 'vue'
import { isSealedFile } from '../data/crypto/sealedFile'
import { looksLikeReviewQuestion } from '../exchange/reviewFile'
import { type Leave, openReadFile } from '../features/start/openFile'
import * as platform from '../platform'
import { useAssociationReview } from '../state/associationReview'
import { useNotices } from '../state/notices'
import { unsealedWith } from '../state/sealedFiles'
import { useSettings } from '../state/settings'
import { useVault } from '../state/vault'
import { reportError } from './failure'

/** Past the front door: the shell is there and listens itself. False from locking until back where the person was. */
export const inside = shallowRef(false)

interface ReadFile {
  readonly bytes: Uint8Array
  readonly name: string
}

/** A file that came while Palet was locked; kept until there is somewhere to put it. */
export interface WaitingFile {
  read(): Promise<ReadFile | null>
}
export const waitingFile = shallowRef<WaitingFile | null>(null)
/** The file that waits is sealed: it may be a programme, and it may be a review, which needs no unlocking. */
export const sealedWaits = shallowRef<ReadFile | null>(null)

/** Opens a file from outside; gives the address of the screen to show, or null. */
export type Opening = (leave: Leave) => Promise<string | null>

/** Opens the file that waited, once. */
export function takeWaitingFile(): Opening | null {
  const { value } = waitingFile
  waitingFile.value = null
  if (value === null) return null
  return async (leave) => {
    const file = await value.read()
    return file === null ? null : openReadFile(file.bytes, file.name, leave)
  }
}

/** The question of a review opens while Palet stays locked. Everything else goes on waiting. */
async function lookAtWaiting(waiting: WaitingFile): Promise<void> {
  const file = await waiting.read()
  if (file === null || waitingFile.value !== waiting) return
  if (isSealedFile(file.bytes)) sealedWaits.value = file
  else if (looksLikeReviewQuestion(file.bytes)) {
    waitingFile.value = null
    await useAssociationReview().openBytes(file.bytes, file.name)
  }
}

/** The button on the unlock screen: the sealed file that waits, or else a file that the person chooses. */
export async function openReviewWhileLocked(): Promise<void> {
  const { value: file } = sealedWaits
  if (file === null) {
    await useAssociationReview().openFromDialog()
    return
  }
  const plain = await unsealedWith(file.bytes, file.name)
  if (!plain.ok) useNotices().show({ kind: 'error', text: `"${file.name}": ${plain.error.message}` })
  else if (plain.value !== null && looksLikeReviewQuestion(plain.value.content)) {
    waitingFile.value = null
    await useAssociationReview().open(plain.value, file.name)
  } else if (plain.value !== null)
    useNotices().show({
      kind: 'info',
      text: `"${file.name}" is geen reviewbestand. Palet opent het zodra u heeft ontgrendeld.`,
    })
}

/** Everything from outside that can come while the unlock screen is all there is, or not even that yet. */
export function listenWhileLocked(): void {
  const review = useAssociationReview()
  const vault = useVault()
  /** Neither the shell nor a review is there to listen. */
  const alone = (): boolean => !inside.value && review.opened === null

  watch([waitingFile, () => vault.status] as const, ([waiting, status]) => {
    sealedWaits.value = null
    if (waiting !== null && (status === 'locked' || status === 'failed'))
      lookAtWaiting(waiting).catch(reportError)
  })
  window.addEventListener('dragover', (event) => {
    if (alone() && event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
  })
  window.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0]
    if (!alone() || file === undefined) return
    event.preventDefault()
    waitingFile.value = {
      read: async () => ({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }),
    }
  })
  platform.onFileOffered((file) => {
    if (alone())
      waitingFile.value = {
        async read() {
          const answer = await platform.readFile(file.token)
          if (answer.ok) return answer.value
          useNotices().show({ kind: 'error', text: answer.error.message })
          return null
        },
      }
  })
  platform.onMenu((command) => {
    if (!alone()) return
    if (command === 'themeLight') void useSettings().setTheme('light')
    if (command === 'themeDark') void useSettings().setTheme('dark')
    if (command === 'themeSystem') void useSettings().setTheme('system')
  })
  platform.onClosing(() => {
    // Locked, there is nothing left to keep.
    if (alone()) void platform.readyToClose()
  })
}
