import { agreementShortcuts } from '../features/agreements/shortcuts'
import { balanceShortcuts } from '../features/balance/shortcuts'
import { dilemmaShortcuts } from '../features/dilemmas/shortcuts'
import { learningShortcuts } from '../features/learning/shortcuts'
import { neighbourhoodShortcuts } from '../features/neighbourhood/shortcuts'
import { answerShortcuts } from '../features/review/answers/shortcuts'
import { planningShortcuts } from '../features/planning/shortcuts'
import { sessionShortcuts } from '../features/tables/shortcuts'
import { trajectoryShortcuts } from '../features/trajectories/shortcuts'
import { whatIfShortcuts } from '../features/whatIf/shortcuts'
import type { MenuCommand } from '../platform'
import type { ShortcutGroup } from '../ui/shortcut'
import { places } from './places'

/** What the dialog of shortcuts tells: first what works everywhere, then what each screen tells of itself. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: 'Programma',
    shortcuts: [
      { keys: 'Ctrl + K', does: 'Zoeken' },
      { keys: 'Ctrl + N', does: 'Nieuw programma' },
      { keys: 'Ctrl + O', does: 'Bestand openen' },
      { keys: 'Ctrl + S', does: 'Kopie bewaren' },
      { keys: 'Ctrl + W', does: 'Programma sluiten' },
      { keys: 'Ctrl + L', does: 'Vergrendelen' },
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
    shortcuts: places
      .flatMap(({ key, title }) => (key === null ? [] : [{ keys: `Ctrl + ${key}`, does: title }]))
      .sort((a, b) => a.keys.localeCompare(b.keys)),
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
  balanceShortcuts,
  ...planningShortcuts,
  ...trajectoryShortcuts,
  ...agreementShortcuts,
  answerShortcuts,
  sessionShortcuts,
  dilemmaShortcuts,
  neighbourhoodShortcuts,
  learningShortcuts,
  whatIfShortcuts,
]

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

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
  l: 'lock',
  k: 'search',
}

/** The command of a key, if it has one. The menu has the same keys; what is handled here never reaches it. */
export function commandOf(event: Pressed): MenuCommand | undefined {
  if (event.altKey) return undefined
  if (event.key === 'F1') return 'showShortcuts'
  if (!event.ctrlKey && !event.metaKey) return undefined
  const key = event.key.toLowerCase()
  if (event.shiftKey) return key === 'z' ? 'redo' : undefined
  return WITH_CONTROL[key] ?? (/^[1-9]$/.test(key) ? GO[Number(key) - 1] : undefined)
}
