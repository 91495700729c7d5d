import { computed, ref, watch } from 'vue'
import type { Programme } from '../../domain/model/entities'
import type { DomainError } from '../../domain/result'
import { useKeptDraft } from '../../ui/keptDraft'
import type { Draft } from '../../ui/recordEditor'

/**
 * A part of the programme record in a form of its own. As long as nothing was typed it follows the data (an undo shows
 * at once); after that it stays as typed until it is saved or put back. `name` is the one under which a lock keeps it.
 */
export function useProgrammeForm<K extends keyof Programme>(
  name: string,
  source: () => Pick<Programme, K>,
  validate: (draft: Pick<Programme, K>) => readonly DomainError[],
  save: (draft: Pick<Programme, K>) => Promise<DomainError | null>,
) {
  const copy = (): Draft<Pick<Programme, K>> =>
    JSON.parse(JSON.stringify(source())) as Draft<Pick<Programme, K>>
  const draft = ref(copy())
  const original = ref(JSON.stringify(draft.value))
  const tried = ref(false)
  const refused = ref<DomainError | null>(null)

  const dirty = computed(() => JSON.stringify(draft.value) !== original.value)
  const problems = computed<readonly DomainError[]>(() => {
    const found = tried.value ? validate(draft.value as Pick<Programme, K>) : []
    return refused.value === null ? found : [refused.value, ...found]
  })

  watch(source, () => {
    if (!dirty.value) reset()
  })

  function reset(): void {
    draft.value = copy() as typeof draft.value
    original.value = JSON.stringify(draft.value)
    tried.value = false
    refused.value = null
  }

  function errorOf(field: string): string | undefined {
    return problems.value.find((p) => p.field === field || p.field?.startsWith(`${field}.`) === true)?.message
  }

  async function submit(): Promise<boolean> {
    tried.value = true
    refused.value = null
    if (problems.value.length > 0) return false
    // From here on nothing is lost any more: who leaves while it is written isn't asked.
    const before = original.value
    original.value = JSON.stringify(draft.value)
    refused.value = await save(JSON.parse(original.value) as Pick<Programme, K>)
    if (refused.value === null) {
      if (!dirty.value) reset()
      return true
    }
    original.value = before
    return false
  }

  const kept = useKeptDraft({
    form: name,
    atOnce: true,
    unsaved: () => (dirty.value ? { record: 'form', value: draft.value } : null),
    restore: ({ value }) => {
      draft.value = value as typeof draft.value
      return true
    },
    discard: reset,
  })

  return { kept, draft, dirty, problems, errorOf, reset, submit }
}
