import { ref } from 'vue'
import type { Result } from '@/domain/result'

/** One attempt at a time at something with keys, and why the last one failed. */
export function useAttempt(busy: () => boolean = () => false) {
  const error = ref<string>()
  const working = ref(false)

  /** True when it worked; else the reason stands in `error`. */
  async function attempt(work: () => Promise<Result<unknown>>): Promise<boolean> {
    if (working.value || busy()) return false
    working.value = true
    error.value = undefined
    try {
      const done = await work()
      if (!done.ok) error.value = done.error.message
      return done.ok
    } catch {
      error.value = 'Dit is niet gelukt. Probeer het opnieuw.'
      return false
    } finally {
      working.value = false
    }
  }

  return { error, working, attempt }
}
