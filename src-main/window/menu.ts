import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand, Theme } from '../contract'

/** What the window last told about itself, as far as the menu shows it. */
export interface MenuState {
  readonly programmeOpen: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undoLabel: string | null
  readonly redoLabel: string | null
}

export const EMPTY_MENU_STATE: MenuState = {
  programmeOpen: false,
  canUndo: false,
  canRedo: false,
  undoLabel: null,
  redoLabel: null,
}

export interface MenuSurroundings {
  readonly theme: Theme
  /** There is something to lock. */
  readonly vaultOpen: boolean
  /** Items for makers of Palet: only when it is not packaged. */
  readonly forMakers: boolean
  readonly send: (command: MenuCommand) => void
}

/** The application menu as data; what each item does is either the system's or a command to the window. */
export function menuTemplate(state: MenuState, surroundings: MenuSurroundings): MenuItemConstructorOptions[] {
  return [
    { label: '&Bestand', submenu: fileMenu(state, surroundings) },
    { label: 'Be&werken', submenu: editMenu(state, surroundings) },
    { label: 'Bee&ld', submenu: viewMenu(surroundings) },
    { label: '&Ga naar', submenu: goMenu(state, surroundings) },
    {
      label: '&Help',
      submenu: [
        command(surroundings, 'showShortcuts', 'Sneltoetsen', 'F1'),
        command(surroundings, 'showAbout', 'Over Palet'),
      ],
    },
  ]
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

function command(
  { send }: MenuSurroundings,
  name: MenuCommand,
  label: string,
  accelerator?: string,
  enabled = true,
): MenuItemConstructorOptions {
  return {
    id: name,
    label,
    enabled,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => {
      send(name)
    },
  }
}

function fileMenu({ programmeOpen }: MenuState, around: MenuSurroundings): MenuItemConstructorOptions[] {
  return [
    command(around, 'newProgramme', 'Nieuw programma…', 'CmdOrCtrl+N'),
    command(around, 'openProgramme', 'Openen…', 'CmdOrCtrl+O'),
    separator,
    command(around, 'saveCopy', 'Kopie bewaren…', 'CmdOrCtrl+S', programmeOpen),
    command(around, 'closeProgramme', 'Programma sluiten', 'CmdOrCtrl+W', programmeOpen),
    separator,
    command(around, 'lock', 'Vergrendelen', 'CmdOrCtrl+L', around.vaultOpen),
    separator,
    { role: 'quit', label: 'Afsluiten', accelerator: 'CmdOrCtrl+Q' },
  ]
}

function editMenu(state: MenuState, around: MenuSurroundings): MenuItemConstructorOptions[] {
  const undo = labelled('Ongedaan maken', state.undoLabel)
  const redo = labelled('Opnieuw', state.redoLabel)
  return [
    command(around, 'undo', undo, 'CmdOrCtrl+Z', state.canUndo),
    command(around, 'redo', redo, 'CmdOrCtrl+Y', state.canRedo),
    // The other habit for the same thing.
    { ...hidden(command(around, 'redo', redo, 'CmdOrCtrl+Shift+Z', state.canRedo)), id: 'redoOther' },
    separator,
    command(around, 'search', 'Zoeken…', 'CmdOrCtrl+K', state.programmeOpen),
    separator,
    { role: 'cut', label: 'Knippen' },
    { role: 'copy', label: 'Kopiëren' },
    { role: 'paste', label: 'Plakken' },
    { role: 'selectAll', label: 'Alles selecteren' },
  ]
}

function viewMenu(around: MenuSurroundings): MenuItemConstructorOptions[] {
  const theme = (name: Theme, does: MenuCommand, label: string): MenuItemConstructorOptions => ({
    ...command(around, does, label),
    type: 'radio',
    checked: around.theme === name,
  })
  return [
    theme('light', 'themeLight', 'Licht'),
    theme('dark', 'themeDark', 'Donker'),
    theme('system', 'themeSystem', 'Zoals het systeem'),
    separator,
    { role: 'zoomIn', label: 'Inzoomen', accelerator: 'CmdOrCtrl+Plus' },
    // On most keyboards plus is the shifted key of the equals sign.
    hidden({ role: 'zoomIn', label: 'Inzoomen', accelerator: 'CmdOrCtrl+=' }),
    { role: 'zoomOut', label: 'Uitzoomen', accelerator: 'CmdOrCtrl+-' },
    { role: 'resetZoom', label: 'Normale grootte', accelerator: 'CmdOrCtrl+0' },
    separator,
    { role: 'togglefullscreen', label: 'Volledig scherm', accelerator: 'F11' },
    ...(around.forMakers ? makersMenu : []),
  ]
}

const makersMenu: MenuItemConstructorOptions[] = [
  separator,
  { role: 'reload', label: 'Opnieuw laden', accelerator: 'CmdOrCtrl+R' },
  { role: 'toggleDevTools', label: 'Hulpmiddelen voor makers', accelerator: 'F12' },
]

function goMenu({ programmeOpen }: MenuState, around: MenuSurroundings): MenuItemConstructorOptions[] {
  const places: readonly (readonly [MenuCommand, string])[] = [
    ['goOverview', 'Overzicht'],
    ['goAssignment', 'Opgave'],
    ['goPalette', 'Palet'],
    ['goPlanning', 'Planning'],
    ['goCapacity', 'Capaciteit'],
    ['goReport', 'Rapport'],
    ['goHistory', 'Logboek'],
    ['goBalance', 'Overgangsbalans'],
    ['goWhatIf', 'Wat als'],
  ]
  const together: readonly (readonly [MenuCommand, string])[] = [
    ['goPartners', 'Partners'],
    ['goTrajectories', 'Trajecten'],
    ['goAgreements', 'Afspraken'],
    ['goDecisions', 'Besluiten'],
    ['goTables', 'Tafels'],
    ['goDilemmas', "Dilemma's"],
    ['goNeighbourhood', 'Buurt'],
    ['goLearning', 'Leren'],
  ]
  return [
    ...places.map(([name, label], index) =>
      command(around, name, label, `CmdOrCtrl+${index + 1}`, programmeOpen),
    ),
    separator,
    ...together.map(([name, label]) => command(around, name, label, undefined, programmeOpen)),
    separator,
    command(around, 'goReview', 'Reviewronde', undefined, programmeOpen),
    command(around, 'goIntake', 'Inlezen', undefined, programmeOpen),
    command(around, 'goRetention', 'Bewaartermijnen', undefined, programmeOpen),
    command(around, 'goBackups', 'Reservekopieën', undefined, around.vaultOpen),
    command(around, 'goSecurity', 'Beveiliging', undefined, around.vaultOpen),
  ]
}

function labelled(base: string, what: string | null): string {
  // A single & would underline the next letter instead of showing itself.
  return what === null ? base : `${base}: ${what.replaceAll('&', '&&')}`
}

function hidden(item: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return { ...item, visible: false, acceleratorWorksWhenHidden: true }
}
