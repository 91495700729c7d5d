import type { Page } from '@playwright/test'

/** Whether a text is anywhere in the memory of the page, by a full snapshot of its heap. */
export async function heapContains(window: Page, text: string): Promise<boolean> {
  const session = await window.context().newCDPSession(window)
  try {
    let found = false
    // A text may lie across two chunks.
    let end = ''
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
      found ||= (end + chunk).includes(text)
      end = chunk.slice(-text.length)
    })
    await session.send('HeapProfiler.enable')
    await session.send('HeapProfiler.collectGarbage')
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
    return found
  } finally {
    await session.detach()
  }
}
