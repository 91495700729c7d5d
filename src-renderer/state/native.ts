import * as platform from '../platform'

/** False where there is no main process to talk to, as in unit tests. */
function hasBridge(): boolean {
  return typeof window !== 'undefined' && 'palet' in window
}

/** Account name of this computer, or null when it can't be told. */
export async function userName(): Promise<string | null> {
  if (!hasBridge()) return null
  const answer = await platform.appInfo()
  return answer.ok && answer.value.userName !== '' ? answer.value.userName : null
}

/** Tells the native parts; a refusal costs nothing but their looks, so it isn't shown. */
export async function tellTheme(theme: platform.Theme): Promise<void> {
  if (hasBridge()) await platform.setTheme(theme)
}

const LONGEST_LABEL = 200
const cut = (text: string | null): string | null =>
  text !== null && text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text

export interface MenuState {
  readonly programmeOpen: boolean
  readonly undoLabel: string | null
  readonly redoLabel: string | null
}

export async function tellMenu({ programmeOpen, undoLabel, redoLabel }: MenuState): Promise<void> {
  if (!hasBridge()) return
  await platform.setMenuState({
    programmeOpen,
    canUndo: undoLabel !== null,
    canRedo: redoLabel !== null,
    undoLabel: cut(undoLabel),
    redoLabel: cut(redoLabel),
  })
}
