import type { Id } from '../domain/model/entities'
import { inUse } from './failure'

/** A page that is being left still has its locks for a moment. */
const PATIENCE = 2_000

/**
 * Two windows that write the same programme would refuse each other's commits. So the first one owns it for as long as it
 * is open; where the system has no locks, the check of the sequence with every commit remains.
 * @returns what gives it free again
 */
export async function ownProgramme(id: Id): Promise<() => void> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator as { locks?: LockManager }).locks
  if (locks === undefined) return () => undefined
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(PATIENCE)
    locks
      .request(
        `palet/${id}`,
        { signal },
        () =>
          new Promise<void>((free) => {
            resolve(free)
          }),
      )
      .catch(() => {
        reject(inUse())
      })
  })
}
