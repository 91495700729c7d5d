import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { draftReport, removeReport, saveReport } from '@/domain/commands'
import { formatQuarter } from '@/domain/labels'
import type { Id, ProgressReport } from '@/domain/model/entities'
import { startReport } from '@/domain/regie'
import type { DomainError } from '@/domain/result'
import { quarterOf } from '@/domain/time/quarter'
import { validateReport } from '@/domain/validation'
import { wayBack } from '@/state/change'
import { useNotices } from '@/state/notices'
import { useProgramme } from '@/state/programme'
import { useSelection } from '@/state/selection'
import { useKeptDraft } from '@/ui/keptDraft'
import { savableReport, sameReport } from './savable'

/** Long enough to finish a word, short enough to lose nothing. */
const SAVE_AFTER_MS = 600

/** The report that is being written: what is typed is kept at once, and saved by itself. */
export function useReportDraft() {
  const programme = useProgramme()
  const selection = useSelection()
  const notices = useNotices()
  const draft = shallowRef<ProgressReport | null>(null)
  const dirty = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  const reports = computed(() =>
    [...(programme.data?.reports.values() ?? [])].sort((a, b) =>
      a.referenceDate === b.referenceDate
        ? a.id < b.id
          ? -1
          : 1
        : a.referenceDate > b.referenceDate
          ? -1
          : 1,
    ),
  )
  const errors = computed<readonly DomainError[]>(() =>
    programme.data === null || draft.value === null ? [] : validateReport(programme.data, draft.value),
  )

  function select(id: Id): void {
    void flush()
    draft.value = programme.data?.reports.get(id) ?? null
    dirty.value = false
  }

  function change(fields: Partial<ProgressReport>): void {
    if (draft.value === null) return
    draft.value = { ...draft.value, ...fields }
    dirty.value = true
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), SAVE_AFTER_MS)
  }

  /** Saves what may be saved now; a part that isn't valid yet stays in the fields with its message. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    const { data } = programme
    const current = draft.value
    if (!dirty.value || data === null || current === null) return
    dirty.value = false
    const stored = data.reports.get(current.id)
    const savable = savableReport(data, current, stored)
    if (savable === null || (stored !== undefined && sameReport(savable, stored))) return
    const saved = await programme.run(saveReport(savable))
    if (!saved.ok) notices.show({ kind: 'error', text: saved.error.message })
  }

  async function add(): Promise<void> {
    const { data } = programme
    if (data === null) return
    await flush()
    const fresh = draftReport(data, programme.context(), selection.referenceDate)
    const report = { ...fresh, name: `Voortgangsrapportage ${formatQuarter(quarterOf(fresh.referenceDate))}` }
    const saved = await programme.run(startReport(report))
    if (saved.ok) select(report.id)
    else notices.show({ kind: 'error', text: saved.error.message })
  }

  async function remove(): Promise<void> {
    const current = draft.value
    if (current === null) return
    clearTimeout(timer)
    dirty.value = false
    const removed = await programme.run(removeReport(current.id))
    if (removed.ok)
      notices.show({
        kind: 'info',
        text: `Rapport “${current.name}” is verwijderd.`,
        ...wayBack(),
      })
    else notices.show({ kind: 'error', text: removed.error.message })
  }

  // Undo, redo or another file can change the stored report under our hands: an untouched draft follows.
  watch(
    () => programme.data,
    (data) => {
      const id = draft.value?.id
      const stored = id === undefined ? undefined : data?.reports.get(id)
      if (stored === undefined) {
        dirty.value = false
        draft.value = reports.value[0] ?? null
      } else if (!dirty.value && errors.value.length === 0) draft.value = stored
    },
    { immediate: true },
  )
  onBeforeUnmount(() => void flush())

  /** What isn't valid yet is only in the fields: a lock keeps that part. */
  const kept = useKeptDraft({
    form: 'report',
    atOnce: true,
    unsaved: () =>
      draft.value !== null && (dirty.value || errors.value.length > 0)
        ? { record: draft.value.id, value: draft.value }
        : null,
    restore: ({ record, value }) => {
      if (programme.data?.reports.has(record) !== true) return false
      select(record)
      change(value as ProgressReport)
      return true
    },
    discard: () => {
      clearTimeout(timer)
      dirty.value = false
      draft.value = programme.data?.reports.get(draft.value?.id ?? '') ?? null
    },
  })

  return { reports, draft, kept, errors, select, change, flush, add, remove }
}
