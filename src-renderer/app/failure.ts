import { shallowRef } from 'vue'

/** The last failure that no screen dealt with; the shell shows a way out. */
export const failure = shallowRef<Error | null>(null)

export function reportError(cause: unknown): void {
  failure.value = cause instanceof Error ? cause : new Error(String(cause))
  // eslint-disable-next-line no-console -- the only trace a maker has of a failure in the window
  console.error(cause)
}

export function clearFailure(): void {
  failure.value = null
}
