import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { attempt } from '../data/failure'
import type { Theme } from '../platform'
import { tellTheme, userName } from './native'
import { theCatalogue } from './programmes'

const THEMES: readonly Theme[] = ['light', 'dark', 'system']
const NOBODY = 'onbekend'

/** What the person set on this computer; kept in the catalogue. */
export const useSettings = defineStore('settings', () => {
  const theme = ref<Theme>('system')
  /** Who makes the changes: stands in the log. */
  const who = ref(NOBODY)
  const systemIsDark = ref(false)
  const effectiveTheme = computed(() =>
    theme.value === 'system' ? (systemIsDark.value ? 'dark' : 'light') : theme.value,
  )

  let reading: Promise<void> = Promise.resolve()
  /** A choice made while the kept one is still being read is the newer of the two. */
  let chosen = false

  /** Called when the settings can be read: as soon as Palet is unlocked. */
  function load(): Promise<void> {
    reading = readKept()
    return reading
  }

  /** Resolves when it is known who works here: no change may be written before, under nobody's name. */
  async function known(): Promise<void> {
    // A failure was told to whoever loaded.
    await reading.catch(() => undefined)
  }

  async function readKept(): Promise<void> {
    const opened = await theCatalogue()
    if (!opened.ok) return
    const kept = await attempt(() =>
      Promise.all([opened.value.setting('theme'), opened.value.setting('who')]),
    )
    const [keptTheme, keptWho] = kept.ok ? kept.value : []
    if (chosen) await keep('theme', theme.value)
    else theme.value = THEMES.find((candidate) => candidate === keptTheme) ?? 'system'
    who.value = typeof keptWho === 'string' && keptWho !== '' ? keptWho : ((await userName()) ?? NOBODY)
    await tellTheme(theme.value)
  }

  async function setTheme(next: Theme): Promise<void> {
    chosen = true
    theme.value = next
    await Promise.all([keep('theme', next), tellTheme(next)])
  }

  async function setWho(next: string): Promise<void> {
    who.value = next.trim() === '' ? ((await userName()) ?? NOBODY) : next.trim()
    await keep('who', next.trim())
  }

  /**
   * Called once, before the first screen. The main process has put the kept theme in place of the system's, so asking
   * the system gives the kept one, also while the settings are still locked.
   */
  function followSystem(): void {
    if (typeof window === 'undefined' || typeof window.matchMedia !== 'function') return
    const query = window.matchMedia('(prefers-color-scheme: dark)')
    systemIsDark.value = query.matches
    query.addEventListener('change', (event) => {
      systemIsDark.value = event.matches
    })
  }

  return { theme, effectiveTheme, who, followSystem, load, known, setTheme, setWho }
})

async function keep(key: string, value: string): Promise<void> {
  const opened = await theCatalogue()
  if (opened.ok) await attempt(() => opened.value.setSetting(key, value))
}
