import { computed, ref } from 'vue'
import { useVault } from '@/state/vault'
import { useAttempt } from './useAttempt'
import { waitWords } from './waitWords'

/** Typing the passphrase again, for what may not be done by whoever walks past an unlocked window. */
export function useCurrentPassphrase() {
  const vault = useVault()
  const current = ref('')
  const { error, working, attempt: during } = useAttempt()
  const wait = computed(() => waitWords(vault.secondsLeft))

  /** True when something was typed. */
  function asked(): boolean {
    error.value = current.value === '' ? 'Vul uw wachtzin in.' : undefined
    return current.value !== ''
  }

  function clear(): void {
    current.value = ''
    error.value = undefined
  }

  return { current, error, working, wait, asked, during, clear }
}
