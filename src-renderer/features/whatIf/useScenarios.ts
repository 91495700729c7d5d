import { computed, ref } from 'vue'
import { draftScenario, promoteScenario, removeScenario, saveScenario } from '@/domain/commands'
import type { Id } from '@/domain/model/entities'
import type { Scenario, ScenarioChange } from '@/domain/scenario'
import { useChange } from '@/state/change'
import { useNotices } from '@/state/notices'
import { useProgramme } from '@/state/programme'
import {
  type ChangeDraft,
  type ChangeKind,
  draftOf,
  type DraftSurroundings,
  emptyDraft,
} from './changes/changeDraft'
import { withRow } from './changes/rows'
import type { Naming } from './changes/NameDialog.vue'
import { useWhatIf } from './whatIfStore'

/** Making and changing scenarios: the forms that are open, and the commands behind them. */
export function useScenarios() {
  const whatIf = useWhatIf()
  const programme = useProgramme()
  const { changeOrTell } = useChange()
  const notices = useNotices()

  const naming = ref<Naming | null>(null)
  const nameError = ref<string | null>(null)
  const editing = ref<ChangeDraft | null>(null)
  const editingNew = ref(false)
  const refusal = ref<string | null>(null)
  const promoting = ref(false)
  const removing = ref(false)
  /** Where the name goes: a new scenario, or the one chosen. */
  let named: Scenario | null = null

  const scenario = computed(() => whatIf.selected?.scenario ?? null)
  const around = computed<DraftSurroundings | null>(() => {
    const of = whatIf.selected
    if (of === null || programme.data === null) return null
    return {
      data: of.applied.data,
      inputs: whatIf.plan?.inputs ?? of.applied.inputs,
      ctx: programme.context(),
    }
  })

  /**
   * Without a message: the list beside it shows what was done, undo is in the bar above, and a message would lie over
   * the next form. Null when it worked, else why not.
   */
  async function keep(next: Scenario): Promise<string | null> {
    const result = await programme.run(saveScenario(next))
    return result.ok ? null : result.error.message
  }

  function freeName(start: string): string {
    const taken = new Set(whatIf.scenarios.map((c) => c.name))
    let name = start
    for (let i = 2; taken.has(name); i += 1) name = `${start} ${String(i)}`
    return name
  }

  function startNew(changes: readonly ScenarioChange[] = [], name?: string, note = ''): void {
    if (programme.data === null) return
    named = { ...draftScenario(programme.data, programme.context()), changes }
    nameError.value = null
    const first = `Scenario ${String(whatIf.scenarios.length + 1)}`
    naming.value = { title: 'Nieuw scenario', name: freeName(name ?? first), note, action: 'Maken' }
  }

  function startDuplicate(): void {
    if (scenario.value === null) return
    startNew(scenario.value.changes, `${scenario.value.name}, kopie`, scenario.value.note)
  }

  function startRename(): void {
    if (scenario.value === null) return
    named = scenario.value
    nameError.value = null
    const { name, note } = scenario.value
    naming.value = { title: 'Naam en notitie', name, note, action: 'Bewaren' }
  }

  async function saveName(name: string, note: string): Promise<void> {
    if (named === null) return
    const next = { ...named, name: name.trim(), note }
    const taken = whatIf.scenarios.some((c) => c.id !== next.id && c.name === next.name)
    const error = taken ? 'Er is al een scenario met deze naam.' : await keep(next)
    nameError.value = error
    if (error !== null) return
    naming.value = null
    whatIf.chosenId = next.id
  }

  function startChange(kind: ChangeKind, subject: Id = ''): void {
    if (around.value === null) return
    refusal.value = null
    editingNew.value = true
    editing.value = emptyDraft(kind, subject, around.value)
  }

  function editChange(row: ScenarioChange): void {
    if (around.value === null || scenario.value === null) return
    refusal.value = null
    editingNew.value = false
    editing.value = draftOf(row, scenario.value, around.value)
  }

  async function saveChange(id: Id, changes: readonly ScenarioChange[]): Promise<void> {
    if (scenario.value === null) return
    refusal.value = await keep(withRow(scenario.value, id, changes))
    if (refusal.value === null) editing.value = null
  }

  async function dropChange(id: Id): Promise<void> {
    if (scenario.value === null) return
    const error = await keep(withRow(scenario.value, id, []))
    if (error !== null) notices.show({ kind: 'error', text: error })
  }

  function askRemove(): void {
    removing.value = true
  }

  function askPromote(): void {
    promoting.value = true
  }

  async function remove(): Promise<void> {
    removing.value = false
    if (scenario.value !== null && (await changeOrTell(removeScenario(scenario.value.id))))
      whatIf.chosenId = null
  }

  async function promoteNow(): Promise<void> {
    promoting.value = false
    if (scenario.value !== null) await changeOrTell(promoteScenario(scenario.value.id))
  }

  return {
    scenario,
    around,
    naming,
    nameError,
    editing,
    editingNew,
    refusal,
    promoting,
    removing,
    startNew,
    startDuplicate,
    startRename,
    saveName,
    startChange,
    editChange,
    saveChange,
    dropChange,
    askRemove,
    askPromote,
    remove,
    promoteNow,
  }
}

export type Scenarios = ReturnType<typeof useScenarios>
