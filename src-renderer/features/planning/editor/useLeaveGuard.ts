import { onBeforeUnmount, ref } from 'vue'
import { useWindowClosing } from '@/ui/windowClosing'
import type { ProjectDraft } from './useProjectDraft'

export type LeaveAnswer = 'save' | 'discard' | 'stay'

/**
 * One rule for every way out of the panel (another project, another screen, closing the panel or the window): with
 * unsaved changes the person is asked first, and nothing is lost without an answer.
 */
export function useLeaveGuard(editor: ProjectDraft, save: () => Promise<boolean>) {
  const asking = ref(false)
  let answered: ((answer: LeaveAnswer) => void) | undefined

  function answer(given: LeaveAnswer): void {
    asking.value = false
    answered?.(given)
    answered = undefined
  }

  /** @returns true when the draft is saved, thrown away on purpose, or had nothing to lose */
  async function mayLeave(): Promise<boolean> {
    if (!editor.dirty.value) return true
    // A second way out while the question is open: the first one is off.
    answer('stay')
    asking.value = true
    const given = await new Promise<LeaveAnswer>((resolve) => {
      answered = resolve
    })
    if (given === 'save') return save()
    if (given === 'discard') editor.clear()
    return given === 'discard'
  }

  useWindowClosing(() => editor.dirty.value, mayLeave)
  onBeforeUnmount(() => {
    answer('stay')
  })

  return { asking, answer, mayLeave }
}
