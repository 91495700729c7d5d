import { computed, ref, shallowRef, watch } from 'vue'
import { saveProject } from '@/domain/commands'
import type { Id, Project } from '@/domain/model/entities'
import { gateProblems } from '@/domain/planning/gate'
import { validateProject } from '@/domain/validation'
import { useProgramme } from '@/state/programme'
import { sameValue } from './sameValue'

/**
 * A project while it is being edited. Changes stay in the draft until `save`, which makes one commit of them, so
 * that undo takes back what the person felt as one act.
 */
export function useProjectDraft() {
  const programme = useProgramme()
  const draft = shallowRef<Project | null>(null)
  /** What the draft began as; for a new project the empty form. */
  const original = shallowRef<Project | null>(null)
  const isNew = ref(false)
  /** Mistakes are shown from the first attempt to save, then follow every change. */
  const attempted = ref(false)
  const saving = ref(false)
  const refusal = ref('')

  const dirty = computed(() => draft.value !== null && !sameValue(draft.value, original.value))

  const errors = computed(() => {
    if (!attempted.value || draft.value === null || programme.data === null) return new Map<string, string>()
    // The first mistake of a field is the one to solve first.
    const found = [
      ...validateProject(programme.data, draft.value),
      ...gateProblems(programme.data, draft.value),
    ].reverse()
    return new Map(found.map((error) => [error.field ?? '', error.message]))
  })

  const kept = computed(() =>
    draft.value === null ? undefined : programme.data?.projects.get(draft.value.id),
  )
  /** The record was changed or removed elsewhere (undo, another screen) while there are unsaved changes here. */
  const overtaken = computed(() => dirty.value && !isNew.value && kept.value !== original.value)

  function load(project: Project, fresh: boolean): void {
    draft.value = project
    original.value = project
    isNew.value = fresh
    attempted.value = false
    refusal.value = ''
  }

  function clear(): void {
    draft.value = null
    original.value = null
  }

  /** Without unsaved changes the panel follows the record, such as after undo. */
  watch(kept, (record) => {
    if (record !== undefined && !dirty.value && !isNew.value && !saving.value) load(record, false)
  })

  function change(fields: Partial<Project>): void {
    if (draft.value !== null) draft.value = { ...draft.value, ...fields }
    refusal.value = ''
  }

  /** @returns the id when the project is saved, null when something must be corrected first */
  async function save(): Promise<Id | null> {
    if (draft.value === null || programme.data === null || saving.value) return null
    attempted.value = true
    refusal.value = ''
    if (errors.value.size > 0) return null
    saving.value = true
    try {
      const { id } = draft.value
      const outcome = await programme.run(saveProject(draft.value))
      if (!outcome.ok) {
        refusal.value = outcome.error.message
        return null
      }
      const record = programme.data.projects.get(id)
      if (record !== undefined) load(record, false)
      return id
    } finally {
      saving.value = false
    }
  }

  return { draft, isNew, dirty, errors, overtaken, kept, saving, refusal, load, clear, change, save }
}

export type ProjectDraft = ReturnType<typeof useProjectDraft>
