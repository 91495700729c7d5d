import {
  hasInjectionContext,
  inject,
  type InjectionKey,
  onMounted,
  onScopeDispose,
  shallowRef,
  watch,
} from 'vue'

/** What stands in a form and isn't saved: of which record, and the content itself. */
export interface Unsaved {
  readonly record: string
  readonly value: unknown
}

export interface KeptForm extends Unsaved {
  /** A sentence that says what was put back and from when. */
  readonly words: string
}

/** Keeps what stands in forms when Palet locks, and gives it back. The app provides one; without it nothing is kept. */
export interface DraftKeeper {
  /** Returns a function that takes the form out again. */
  register(form: string, unsaved: () => Unsaved | null): () => void
  /** The latest that was kept of a form; with a record only of that one. */
  find(form: string, record?: string): Promise<KeptForm | null>
  forget(form: string, record: string): void
}

export const draftKeeperKey: InjectionKey<DraftKeeper> = Symbol('draftKeeper')

export interface KeptDraftOptions {
  /** Names the form; the same after a restart. */
  readonly form: string
  readonly unsaved: () => Unsaved | null
  /** The form is there as soon as its screen is, and takes back whatever was kept last. */
  readonly atOnce?: true
  /** Puts kept content back. False when it no longer fits. */
  readonly restore: (kept: Unsaved) => boolean | Promise<boolean>
  /** Takes the form back to what is saved. */
  readonly discard: () => void
}

/** Lets a form be interrupted by a lock: what was typed comes back, and the person can still throw it away. */
export function useKeptDraft({ form, unsaved, atOnce, restore, discard }: KeptDraftOptions) {
  const keeper = hasInjectionContext() ? inject(draftKeeperKey, undefined) : undefined
  /** What to say about what was put back, for as long as it isn't saved. */
  const words = shallowRef<string | null>(null)
  /** The record of what was unsaved when last looked. */
  let last: string | null = null

  /** Saved or thrown away: what was kept of it is of no use any more. */
  function settle(): void {
    const now = unsaved()?.record ?? null
    if (last !== null && now !== last) {
      words.value = null
      keeper?.forget(form, last)
    }
    last = now
  }

  watch(() => unsaved()?.record ?? null, settle, { immediate: true })
  if (keeper !== undefined) {
    const leave = keeper.register(form, unsaved)
    onScopeDispose(() => {
      // Thrown away and gone in one go.
      if (unsaved() === null) settle()
      leave()
    })
  }

  /** Called when the form opens; without a record, whatever was kept last. */
  async function offer(record?: string): Promise<void> {
    const kept = (await keeper?.find(form, record)) ?? null
    // Whoever typed in the meantime comes first.
    if (kept === null || unsaved() !== null) return
    if (!(await restore(kept))) return
    if (unsaved() === null) keeper?.forget(form, kept.record)
    else words.value = kept.words
  }

  if (keeper !== undefined && atOnce) onMounted(() => void offer())

  function throwAway(): void {
    // First, or the form would be offered it again.
    if (last !== null) keeper?.forget(form, last)
    words.value = null
    discard()
  }

  return { words, offer, throwAway }
}
