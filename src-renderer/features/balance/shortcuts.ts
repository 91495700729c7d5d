import type { ShortcutGroup } from '@/ui/shortcut'

export const balanceShortcuts: ShortcutGroup = {
  title: 'Overgangsbalans en Capaciteit',
  shortcuts: [
    { keys: 'Ctrl + pijl', does: 'Naar de rand van de tabel' },
    { keys: 'Enter of spatie', does: 'Cel uitleggen, jaar in- of uitklappen' },
    { keys: 'Ctrl + C', does: 'Tabel kopiëren' },
  ],
}
