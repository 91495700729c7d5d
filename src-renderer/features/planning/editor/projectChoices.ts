import { compareDutch } from '@/domain/labels'
import type { Id } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { searchable } from '../rows/projectRow'

interface ProjectChoice {
  readonly value: Id
  readonly label: string
  readonly group: string
}

/** A list longer than this is searched, not scrolled. */
export const MOST_CHOICES = 200

/**
 * Other projects to choose from, under their municipality. Of a large programme only what the words find, with the
 * one that is chosen always among them.
 */
export function projectChoices(
  data: ProgrammeData,
  own: Id,
  chosen: Id,
  words: string,
): { readonly options: readonly ProjectChoice[]; readonly found: number } {
  const wanted = searchable(words)
    .split(/\s+/)
    .filter((word) => word !== '')
  const fitting: ProjectChoice[] = []
  for (const project of data.projects.values()) {
    if (project.id === own) continue
    const municipality = data.municipalities.get(project.municipalityId)?.name ?? ''
    const text = wanted.length === 0 ? '' : searchable(`${project.name} ${municipality}`)
    if (project.id === chosen || wanted.every((word) => text.includes(word)))
      fitting.push({ value: project.id, label: project.name, group: municipality })
  }
  fitting.sort((a, b) => compareDutch(a.group, b.group) || compareDutch(a.label, b.label))
  const options = fitting.slice(0, MOST_CHOICES)
  const missing = fitting.slice(MOST_CHOICES).find(({ value }) => value === chosen)
  return { options: missing === undefined ? options : [missing, ...options], found: fitting.length }
}
