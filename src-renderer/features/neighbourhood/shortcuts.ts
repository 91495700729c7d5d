import type { ShortcutGroup } from '@/ui/shortcut'

export const neighbourhoodShortcuts: ShortcutGroup = {
  title: 'Buurt',
  shortcuts: [{ keys: 'N', does: 'Nieuwe buurt' }],
}
