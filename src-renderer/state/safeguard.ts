import type { Id } from '../domain/model/entities'
import type { ProgrammeData } from '../domain/model/programmeData'
import { ok, type Result } from '../domain/result'

/** A programme as it is at one moment. */
export interface Snapshot {
  readonly id: Id
  readonly data: ProgrammeData
  readonly version: number
  /** Moment of its last commit, in UTC. */
  readonly savedAt: string
}

/** What is about to happen: the programme closes, or all of its content is replaced. */
export type Risk = 'close' | 'import' | 'restore'

export type Safeguard = (risk: Risk, of: Snapshot) => Promise<Result<null>>

let guard: Safeguard | null = null

/** Something that wants to keep a programme safe before the risk. Returns a function that ends it. */
export function guardWith(next: Safeguard): () => void {
  guard = next
  return () => {
    if (guard === next) guard = null
  }
}

/** A refusal means: don't go on. Closing goes on all the same. */
export async function safeguarded(
  risk: Risk,
  { id, data, version, savedAt }: Snapshot,
): Promise<Result<null>> {
  return guard === null ? ok(null) : guard(risk, { id, data, version, savedAt })
}
