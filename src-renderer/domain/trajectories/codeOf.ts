import type { Id } from '../model/basics'
import type { Trajectory } from './model'

type Trajectories = ReadonlyMap<Id, Trajectory>

/** Tables never change in place, so what was worked out for one stays true as long as it lives. */
const known = new WeakMap<Trajectories, ReadonlyMap<string, readonly Id[]>>()

/** Whose each code is; more than one id only in a file that isn't sound. */
export function codeOwners(trajectories: Trajectories): ReadonlyMap<string, readonly Id[]> {
  let owners = known.get(trajectories)
  if (owners === undefined) {
    const found = new Map<string, Id[]>()
    for (const { id, code } of trajectories.values()) {
      const ids = found.get(code)
      if (ids === undefined) found.set(code, [id])
      else ids.push(id)
    }
    owners = found
    known.set(trajectories, owners)
  }
  return owners
}

/** The next free code: one higher than the highest there is. */
export function nextCode(trajectories: Trajectories): string {
  let highest = 0
  for (const code of codeOwners(trajectories).keys()) highest = Math.max(highest, Number(code.slice(2)) || 0)
  return `T-${String(highest + 1).padStart(4, '0')}`
}
