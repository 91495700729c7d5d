import { readReviewAnswer } from '../../exchange/workbook'

/** Thin entry: bytes and name of one answered file in, what was read or the Dutch refusal out. */
self.addEventListener('message', (event: MessageEvent<{ bytes: Uint8Array; name: string }>) => {
  void readReviewAnswer(event.data.bytes, event.data.name).then((read) => {
    self.postMessage(read)
  })
})
