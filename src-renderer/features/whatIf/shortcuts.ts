import type { ShortcutGroup } from '@/ui/shortcut'

export const whatIfShortcuts: ShortcutGroup = {
  title: 'Wat als',
  shortcuts: [
    { keys: 'Pijl links of rechts', does: 'Ander tabblad' },
    { keys: 'Enter', does: 'In het startgetal: opnieuw doorrekenen' },
  ],
}
