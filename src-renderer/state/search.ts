import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ProgrammeData, TableName } from '../domain/model/programmeData'
import { search, type SearchEntry, searchEntries, type SearchIndex, searchIndex } from '../domain/search'
import { useProgramme } from './programme'

/** One index over all records, and over the screens that the app names; made again only when the data changed. */
export const useSearch = defineStore('search', () => {
  const programme = useProgramme()
  const screens = shallowRef<readonly SearchEntry[]>([])
  let made: { readonly of: ProgrammeData; readonly index: SearchIndex } | null = null

  function indexNow(): SearchIndex | null {
    const { data } = programme
    if (data === null) return null
    if (made?.of !== data) made = { of: data, index: searchIndex([...screens.value, ...searchEntries(data)]) }
    return made.index
  }

  /** Once: which screens there are doesn't change. */
  function nameScreens(entries: readonly SearchEntry[]): void {
    if (screens.value.length > 0) return
    screens.value = entries
    made = null
  }

  /** The best first. With `among` only records of those tables. */
  function find(typed: string, among?: readonly TableName[], most = 12): SearchEntry[] {
    const index = indexNow()
    if (index === null) return []
    // Of everything found only some are of the tables asked for, so more is looked at.
    const hits = search(index, typed, among === undefined ? most : most * 20)
    const entries = hits.map((hit) => hit.entry)
    return (
      among === undefined ? entries : entries.filter((e) => (among as readonly string[]).includes(e.kind))
    ).slice(0, most)
  }

  return { find, nameScreens, prepare: indexNow }
})
