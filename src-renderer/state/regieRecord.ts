import type { Id } from '../domain/model/basics'
import { type RegieTable, type RegieTables, removeRecord, saveRecord } from '../domain/regie'
import type { DomainError } from '../domain/result'
import { validateRegie } from '../domain/validation/regie'
import { useChange } from './change'
import { useProgramme } from './programme'

/** What a side panel needs to edit a record of one table of regie (`useRecordEditor`), by the rules of the domain. */
export function useRegieRecord<K extends RegieTable>(table: K) {
  const programme = useProgramme()
  const { change } = useChange()

  function find(id: Id): RegieTables[K] | undefined {
    const records: ReadonlyMap<Id, RegieTables[K]> | undefined = programme.data?.[table]
    return records?.get(id)
  }

  return {
    form: table,
    find,
    stored: ({ id }: RegieTables[K]) => find(id),
    validate: (draft: RegieTables[K]): readonly DomainError[] =>
      programme.data === null ? [] : validateRegie(programme.data, table, draft),
    save: (draft: RegieTables[K]) => change(saveRecord(table, draft)),
    remove: ({ id }: RegieTables[K]) => change(removeRecord(table, id)),
  }
}
