import { plural } from '@/domain/labels'

/** "Probeer het over 8 seconden opnieuw." Nothing when there is nothing to wait for. */
export function waitWords(seconds: number): string {
  if (seconds <= 0) return ''
  const time =
    seconds < 90
      ? plural(seconds, 'seconde', 'seconden')
      : plural(Math.ceil(seconds / 60), 'minuut', 'minuten')
  return `Probeer het over ${time} opnieuw.`
}
