import { formatNumber } from '@/domain/labels'
import { ok, refuse, type Result } from '@/domain/result'
import { CURRENT_FORMAT_VERSION } from './format'
import { planning } from './migrations/planning'
import { regie } from './migrations/regie'
import { review } from './migrations/review'
import type { Migration } from './migrations/migration'

export type { Migration }

/** All migrations ever, in order, without gaps: the last one leads to the current version. */
export const migrations: readonly Migration[] = [planning, review, regie]

/**
 * Checks that a list leads from version 1 to `current` in steps of one. Throws: a gap is a mistake of ours, not of the
 * file's.
 */
export function assertContiguous(list: readonly Migration[], current: number): void {
  list.forEach((m, i) => {
    if (m.from !== i + 1 || m.to !== i + 2)
      throw new Error(`migration ${String(i)} goes from ${String(m.from)} to ${String(m.to)}`)
  })
  if (list.length !== current - 1)
    throw new Error(`${String(list.length)} migrations don't lead to version ${String(current)}`)
}

/**
 * Brings data from `version` to `current`, for files and for the store alike.
 * @returns `newer-version` for data from the future: it is refused, never guessed at
 */
export function migrate(
  data: unknown,
  version: number,
  list: readonly Migration[] = migrations,
  current: number = CURRENT_FORMAT_VERSION,
): Result<unknown> {
  assertContiguous(list, current)
  if (!Number.isInteger(version) || version < 1)
    return refuse('wrong-schema', "Veld 'formatVersion' is geen heel getal van 1 of hoger.", 'formatVersion')
  if (version > current)
    return refuse(
      'newer-version',
      `Dit bestand is gemaakt met een nieuwere Palet (bestandsversie ${formatNumber(version)}). Deze Palet leest tot en met versie ${formatNumber(current)}. Werk Palet bij en open het bestand daarna opnieuw.`,
      'formatVersion',
    )
  return ok(list.slice(version - 1).reduce((json, m) => m.up(json), data))
}
