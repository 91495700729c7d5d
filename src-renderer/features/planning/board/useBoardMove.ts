import { ref, shallowRef } from 'vue'
import { phaseLabels } from '@/domain/labels'
import type { StartGate } from '@/domain/model/dependency'
import type { Id, IsoDate } from '@/domain/model/entities'
import { type Phase, PHASES } from '@/domain/model/values'
import { missingForPhase, moveToPhase } from '@/domain/planning/gate'
import type { DomainError } from '@/domain/result'
import { localToday } from '@/state/clock'
import { wayBack } from '@/state/change'
import { useNotices } from '@/state/notices'
import { useProgramme } from '@/state/programme'

/** A card on its way to another phase, while the form asks what that phase needs. */
export interface Asking {
  readonly projectId: Id
  readonly phase: Phase
}

export interface Answers {
  readonly phase: Phase
  readonly on: IsoDate
  readonly gate: Partial<StartGate>
}

/** Moving a card: forward asks first, back is done at once unless a gate asks something. Either way it is one commit. */
export function useBoardMove(moved: (id: Id) => void) {
  const programme = useProgramme()
  const notices = useNotices()
  const asking = shallowRef<Asking | null>(null)
  const error = shallowRef<DomainError | null>(null)
  const saving = ref(false)

  function request(projectId: Id, phase: Phase): void {
    const project = programme.data?.projects.get(projectId)
    if (project === undefined || project.phase === phase) return
    error.value = null
    const back = PHASES.indexOf(phase) < PHASES.indexOf(project.phase)
    // Out of "ended" a project comes through its gates again.
    if (back && missingForPhase(project, phase).length === 0)
      void commit(projectId, { phase, on: localToday(), gate: {} })
    else ask(projectId, phase)
  }

  /** Asks where to as well, with a phase to begin with. */
  function ask(projectId: Id, phase: Phase): void {
    error.value = null
    asking.value = { projectId, phase }
  }

  async function commit(projectId: Id, { phase, on, gate }: Answers): Promise<void> {
    if (saving.value) return
    saving.value = true
    try {
      const name = programme.data?.projects.get(projectId)?.name ?? ''
      const outcome = await programme.run(moveToPhase(projectId, phase, { gate, on }))
      if (!outcome.ok) {
        if (asking.value === null) notices.show({ kind: 'error', text: outcome.error.message })
        else error.value = outcome.error
        return
      }
      asking.value = null
      notices.show({
        kind: 'success',
        text: `${name} staat nu in de fase "${phaseLabels[phase]}".`,
        ...wayBack(),
      })
      moved(projectId)
    } finally {
      saving.value = false
    }
  }

  function answer(answers: Answers): void {
    if (asking.value !== null) void commit(asking.value.projectId, answers)
  }

  function cancel(): void {
    asking.value = null
    error.value = null
  }

  return { asking, error, saving, request, ask, answer, cancel }
}
