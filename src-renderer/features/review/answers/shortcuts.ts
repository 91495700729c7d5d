import type { ShortcutGroup } from '@/ui/shortcut'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What a key asks about the chosen line. */
export type AnswerAct = 'accept' | 'reject' | 'ask' | 'clear' | 'look'

const KEYS = [
  { act: 'accept', key: 'a', keys: 'A', does: 'Antwoord overnemen (op een project: alles wat daar open is)' },
  { act: 'reject', key: 'w', keys: 'W', does: 'Weigeren, met een reden' },
  { act: 'ask', key: 'v', keys: 'V', does: 'Er een vraag van maken' },
  { act: 'clear', key: 'backspace', keys: 'Backspace', does: 'Besluit weghalen' },
  { act: 'look', key: 'enter', keys: 'Enter', does: 'Geschiedenis en opmerkingen bekijken' },
] as const

export function answerAct(event: Pressed): AnswerAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null
  const pressed = event.key.toLowerCase()
  return KEYS.find(({ key }) => key === pressed)?.act ?? null
}

export const answerShortcuts: ShortcutGroup = {
  title: 'Antwoord van een corporatie',
  shortcuts: [
    { keys: 'Pijl omhoog of omlaag', does: 'Naar de vorige of de volgende regel' },
    ...KEYS.map(({ keys, does }) => ({ keys, does })),
  ],
}
