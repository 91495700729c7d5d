import { watchEffect } from 'vue'
import type { useSettings } from '../state/settings'

/** Keeps the attribute that the theme tokens hang on in step with the setting. */
export function followTheme(settings: ReturnType<typeof useSettings>): void {
  watchEffect(() => {
    document.documentElement.dataset['theme'] = settings.effectiveTheme
  })
}
