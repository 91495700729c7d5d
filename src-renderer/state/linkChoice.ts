import { tableLabels } from '../domain/labels'
import { type Link, LINK_TABLES } from '../domain/regie'
import { type ShownLink, shownLink } from './linked'
import { useProgramme } from './programme'
import { useSearch } from './search'

type Choice = Link & Pick<ShownLink, 'label' | 'word'>

const isLinkTable = (kind: string): kind is Link['table'] => (LINK_TABLES as readonly string[]).includes(kind)

/** What PLinkPicker needs: what can be linked with, found by typing, and how a link is called. */
export function useLinkChoice() {
  const programme = useProgramme()
  const search = useSearch()

  function find(typed: string): Choice[] {
    return search
      .find(typed, LINK_TABLES)
      .flatMap(({ kind, id, title }) =>
        isLinkTable(kind) ? [{ table: kind, id, label: title, word: tableLabels[kind].one }] : [],
      )
  }

  function shown(link: Link): Pick<ShownLink, 'label' | 'word'> {
    return programme.data === null ? { label: '', word: '' } : shownLink(programme.data, link)
  }

  return { find, shown }
}
