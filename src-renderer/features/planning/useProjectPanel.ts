import { computed, ref, shallowRef, watch } from 'vue'
import {
  onBeforeRouteLeave,
  onBeforeRouteUpdate,
  type RouteLocationNormalized,
  useRoute,
  useRouter,
} from 'vue-router'
import { draftProject, duplicateProject, removeProject } from '@/domain/commands'
import type { Id, Project } from '@/domain/model/entities'
import { wayBack } from '@/state/change'
import { useNotices } from '@/state/notices'
import { useProgramme } from '@/state/programme'
import { useSelection } from '@/state/selection'
import { useKeptDraft } from '@/ui/keptDraft'
import { useLeaveGuard } from './editor/useLeaveGuard'
import { useProjectDraft } from './editor/useProjectDraft'

/** Stands in the address for a project that has no record yet. */
const NEW = 'nieuw'

const projectIn = (route: Pick<RouteLocationNormalized, 'query'>): string | null => {
  const { project } = route.query
  return typeof project === 'string' && project !== '' ? project : null
}

/**
 * Which project is open in the side panel. The address says so (`?project=…`), so that other screens can link to a
 * project and every way out passes the same question about unsaved changes.
 */
export function useProjectPanel() {
  const route = useRoute()
  const router = useRouter()
  const programme = useProgramme()
  const selection = useSelection()
  const notices = useNotices()
  const editor = useProjectDraft()
  const leaving = useLeaveGuard(editor, async () => (await editor.save()) !== null)
  const removing = shallowRef<Project | null>(null)
  const wanted = computed(() => projectIn(route))
  const loaded = ref<string | null>(null)
  const kept = useKeptDraft({
    form: 'project',
    unsaved: () =>
      editor.dirty.value && loaded.value !== null
        ? { record: loaded.value, value: editor.draft.value }
        : null,
    restore: ({ record, value }) => {
      if (loaded.value !== record) return false
      editor.change(value as Project)
      return true
    },
    discard: () => {
      if (loaded.value !== null) load(loaded.value)
    },
  })

  onBeforeRouteLeave(() => leaving.mayLeave())
  onBeforeRouteUpdate((to, from) => projectIn(to) === projectIn(from) || leaving.mayLeave())

  watch(
    [wanted, () => programme.data],
    ([key, data]) => {
      if (data === null || key === null) {
        editor.clear()
        loaded.value = null
      } else if (key !== loaded.value) load(key)
      // The record went away (undo, or removed elsewhere): unsaved work stays, an untouched panel closes.
      else if (key !== NEW && !data.projects.has(key) && !editor.dirty.value) void close()
    },
    { immediate: true },
  )

  // A file that the system offers can open another programme at any moment: a draft must never end up in that one.
  watch(
    () => programme.id,
    () => {
      const { name } = editor.draft.value ?? { name: '' }
      if (editor.dirty.value)
        notices.show({
          kind: 'error',
          text: `Er is een ander programma geopend. Uw wijzigingen in ${name.trim() || 'het nieuwe project'} zijn niet bewaard.`,
        })
      editor.clear()
      if (wanted.value !== null) void close()
    },
    // Before the data of the other programme is looked at.
    { flush: 'sync' },
  )

  function load(key: string): void {
    if (programme.data === null) return
    if (key === NEW) {
      const draft = draftProject(programme.data, programme.context())
      const [only, ...others] = selection.municipalityIds
      editor.load(
        only !== undefined && others.length === 0 ? { ...draft, municipalityId: only } : draft,
        true,
      )
      loaded.value = key
      void kept.offer(key)
      return
    }
    const project = programme.data.projects.get(key)
    if (project === undefined) {
      notices.show({ kind: 'info', text: 'Dit project bestaat niet meer.' })
      void close()
      return
    }
    editor.load(project, false)
    loaded.value = key
    void kept.offer(key)
  }

  async function show(key: string | null): Promise<void> {
    const query = { ...route.query }
    delete query['project']
    await router.push({ query: key === null ? query : { ...query, project: key } })
  }

  const open = (id: Id): Promise<void> => show(id)
  const close = (): Promise<void> => show(null)

  async function openNew(): Promise<void> {
    if (wanted.value !== NEW) await show(NEW)
  }

  /** A new project is no longer new: the address gets its id. */
  async function afterSave(id: Id): Promise<void> {
    loaded.value = id
    await router.replace({ query: { ...route.query, project: id } })
  }

  function askRemove(id: Id): void {
    removing.value = programme.data?.projects.get(id) ?? null
  }

  async function confirmRemove(): Promise<void> {
    const project = removing.value
    removing.value = null
    if (project === null) return
    // Whoever removes a project needs no question about changes to it.
    if (editor.draft.value?.id === project.id) editor.clear()
    const outcome = await programme.run(removeProject(project.id))
    if (!outcome.ok) {
      notices.show({ kind: 'error', text: outcome.error.message })
      return
    }
    if (wanted.value === project.id) await close()
    notices.show({
      kind: 'success',
      text: `Project "${project.name}" is verwijderd.`,
      ...wayBack(),
    })
  }

  async function duplicate(id: Id): Promise<void> {
    if (!(await leaving.mayLeave())) return
    const outcome = await programme.run(duplicateProject(id))
    if (!outcome.ok) {
      notices.show({ kind: 'error', text: outcome.error.message })
      return
    }
    const copy = outcome.value.patches[0]?.id
    if (copy !== undefined) await open(copy)
    notices.show({ kind: 'success', text: 'Kopie gemaakt: pas de naam, de datums en de plekken aan.' })
  }

  const newId = (): Id => programme.context().newId()

  return {
    editor,
    kept,
    leaving,
    removing,
    open,
    openNew,
    close,
    afterSave,
    askRemove,
    confirmRemove,
    duplicate,
    newId,
  }
}
