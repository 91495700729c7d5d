import { screenShortcuts } from '@/ui/screenKeys'
import type { ShortcutGroup } from '@/ui/shortcut'

export const trajectoryShortcuts: readonly ShortcutGroup[] = [
  { title: 'Trajecten', shortcuts: screenShortcuts({ new: 'Nieuw traject' }) },
]
