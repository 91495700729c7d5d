import { computed, ref } from 'vue'
import type { Result } from '@/domain/result'
import { useVault } from '@/state/vault'
import { waitWords } from './waitWords'

/** Typing the passphrase again, for what may not be done by whoever walks past an unlocked window. */
export function useCurrentPassphrase() {
  const vault = useVault()
  const current = ref('')
  const error = ref<string>()
  const working = ref(false)
  const wait = computed(() => waitWords(vault.secondsLeft))

  /** True when something was typed. */
  function asked(): boolean {
    error.value = current.value === '' ? 'Vul uw wachtzin in.' : undefined
    return current.value !== ''
  }

  /** True when it worked; else the reason stands beside the passphrase. */
  async function during(work: () => Promise<Result<unknown>>): Promise<boolean> {
    if (working.value) return false
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

  function clear(): void {
    current.value = ''
    error.value = undefined
  }

  return { current, error, working, wait, asked, during, clear }
}
