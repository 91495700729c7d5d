import { onBeforeUnmount, onMounted } from 'vue'

/** Keeps the window open while something would be lost, asks, and closes after all when the answer is yes. */
export function useWindowClosing(wouldLose: () => boolean, mayLeave: () => Promise<boolean>): void {
  function onClosing(event: BeforeUnloadEvent): void {
    if (!wouldLose()) return
    event.preventDefault()
    // Chromium 114 only listens to this.
    event.returnValue = true
    void mayLeave().then((leave) => {
      if (leave) window.close()
    })
  }

  onMounted(() => {
    window.addEventListener('beforeunload', onClosing)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeunload', onClosing)
  })
}
