import { shallowRef } from 'vue'
import type { Id } from '@/domain/model/basics'
import { MAX_PICTURES, type Picture, saveRecord } from '@/domain/regie'
import type { DomainError } from '@/domain/result'
import { openFile } from '@/platform'
import { useNotices } from '@/state/notices'
import { useProgramme } from '@/state/programme'
import { useQuiet } from '../useQuiet'
import { type EncodedPicture, encodePicture } from './encode'

/** Choosing a picture: read, made of its pixels alone, and waiting for its caption. */
export function usePictures(sessionId: () => Id) {
  const programme = useProgramme()
  const notices = useNotices()
  const { change } = useQuiet()
  const busy = shallowRef(false)
  const waiting = shallowRef<EncodedPicture | null>(null)

  const tell = (text: string): void => {
    notices.show({ kind: 'error', text })
  }

  async function read(from: () => Promise<Uint8Array<ArrayBuffer> | null>): Promise<void> {
    if (busy.value) return
    if ((programme.data?.pictures.size ?? 0) >= MAX_PICTURES) {
      tell(
        `Er passen hoogstens ${String(MAX_PICTURES)} afbeeldingen in een programma. Verwijder eerst een oude.`,
      )
      return
    }
    busy.value = true
    try {
      const bytes = await from()
      if (bytes === null) return
      const encoded = await encodePicture(bytes)
      if (encoded.ok) waiting.value = encoded.value
      else tell(encoded.error.message)
    } catch {
      tell('Dit beeld kon niet worden gelezen. Kies een ander bestand.')
    } finally {
      busy.value = false
    }
  }

  const choose = (): Promise<void> =>
    read(async () => {
      const answer = await openFile('picture')
      if (!answer.ok) tell(answer.error.message)
      return answer.ok ? (answer.value?.bytes.slice() ?? null) : null
    })

  const drop = (file: File): Promise<void> => read(async () => new Uint8Array(await file.arrayBuffer()))

  async function keep(name: string): Promise<DomainError | null> {
    if (waiting.value === null) return null
    const picture: Picture = {
      id: programme.context().newId(),
      sessionId: sessionId(),
      name,
      ...waiting.value,
    }
    const problem = await change(saveRecord('pictures', picture))
    if (problem === null) waiting.value = null
    return problem
  }

  return { busy, waiting, choose, drop, keep }
}
