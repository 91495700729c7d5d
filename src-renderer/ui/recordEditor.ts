import { computed, nextTick, ref, shallowRef, watch } from 'vue'
import { type Unsaved, useKeptDraft } from './keptDraft'
import { useWindowClosing } from './windowClosing'

/** A copy that a form may change field by field. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] }

export interface Problem {
  readonly message: string
  readonly field?: string
}

export interface RecordEditorOptions<T> {
  /** Names this panel, so that what was typed in it survives a lock. */
  readonly form: string
  /** The record as it is in the data now; undefined when it is gone. */
  readonly stored: (draft: T) => T | undefined
  /** All problems of a draft at once; shown only after the first try to save. */
  readonly validate: (draft: T) => readonly Problem[]
  /** Null when it worked; else why not. */
  readonly save: (draft: T) => Promise<Problem | null>
  /** Null when it worked; else why not. Absent when records can't be removed. */
  readonly remove?: (draft: T) => Promise<Problem | null>
}

/**
 * Editing one record in a side panel: a draft apart from the data, problems by field, and a question before changes
 * are thrown away. The panel itself is PEditorPanel.
 */
export function useRecordEditor<T extends object>(options: RecordEditorOptions<T>) {
  const draft = ref<Draft<T> | null>(null)
  const isNew = ref(false)
  const tried = ref(false)
  const failure = shallowRef<Problem | null>(null)
  const busy = ref(false)
  const leaving = shallowRef<((leave: boolean) => void) | null>(null)
  let original = ''
  let saving: Promise<unknown> = Promise.resolve()

  const dirty = computed(() => draft.value !== null && JSON.stringify(draft.value) !== original)
  const problems = computed<readonly Problem[]>(() =>
    tried.value && draft.value !== null ? options.validate(draft.value as T) : [],
  )
  /** What can't be shown beside a field. */
  const general = computed(() => {
    if (failure.value !== null && failure.value.field === undefined) return failure.value.message
    return problems.value.find((p) => p.field === undefined)?.message ?? null
  })

  /** The problem of a field, or of anything inside it: `inhabitants` also finds `inhabitants.value`. */
  function errorOf(field: string): string | undefined {
    const within = (p: Problem): boolean => p.field === field || p.field?.startsWith(`${field}.`) === true
    if (failure.value !== null && within(failure.value)) return failure.value.message
    return problems.value.find(within)?.message
  }

  async function open(record: T, fresh = false): Promise<void> {
    if (!(await mayLeave())) return
    isNew.value = fresh
    show(record)
  }

  function show(record: T): void {
    const copy = structuredClone(record) as Draft<T>
    // First, because whoever looks at the new draft compares it with this.
    original = JSON.stringify(copy)
    draft.value = copy
    tried.value = false
    failure.value = null
  }

  // Undo, redo or another screen can change the record under an open panel: one without changes of its own follows.
  watch(
    () => (draft.value === null || isNew.value ? null : options.stored(draft.value as T)),
    (stored) => {
      if (stored === null || dirty.value) return
      if (stored === undefined) discard()
      else show(stored)
    },
  )

  function discard(): void {
    draft.value = null
  }

  /** Asks first when something would be lost. */
  async function close(): Promise<void> {
    if (await mayLeave()) discard()
  }

  /** True at once when nothing would be lost; else after the person has answered. */
  function mayLeave(): Promise<boolean> {
    // What is being saved right now is waited for: only when that fails is there something to lose.
    if (busy.value) return saving.then(mayLeave)
    if (!dirty.value) return Promise.resolve(true)
    // A second way out while the question is open: the first one is off.
    leaving.value?.(false)
    return new Promise((resolve) => {
      leaving.value = resolve
    })
  }

  function answer(leave: boolean): void {
    const resolve = leaving.value
    leaving.value = null
    if (leave) discard()
    resolve?.(leave)
  }

  async function attempt(work: (record: T) => Promise<Problem | null>): Promise<boolean> {
    if (draft.value === null || busy.value) return false
    busy.value = true
    const ended = work(JSON.parse(JSON.stringify(draft.value)) as T).then((problem) => {
      failure.value = problem
      busy.value = false
      if (problem === null) discard()
      return problem === null
    })
    saving = ended
    return ended
  }

  /** Saves and closes; with problems the first wrong field takes focus. */
  async function save(): Promise<void> {
    tried.value = true
    failure.value = null
    if (problems.value.length === 0 && (await attempt(options.save))) return
    await nextTick()
    document.querySelector<HTMLElement>('.p-side-panel [aria-invalid="true"]')?.focus()
  }

  async function remove(): Promise<void> {
    failure.value = null
    if (options.remove !== undefined) await attempt(options.remove)
  }

  useWindowClosing(() => dirty.value, mayLeave)

  // There is one panel at a time; which record it was about is kept with it.
  const kept = useKeptDraft({
    form: options.form,
    atOnce: true,
    unsaved: () =>
      dirty.value ? { record: 'panel', value: { isNew: isNew.value, original, draft: draft.value } } : null,
    restore,
    discard: () => {
      const stored = draft.value === null || isNew.value ? undefined : options.stored(draft.value as T)
      if (stored === undefined) discard()
      else show(stored)
    },
  })

  function restore({ value }: Unsaved): boolean {
    const before = value as { isNew: boolean; original: string; draft: Draft<T> }
    if (draft.value !== null) return false
    const start = JSON.parse(before.original) as T
    if (!before.isNew && options.stored(start) === undefined) return false
    isNew.value = before.isNew
    show(start)
    draft.value = before.draft
    return true
  }

  return {
    draft,
    isNew,
    busy,
    dirty,
    general,
    leaving,
    kept,
    errorOf,
    open,
    close,
    mayLeave,
    answer,
    save,
    remove,
  }
}

export type RecordEditor = Pick<
  ReturnType<typeof useRecordEditor>,
  'isNew' | 'busy' | 'dirty' | 'general' | 'leaving' | 'kept' | 'close' | 'answer' | 'save' | 'remove'
>
