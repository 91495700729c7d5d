import { screenShortcuts } from '@/ui/screenKeys'
import type { ShortcutGroup } from '@/ui/shortcut'

export const agreementShortcuts: readonly ShortcutGroup[] = [
  {
    title: 'Afspraken',
    shortcuts: [
      ...screenShortcuts({ new: 'Snel een afspraak typen', find: 'Zoeken in de afspraken' }),
      { keys: 'Pijl omhoog of omlaag', does: 'Van afspraak naar afspraak' },
      { keys: 'Enter', does: 'Gekozen afspraak openen' },
    ],
  },
  {
    title: 'Kalender',
    shortcuts: [
      { keys: 'Pijltoetsen', does: 'Van dag naar dag' },
      { keys: 'Page Up, Page Down', does: 'Een maand terug of verder' },
      { keys: 'Home, End', does: 'Naar maandag of zondag' },
      { keys: 'Tab', does: 'Naar de afspraken van de dag' },
      { keys: 'Enter', does: 'Een nieuwe afspraak op deze dag' },
    ],
  },
]
