import { onBeforeUnmount, ref, shallowRef } from 'vue'

/** One long task at a time, with progress, that can be stopped. A newer start ends the one before it. */
export function useTask<T>() {
  const progress = ref<number | null>(null)
  const failed = ref(false)
  const answer = shallowRef<T | null>(null)
  let control: AbortController | null = null

  async function start(
    work: (onProgress: (share: number) => void, signal: AbortSignal) => Promise<T>,
  ): Promise<T | null> {
    stop()
    const mine = new AbortController()
    control = mine
    progress.value = 0
    failed.value = false
    answer.value = null
    try {
      const found = await work((share) => {
        if (control === mine) progress.value = share
      }, mine.signal)
      if (control === mine) answer.value = found
      return control === mine ? found : null
    } catch {
      if (control === mine) failed.value = !mine.signal.aborted
      return null
    } finally {
      if (control === mine) {
        control = null
        progress.value = null
      }
    }
  }

  function stop(): void {
    control?.abort()
    control = null
    progress.value = null
  }

  onBeforeUnmount(stop)

  return { progress, failed, answer, start, stop }
}
