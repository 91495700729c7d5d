import type { ProgrammeData } from '../../domain/model/programmeData'
import { type PaletStamp, serialisePalet } from '../../exchange'

/** Thin entry: a programme in, the bytes of its `.palet` file out. */
self.addEventListener('message', (event: MessageEvent<{ data: ProgrammeData; stamp: PaletStamp }>) => {
  const { data, stamp } = event.data
  const bytes = new TextEncoder().encode(serialisePalet(data, stamp))
  self.postMessage(bytes, { transfer: [bytes.buffer] })
})
