import { shallowRef } from 'vue'
import { useNotices } from '../state/notices'

/** The failure that keeps the current screen from being shown; the shell shows a way out instead. */
export const failure = shallowRef<Error | null>(null)

/** For what breaks a screen: setting it up, drawing it, loading it. */
export function breakScreen(cause: unknown): void {
  failure.value = cause instanceof Error ? cause : new Error(String(cause))
  trace(cause)
}

/** For what fails while the screen itself stands: what was typed must not go with it. */
export function reportError(cause: unknown): void {
  useNotices().show({
    kind: 'error',
    text: 'Er ging iets mis in Palet. Uw gegevens zijn bewaard tot en met de laatste wijziging. Probeer het opnieuw.',
  })
  trace(cause)
}

/** Kinds of Vue errors after which the screen still stands: watchers and handlers of events. */
const SCREEN_STANDS = /runtime-[2-6]$|event handler|watcher/

export function handleVueError(cause: unknown, _component: unknown, where: string): void {
  if (SCREEN_STANDS.test(where)) reportError(cause)
  else breakScreen(cause)
}

export function clearFailure(): void {
  failure.value = null
}

function trace(cause: unknown): void {
  // eslint-disable-next-line no-console -- the only trace a maker has of a failure in the window
  console.error(cause)
}
