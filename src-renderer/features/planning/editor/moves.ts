import { capitalise, statusLabels } from '@/domain/labels'
import type { CapacityStep } from '@/domain/model/entities'
import { CAPACITY_STATUSES, type CapacityStatus } from '@/domain/model/values'

type Move = Pick<CapacityStep, 'from' | 'to'>

export const moveKey = ({ from, to }: Move): string => `${from ?? ''}>${to}`

const open = CAPACITY_STATUSES.filter((status) => status !== 'ended')

interface MoveOption {
  readonly value: string
  readonly label: string
  readonly group: string
  readonly move: Move
}

function option(group: string, label: string, from: CapacityStatus | null, to: CapacityStatus): MoveOption {
  return { value: moveKey({ from, to }), label, group, move: { from, to } }
}

function between(group: string, forward: boolean): MoveOption[] {
  return open.flatMap((from, i) =>
    (forward ? open.slice(i + 1) : open.slice(0, i)).map((to) =>
      option(group, `${capitalise(statusLabels[from])} → ${statusLabels[to]}`, from, to),
    ),
  )
}

/** Everything that can happen to places, in plain words and in the order of likelihood. */
export const moveOptions: readonly MoveOption[] = [
  ...open.map((to) => option('Nieuwe plekken', `Nieuw: ${statusLabels[to]}`, null, to)),
  ...between('Status verandert', true),
  option('Sluiting', 'Sluiting van beschikbare plekken', 'available', 'ended'),
  ...open
    .slice(0, -1)
    .reverse()
    .map((from) => option('Sluiting', `Gaat niet door: ${statusLabels[from]}`, from, 'ended')),
  ...between('Status gaat terug', false),
]

const byKey = new Map(moveOptions.map((o) => [o.value, o.move]))

export const readMove = (key: string): Move | undefined => byKey.get(key)
