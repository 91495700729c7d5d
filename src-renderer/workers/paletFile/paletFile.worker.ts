import { parsePalet } from '../../exchange'

/** Thin entry: bytes of one `.palet` file in, what was read or the Dutch refusal out. */
self.addEventListener('message', (event: MessageEvent<Uint8Array>) => {
  self.postMessage(parsePalet(event.data))
})
