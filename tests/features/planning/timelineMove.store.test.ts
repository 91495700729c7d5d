import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { effectScope, nextTick } from 'vue'
import type { Project } from '@/domain/model/entities'
import { createRowSource, type ProjectRow } from '@/features/planning/rows/projectRow'
import type { PlacedHandle } from '@/features/planning/timeline/handles'
import { useTimelineMove } from '@/features/planning/timeline/useTimelineMove'
import { holdVault } from '@/state/heldVault'
import { useProgramme } from '@/state/programme'
import { testVault, valueOf } from '../../data/support'
import { aProject, planningData } from './planningData'

const phases = (decision: string): Project['phases'] => [
  { phase: 'idea', planned: '2026-02-01', actual: null },
  { phase: 'decision', planned: decision, actual: null },
]
const PLACED: PlacedHandle = {
  key: 'phase decision',
  handle: { kind: 'phase', phase: 'decision' },
  date: '2027-01-01',
  element: 'phase-decision',
  sentence: 'besluit, gepland 1 januari 2027',
}
let scope = effectScope()

beforeEach(async () => {
  scope = effectScope()
  setActivePinia(createPinia())
  holdVault(await testVault())
  const first = aProject({ id: 'first', name: 'Eerste', phases: phases('2027-01-01') })
  const waits = aProject({
    id: 'waits',
    name: 'Wacht',
    phases: phases('2027-03-01'),
    dependencies: [
      {
        id: 'd1',
        holds: 'decision',
        on: { kind: 'phase', projectId: 'first', phase: 'decision' },
        lagDays: 0,
        note: '',
      },
    ],
  })
  valueOf(await useProgramme().create(planningData([first, waits])))
})
afterEach(async () => {
  scope.stop()
  await useProgramme().close()
})

function rowNow(): ProjectRow {
  const { data } = useProgramme()
  const row = data === null ? undefined : createRowSource()(data, '2026-12-31').find((r) => r.id === 'first')
  if (row === undefined) throw new Error('no row')
  return row
}
const decisionNow = (): string | undefined =>
  useProgramme()
    .data?.projects.get('first')
    ?.phases.find(({ phase }) => phase === 'decision')?.planned ?? undefined

it('after an undo the same move asks again, also while the disk still has to write the first', async () => {
  const programme = useProgramme()
  const move = scope.run(useTimelineMove) ?? useTimelineMove()
  const drop = (): Promise<void> => {
    move.pick(rowNow(), PLACED, 'keyboard')
    move.moveTo('2028-01-01')
    return move.drop()
  }
  await drop()
  expect(move.question.value?.effect.delays).toHaveLength(1)
  const first = move.answer('along')
  expect(decisionNow()).toBe('2028-01-01')
  const undone = programme.undo()
  expect(decisionNow()).toBe('2027-01-01')
  // Nothing is awaited up to here: both are still on their way to the disk.
  await drop()
  expect(move.question.value?.effect.delays).toHaveLength(1)
  await Promise.all([first, undone, move.answer('leave')])
  expect(decisionNow()).toBe('2028-01-01')
})

it('lets go of what is held when its project changes meanwhile', async () => {
  const programme = useProgramme()
  const move = scope.run(useTimelineMove) ?? useTimelineMove()
  move.pick(rowNow(), PLACED, 'keyboard')
  move.moveTo('2027-02-01')
  await move.drop()
  expect(decisionNow()).toBe('2027-02-01')
  move.pick(rowNow(), { ...PLACED, date: '2027-02-01' }, 'keyboard')
  move.moveTo('2027-03-01')
  await programme.undo()
  await nextTick()
  expect(move.held.value).toBeNull()
  expect(move.said.value).toContain('intussen veranderd')
  await move.drop()
  expect(decisionNow()).toBe('2027-01-01')
})
