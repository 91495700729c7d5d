import type { MenuCommand } from '../platform'
import { places } from './places'

export interface Shortcut {
  readonly keys: string
  readonly does: string
}

/** What the dialog of shortcuts tells. */
export const shortcutGroups: readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[] =
  [
    {
      title: 'Programma',
      shortcuts: [
        { keys: 'Ctrl + N', does: 'Nieuw programma' },
        { keys: 'Ctrl + O', does: 'Bestand openen' },
        { keys: 'Ctrl + S', does: 'Kopie bewaren' },
        { keys: 'Ctrl + W', does: 'Programma sluiten' },
      ],
    },
    {
      title: 'Bewerken',
      shortcuts: [
        { keys: 'Ctrl + Z', does: 'Ongedaan maken' },
        { keys: 'Ctrl + Y', does: 'Opnieuw doen' },
        { keys: 'Esc', does: 'Paneel of venster sluiten' },
      ],
    },
    {
      title: 'Ga naar',
      shortcuts: [...places]
        .sort((a, b) => a.key.localeCompare(b.key))
        .map(({ key, title }) => ({ keys: `Ctrl + ${key}`, does: title })),
    },
    {
      title: 'Weergave',
      shortcuts: [
        { keys: 'Ctrl + plus of min', does: 'Groter of kleiner' },
        { keys: 'Ctrl + 0', does: 'Normale grootte' },
        { keys: 'F11', does: 'Volledig scherm' },
        { keys: 'F1', does: 'Dit overzicht' },
      ],
    },
    {
      title: 'In een tabel',
      shortcuts: [
        { keys: 'Pijltoetsen', does: 'Naar de cel ernaast, erboven of eronder' },
        { keys: 'Enter', does: 'Openen of wijzigen' },
      ],
    },
  ]

const GO: readonly MenuCommand[] = [
  'goOverview',
  'goAssignment',
  'goPalette',
  'goPlanning',
  'goCapacity',
  'goReport',
  'goHistory',
  'goBalance',
  'goWhatIf',
]

const WITH_CONTROL: Readonly<Record<string, MenuCommand>> = {
  z: 'undo',
  y: 'redo',
  n: 'newProgramme',
  o: 'openProgramme',
  s: 'saveCopy',
  w: 'closeProgramme',
}

/** The command of a key, if it has one. The menu has the same keys; what is handled here never reaches it. */
export function commandOf(event: KeyboardEvent): MenuCommand | undefined {
  if (event.altKey) return undefined
  if (event.key === 'F1') return 'showShortcuts'
  if (!event.ctrlKey && !event.metaKey) return undefined
  const key = event.key.toLowerCase()
  if (event.shiftKey) return key === 'z' ? 'redo' : undefined
  return WITH_CONTROL[key] ?? (/^[1-9]$/.test(key) ? GO[Number(key) - 1] : undefined)
}
