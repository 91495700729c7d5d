import { computed, type ComputedRef } from 'vue'
import { capitalise, compareDutch, formatDate, tableLabels } from '../domain/labels'
import { calledOf } from '../domain/model/called'
import type { Id } from '../domain/model/basics'
import type { ProgrammeData, TableName } from '../domain/model/programmeData'
import { type Linked, linksOf } from '../domain/regie'
import { type Address, addressOf } from './address'
import { useProgramme } from './programme'

/** A record that another one is linked with, as screens show it. */
export interface ShownLink extends Linked {
  /** `besluit`, `project`. */
  readonly word: string
  readonly label: string
  readonly to: Address
}

export function shownLink(data: ProgrammeData, { table, id }: Linked): ShownLink {
  const word = tableLabels[table].one
  return {
    table,
    id,
    word,
    label: (calledOf(data[table].get(id)) ?? capitalise(word)) + dayOf(data, { table, id }),
    to: addressOf(table, id),
  }
}

/** Sessions of one table often bear the same name, and rolls of roles none: their day tells them apart. */
function dayOf(data: ProgrammeData, { table, id }: Linked): string {
  const day =
    table === 'sessions'
      ? data.sessions.get(id)?.date
      : table === 'roleMixes'
        ? data.roleMixes.get(id)?.on
        : undefined
  return day === undefined ? '' : `, ${formatDate(day)}`
}

/** Everything a record is linked with, both ways; pictures belong to their session and aren't named apart. */
export function linkedOf(data: ProgrammeData, table: TableName, id: Id): ShownLink[] {
  return linksOf(data, table, id)
    .filter((link) => link.table !== 'pictures')
    .map((link) => shownLink(data, link))
    .sort((a, b) => compareDutch(a.word, b.word) || compareDutch(a.label, b.label))
}

/** The same, following the data; empty while nothing is open. */
export function useLinked(of: () => Linked | null): ComputedRef<ShownLink[]> {
  const programme = useProgramme()
  return computed(() => {
    const at = of()
    return at === null || programme.data === null ? [] : linkedOf(programme.data, at.table, at.id)
  })
}
