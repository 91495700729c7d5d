import * as v from 'valibot'
import { FileHandleInfo } from './files'
import { eventNames } from './names'

/** What the main process tells the window without being asked. */
export const MenuCommand = v.picklist([
  'newProgramme',
  'openProgramme',
  'saveCopy',
  'closeProgramme',
  'lock',
  'undo',
  'redo',
  'goOverview',
  'goAssignment',
  'goPalette',
  'goPlanning',
  'goCapacity',
  'goReview',
  'goReport',
  'goHistory',
  'goBalance',
  'goWhatIf',
  'goPartners',
  'goTrajectories',
  'goAgreements',
  'goDecisions',
  'goTables',
  'goDilemmas',
  'goNeighbourhood',
  'goLearning',
  'goIntake',
  'goRetention',
  'goBackups',
  'goSecurity',
  'themeLight',
  'themeDark',
  'themeSystem',
  'search',
  'showShortcuts',
  'showAbout',
])
export type MenuCommand = v.InferOutput<typeof MenuCommand>

/** Why the vault has to close without the person asking: away too long, the computer sleeps, its screen is locked. */
export const LockReason = v.picklist(['idle', 'sleep', 'screen'])
export type LockReason = v.InferOutput<typeof LockReason>

export const events = {
  /** An item of the application menu (or its key) was chosen. */
  menu: { name: eventNames.menu, payload: v.strictObject({ command: MenuCommand }) },
  /** The system asks Palet to open a file (double click, second start with a file). */
  fileOffered: { name: eventNames.fileOffered, payload: FileHandleInfo },
  /** The window is about to close: keep what is under way, then answer with `readyToClose`. */
  closing: { name: eventNames.closing, payload: v.strictObject({}) },
  /** Lock now, and answer with `vaultLocked`; a page that doesn't is replaced all the same. */
  lock: { name: eventNames.lock, payload: v.strictObject({ reason: LockReason }) },
} as const
