import type { Command } from '../commands/context'
import { removed } from '../commands/save'
import type { Change } from '../history/patch'
import type { Id } from '../model/basics'
import type { ProgrammeData, TableName } from '../model/programmeData'
import { ok, type Result } from '../result'
import { released } from './links'

/**
 * Removes a record of another table, with the loose links of regie to it. Refuses `in-use` while regie can't do without.
 * @param label how the summary names the record · @param name how a refusal does
 */
export function removedFromRegie(
  data: ProgrammeData,
  table: TableName,
  id: Id,
  label: string,
  name: string,
): Result<Change> {
  const free = released(data, table, id, name)
  if (!free.ok) return free
  const change = removed(data, table, id, label)
  return change.ok ? ok({ ...change.value, patches: [...free.value, ...change.value.patches] }) : change
}

/** Takes loose links to a record away and leaves the record: before it is deleted for good. Refuses `in-use`. */
export function letGo(table: TableName, id: Id, name: string): Command {
  return (data) => {
    const free = released(data, table, id, name)
    return free.ok ? ok({ patches: free.value, summary: `wat naar ${name} verwees, losgelaten` }) : free
  }
}
