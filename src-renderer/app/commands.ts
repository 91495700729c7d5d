import type { MenuCommand } from '../platform'
import { openFromDialog } from '../features/start/openFile'
import { startNewProgramme } from '../features/start/wizard/wizardState'
import { lock, type LockReason } from '../state/lock'
import { useProgramme } from '../state/programme'
import { useSettings } from '../state/settings'
import { useVault } from '../state/vault'
import { openDialog } from './dialogs'
import { saveCopy } from './saveCopy'
import type { Router } from 'vue-router'

const PATHS: Partial<Record<MenuCommand, string>> = {
  goOverview: '/overzicht',
  goAssignment: '/opgave',
  goPalette: '/palet',
  goPlanning: '/planning',
  goCapacity: '/capaciteit',
  goReview: '/reviewronde',
  goReport: '/rapport',
  goHistory: '/logboek',
  goBalance: '/overgangsbalans',
  goWhatIf: '/wat-als',
  goPartners: '/partners',
  goTrajectories: '/trajecten',
  goAgreements: '/afspraken',
  goDecisions: '/besluiten',
  goTables: '/tafels',
  goDilemmas: '/dilemmas',
  goNeighbourhood: '/buurt',
  goLearning: '/leren',
  goIntake: '/inlezen',
  goRetention: '/bewaartermijnen',
  goBackups: '/reservekopieen',
  goSecurity: '/beveiliging',
}

let router: Router | null = null

/** The shell hands over its router once; commands come from outside any component. */
export function useRouterForCommands(of: Router): void {
  router = of
}

/** Goes to the start screen; false when a form with unsaved changes keeps its screen open. */
export async function toStart(): Promise<boolean> {
  await router?.push('/')
  return router?.currentRoute.value.path === '/'
}

/** True while someone types: then undo is about the text, not about the programme. */
export function isTyping(target: Element | null = document.activeElement): boolean {
  if (target instanceof HTMLTextAreaElement) return !target.readOnly
  if (target instanceof HTMLInputElement)
    return !target.readOnly && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  return target instanceof HTMLElement && target.isContentEditable
}

/** Locks, and remembers the screen that is open now. */
export async function lockNow(reason: LockReason): Promise<void> {
  await lock(reason, router?.currentRoute.value.fullPath ?? '/')
}

/** Does what an item of the menu, a button of the shell or a shortcut asks. */
export async function runMenuCommand(command: MenuCommand): Promise<void> {
  const programme = useProgramme()
  const settings = useSettings()
  const path = PATHS[command]
  if (path !== undefined) {
    await router?.push(path)
    return
  }
  switch (command) {
    case 'newProgramme':
      if ((await toStart()) && (await useVault().ready())) startNewProgramme()
      return
    case 'openProgramme': {
      const address = (await toStart()) ? await openFromDialog() : null
      if (address !== null) await router?.push(address)
      return
    }
    case 'saveCopy':
      await saveCopy()
      return
    case 'closeProgramme':
      if (await toStart()) await programme.close()
      return
    case 'lock':
      await lockNow('person')
      return
    case 'undo':
      await programme.undo()
      return
    case 'redo':
      await programme.redo()
      return
    case 'themeLight':
      await settings.setTheme('light')
      return
    case 'themeDark':
      await settings.setTheme('dark')
      return
    case 'themeSystem':
      await settings.setTheme('system')
      return
    case 'search':
      if (programme.id !== null) openDialog('search')
      return
    case 'showShortcuts':
      openDialog('shortcuts')
      return
    case 'showAbout':
      openDialog('about')
  }
}
