import { joinDutch, plural } from '../labels'
import { refuse, type Result } from '../result'

/** How many records of a sort refer to the record that should go. */
export interface Use {
  readonly count: number
  readonly one: string
  readonly many: string
}

/**
 * Refuses a removal when the record is referred to, and says by what.
 * @returns null when nothing refers to it
 */
export function refuseWhenUsed(record: string, uses: readonly Use[]): Result<never> | null {
  const found = uses.filter((u) => u.count > 0)
  if (found.length === 0) return null
  const total = found.reduce((sum, u) => sum + u.count, 0)
  const list = joinDutch(found.map((u) => plural(u.count, u.one, u.many)))
  return refuse(
    'in-use',
    `${record} is nog in gebruik bij ${list}. Wijzig of verwijder ${total === 1 ? 'dat' : 'die'} eerst.`,
  )
}
