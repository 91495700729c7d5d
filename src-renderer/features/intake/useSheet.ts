import { markRaw, onBeforeUnmount, ref, shallowRef } from 'vue'
import { sha256, toHex } from '@/data/crypto/bytes'
import type { Result } from '@/domain/result'
import { openFile } from '@/platform'
import type { FileSource } from '@/state/openFile'
import type { Look, Overview, Place } from '@/workers/sheet/messages'
import { OpenSheet } from '@/workers/sheet/openSheet'

/** The workbook that is being read: choosing it, and which sheet and which row of heads in it. */
export function useSheet() {
  const source = shallowRef<FileSource | null>(null)
  const overview = shallowRef<Overview | null>(null)
  const place = shallowRef<Place>({ sheet: 0, head: 0 })
  const look = shallowRef<Look | null>(null)
  /** What went wrong, with the name of the file; Dutch. */
  const failure = ref<string | null>(null)
  const reading = ref<string | null>(null)
  const desk = shallowRef<OpenSheet | null>(null)

  function close(): void {
    desk.value?.close()
    desk.value = null
    source.value = null
    overview.value = null
    look.value = null
    reading.value = null
  }
  onBeforeUnmount(close)

  async function choose(): Promise<boolean> {
    const answer = await openFile('table')
    if (!answer.ok) {
      failure.value = answer.error.message
      return false
    }
    return answer.value === null ? false : open(answer.value.bytes, answer.value.name)
  }

  const drop = async (file: File): Promise<boolean> =>
    open(new Uint8Array(await file.arrayBuffer()), file.name)

  /** True when a table was found in it and can be looked at. */
  async function open(bytes: Uint8Array, fileName: string): Promise<boolean> {
    close()
    failure.value = null
    reading.value = fileName
    const at = markRaw(new OpenSheet())
    desk.value = at
    const digest = toHex(await sha256(bytes.slice()))
    const opened = await at.open(bytes)
    // Stopped, or another file was chosen meanwhile.
    if (desk.value !== at) return false
    reading.value = null
    if (!opened.ok) {
      close()
      failure.value = `"${fileName}": ${opened.error.message}`
      return false
    }
    source.value = { fileName, sha256: digest }
    overview.value = opened.value
    return lookAt(opened.value.chosen, null)
  }

  /** @param head row with the heads, from 0; null to guess it */
  async function lookAt(sheet: number, head: number | null): Promise<boolean> {
    const at = desk.value
    if (at === null) return false
    const seen: Result<Look> = await at.look(sheet, head)
    if (desk.value !== at) return false
    if (!seen.ok) {
      failure.value = seen.error.message
      return false
    }
    look.value = seen.value
    place.value = { sheet, head: seen.value.head }
    return true
  }

  return { source, overview, place, look, failure, reading, desk, choose, drop, lookAt, close }
}
