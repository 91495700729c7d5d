import type { NamedRecord, RestorePreview } from '@/data/restore'
import { plural } from '@/domain/labels'
import type { Id } from '@/domain/model/entities'
import type { ProgrammeData, TableName, Tables } from '@/domain/model/programmeData'
import { contextFor, titleOf } from './entryChanges'

export interface RestoreLine {
  readonly id: Id
  readonly title: string
  /** Where, and how many places: only for projects. */
  readonly detail: string
}

export interface RestoreTable {
  readonly table: TableName
  readonly added: readonly RestoreLine[]
  readonly changed: readonly RestoreLine[]
  readonly removed: readonly RestoreLine[]
}

/** What going back changes, with names and places: from how it is now to how it was then. */
export function restoreView(
  preview: RestorePreview,
  now: ProgrammeData,
  then: ProgrammeData,
): readonly RestoreTable[] {
  return preview.tables.map(({ table, added, changed, removed }) => {
    const lines = (records: readonly NamedRecord[]): RestoreLine[] =>
      records.map(({ id }) => lineFor(table, id, now, then))
    return { table, added: lines(added), changed: lines(changed), removed: lines(removed) }
  })
}

function lineFor<K extends TableName>(
  table: K,
  id: Id,
  now: ProgrammeData,
  then: ProgrammeData,
): RestoreLine {
  const after = recordOf(then, table, id)
  const record = after ?? recordOf(now, table, id)
  const context = contextFor(after === null ? now : then, [])
  const title = record === null ? '' : titleOf(table, record, context)
  return { id, title, detail: table === 'projects' ? detailOf(id, now, then) : '' }
}

function recordOf<K extends TableName>(data: ProgrammeData, table: K, id: Id): Tables[K] | null {
  const records: ReadonlyMap<Id, Tables[K]> = data[table]
  return records.get(id) ?? null
}

/** Places that a project brings, whatever their status: its steps that add new ones. */
export function placesOf(data: ProgrammeData, id: Id): number {
  const homes = data.projects.get(id)?.homes ?? []
  return homes.reduce((sum, step) => sum + (step.from === null ? step.places : 0), 0)
}

function detailOf(id: Id, now: ProgrammeData, then: ProgrammeData): string {
  const project = then.projects.get(id) ?? now.projects.get(id)
  if (project === undefined) return ''
  const where =
    then.municipalities.get(project.municipalityId) ?? now.municipalities.get(project.municipalityId)
  const [was, is] = [placesOf(now, id), placesOf(then, id)]
  const words = (n: number): string => plural(n, 'plek', 'plekken')
  const both = now.projects.has(id) && then.projects.has(id)
  const places =
    both && was !== is ? `nu ${words(was)}, wordt ${words(is)}` : words(then.projects.has(id) ? is : was)
  return where === undefined ? places : `${where.name}, ${places}`
}
