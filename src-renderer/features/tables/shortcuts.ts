import type { ShortcutGroup } from '@/ui/shortcut'

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Where the keyboard can jump to in a session. */
export type SessionPart = 'agenda' | 'present' | 'minutes' | 'yield' | 'report'

const PARTS: Readonly<Record<string, SessionPart>> = {
  Digit1: 'agenda',
  Digit2: 'present',
  Digit3: 'minutes',
  Digit4: 'yield',
  Digit5: 'report',
}

/** The part that a key jumps to; null when it is another key. Read by its place: Alt changes the sign on some boards. */
export function sessionPart(event: Pressed): SessionPart | null {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null
  return PARTS[event.code] ?? null
}

export const sessionShortcuts: ShortcutGroup = {
  title: 'Sessie',
  shortcuts: [
    { keys: 'Alt + 1', does: 'Naar de agenda' },
    { keys: 'Alt + 2', does: 'Naar wie er aanwezig is' },
    { keys: 'Alt + 3', does: 'Naar de regel voor het verslag' },
    { keys: 'Alt + 4', does: 'Naar resultaat en bijvangst' },
    { keys: 'Alt + 5', does: 'Naar de knop voor het verslag op papier' },
    { keys: 'Alt + pijl omhoog of omlaag', does: 'Agendapunt verplaatsen' },
    { keys: '@ en een naam', does: 'Partner noemen in een regel' },
    { keys: 'Ctrl + Z in een lege regel', does: 'Vorige regel ongedaan maken' },
  ],
}
