import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { Scenario } from '@/domain/scenario'
import { monthsOf } from '@/domain/simulation'
import { useProgramme } from '@/state/programme'
import { useSelection } from '@/state/selection'
import { runSimulation } from '@/workers/simulation/runSimulation'
import { type Case, makeCase, momentsOf, nextPlan, type Plan, sortedScenarios } from './model/cases'
import { makeRunDesk, type RunState } from './model/runDesk'

/** The same luck for everyone who doesn't choose another. */
export const DEFAULT_SEED = 2026
export const DEFAULT_RUNS = 1000
export const TABS = ['results', 'compare', 'inputs', 'sensitivity', 'advice'] as const
export type Tab = (typeof TABS)[number]

/** What is chosen on Wat als, and the results so far. They stay while someone looks at another screen. */
export const useWhatIf = defineStore('whatIf', () => {
  const programme = useProgramme()
  const selection = useSelection()
  const desk = makeRunDesk(runSimulation)

  const tab = ref<string>('results')
  const chosenId = ref<Id | null>(null)
  const seed = ref(DEFAULT_SEED)
  const runs = ref(DEFAULT_RUNS)
  const chosenMoment = ref<IsoDate | null>(null)
  /** Scenarios beside the plan in the comparison; null: the latest few. */
  const compared = shallowRef<readonly Id[] | null>(null)

  const plan = shallowRef<Plan | null>(null)
  watch(
    () => [programme.data, selection.today] as const,
    ([data, today]) => {
      plan.value = data === null ? null : nextPlan(plan.value, data, today)
    },
    { immediate: true },
  )
  watch(
    () => programme.id,
    () => {
      desk.stop()
      chosenId.value = null
      chosenMoment.value = null
      compared.value = null
      tab.value = 'results'
    },
  )

  const memo = new WeakMap<Scenario, { plan: Plan; choice: string; made: Case }>()
  function caseOf(on: Plan, scenario: Scenario): Case {
    const choice = `${String(seed.value)}/${String(runs.value)}`
    const known = memo.get(scenario)
    if (known?.plan === on && known.choice === choice) return known.made
    const made = makeCase(on, scenario, { seed: seed.value, runs: runs.value })
    memo.set(scenario, { plan: on, choice, made })
    return made
  }

  const planCase = computed<Case | null>(() =>
    plan.value === null ? null : makeCase(plan.value, null, { seed: seed.value, runs: runs.value }),
  )
  const scenarios = computed<readonly Case[]>(() => {
    const on = plan.value
    if (on === null || programme.data === null) return []
    return sortedScenarios(programme.data).map((scenario) => caseOf(on, scenario))
  })
  const selected = computed<Case | null>(
    () => scenarios.value.find((c) => c.id === chosenId.value) ?? planCase.value,
  )
  const comparedCases = computed<readonly Case[]>(() => {
    const ids = compared.value
    const beside =
      ids === null ? scenarios.value.slice(-3) : scenarios.value.filter((c) => ids.includes(c.id ?? ''))
    return planCase.value === null ? [] : [planCase.value, ...beside]
  })

  const dates = computed<readonly IsoDate[]>(() =>
    plan.value === null
      ? []
      : monthsOf(plan.value.inputs.start, plan.value.inputs.months).map((month) => month.lastDay),
  )
  const moments = computed(() => momentsOf(dates.value))
  const moment = computed<IsoDate>({
    get: () => moments.value.find((date) => date === chosenMoment.value) ?? moments.value.at(-1) ?? '',
    set: (date) => {
      chosenMoment.value = date
    },
  })

  const stateOf = (of: Case | null): RunState | null =>
    of === null ? null : (desk.states.get(of.key) ?? null)

  /** What the screen needs now: the variant looked at, the plan beside it, and in a comparison the others. */
  function run(): void {
    const all = [...scenarios.value, ...(planCase.value === null ? [] : [planCase.value])]
    desk.keepOnly(new Set(all.map((c) => c.key)))
    const wanted = tab.value === 'compare' ? comparedCases.value : [selected.value, planCase.value]
    wanted.forEach((c, i) => {
      if (c === null || c.silent.length > 0) return
      desk.ask(c.key, c.applied.inputs, { seed: seed.value, runs: runs.value }, i === 0)
    })
  }

  /** After stopping: once more, from the start. */
  function resume(): void {
    for (const c of [...scenarios.value, planCase.value]) if (c !== null) desk.forget(c.key)
    run()
  }

  return {
    tab,
    chosenId,
    seed,
    runs,
    compared,
    plan,
    planCase,
    scenarios,
    selected,
    comparedCases,
    dates,
    moments,
    moment,
    stateOf,
    run,
    resume,
    stop: desk.stop,
  }
})
