import { computed, ref } from 'vue'
import { type PassphraseStrength, passphraseStrength } from '@/data/crypto/passphrase'

/** Choosing a passphrase: typed twice, with advice while typing. */
export function useNewPassphrase() {
  const first = ref('')
  const second = ref('')
  /** Nobody is told off before they have tried to go on. */
  const tried = ref(false)
  const strength = computed<PassphraseStrength | null>(() =>
    first.value === '' ? null : passphraseStrength(first.value),
  )

  const firstError = computed(() => {
    if (!tried.value) return undefined
    if (strength.value === null) return 'Vul een wachtzin in.'
    return strength.value.accepted ? undefined : 'Deze wachtzin is te makkelijk te raden. Kies een andere.'
  })
  const secondError = computed(() =>
    tried.value && firstError.value === undefined && second.value !== first.value
      ? 'De twee wachtzinnen zijn niet gelijk. Typ hem nog een keer.'
      : undefined,
  )

  /** True when the passphrase can be taken as it stands. */
  function check(): boolean {
    tried.value = true
    return firstError.value === undefined && secondError.value === undefined
  }

  function clear(): void {
    first.value = ''
    second.value = ''
    tried.value = false
  }

  return { first, second, strength, firstError, secondError, check, clear }
}

export type NewPassphrase = ReturnType<typeof useNewPassphrase>
