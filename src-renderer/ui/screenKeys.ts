import { onBeforeUnmount, onMounted } from 'vue'
import type { Shortcut } from './shortcut'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>
type Act = 'new' | 'find'

const control = (event: Pressed): boolean => event.ctrlKey || event.metaKey
const plain = (event: Pressed): boolean => !control(event) && !event.altKey

/** Keys that work anywhere on a screen with a list. Those of one character give way to typing. */
const SCREEN_KEYS = [
  {
    act: 'new',
    keys: 'N',
    hit: (event: Pressed, typing: boolean) => !typing && plain(event) && event.key.toLowerCase() === 'n',
  },
  {
    act: 'find',
    keys: '/ of Ctrl + F',
    hit: (event: Pressed, typing: boolean) =>
      (!typing && plain(event) && event.key === '/') ||
      (control(event) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'f'),
  },
] as const

/** What a key asks of the screen; null when it asks nothing. */
export function screenKey(event: Pressed, typing: boolean): Act | null {
  return SCREEN_KEYS.find(({ hit }) => hit(event, typing))?.act ?? null
}

/** The same keys as the overview of keys tells them. */
export const screenShortcuts = (words: Readonly<Partial<Record<Act, string>>>): Shortcut[] =>
  SCREEN_KEYS.flatMap(({ act, keys }) => {
    const does = words[act]
    return does === undefined ? [] : [{ keys, does }]
  })

/** Lets a screen, or a part of it, answer to its keys; typing in a field and dialogs come first. */
export function useScreenKeys(does: Readonly<Partial<Record<Act, () => unknown>>>): void {
  function onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || document.querySelector('.p-dialog') !== null) return
    const typing =
      event.target instanceof HTMLElement &&
      event.target.matches('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]')
    const asked = screenKey(event, typing)
    const act = asked === null ? undefined : does[asked]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  onMounted(() => {
    document.addEventListener('keydown', onKeydown)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', onKeydown)
  })
}
