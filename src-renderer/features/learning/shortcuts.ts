import { screenShortcuts } from '@/ui/screenKeys'
import type { ShortcutGroup } from '@/ui/shortcut'

export const learningShortcuts: ShortcutGroup = {
  title: 'Leren',
  shortcuts: screenShortcuts({ new: 'Nieuwe les of check', find: 'Zoeken in de lessen' }),
}
