import type { ShortcutGroup } from '@/ui/shortcut'

export const dilemmaShortcuts: ShortcutGroup = {
  title: "Dilemma's",
  shortcuts: [
    { keys: 'N', does: 'Nieuw dilemma' },
    { keys: 'Pijl links of rechts', does: 'De plek op de lijn verschuiven' },
  ],
}
