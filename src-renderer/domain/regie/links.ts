import type { Patch } from '../history/patch'
import { put } from '../commands/patches'
import { refuseWhenUsed, type Use } from '../commands/usage'
import { tableLabels } from '../labels/tables'
import type { Id } from '../model/basics'
import type { ProgrammeData, TableName } from '../model/programmeData'
import { ok, type Result } from '../result'
import { REGIE_TABLES, type RegieTable, type RegieTables } from './model'
import { type Pointer, pointersIn, type Shape, withoutPointer } from './shape'
import { SHAPES } from './shapes'

/** Where a link leads. */
export interface Linked {
  readonly table: TableName
  readonly id: Id
}

/** The form of a whole record of a table. */
export const shapeOf = (table: RegieTable): Shape => ({ kind: 'record', fields: SHAPES[table] })

const known = new WeakMap<object, readonly Pointer[]>()

/** The pointers of a record. Records never change in place, so each is read once: links are asked at every click. */
function pointersOf(table: RegieTable, record: RegieTables[RegieTable]): readonly Pointer[] {
  const found = known.get(record) ?? pointersIn(shapeOf(table), record)
  known.set(record, found)
  return found
}

export const isRegieTable = (table: TableName): table is RegieTable =>
  (REGIE_TABLES as readonly string[]).includes(table)

/**
 * Everything that a record is linked with, both ways: what it names, and what names it. Each once, in the order of the
 * tables. A project also knows its association, its provider, its municipality and its type.
 */
export function linksOf(data: ProgrammeData, table: TableName, id: Id): Linked[] {
  const found = new Map<string, Linked>()
  const add = (to: Linked): void => {
    if ((to.table !== table || to.id !== id) && data[to.table].has(to.id))
      found.set(`${to.table} ${to.id}`, to)
  }
  if (isRegieTable(table)) {
    const record = data[table].get(id)
    if (record !== undefined) for (const p of pointersOf(table, record)) add({ table: p.table, id: p.id })
  }
  if (table === 'projects') {
    const project = data.projects.get(id)
    if (project !== undefined) {
      add({ table: 'municipalities', id: project.municipalityId })
      add({ table: 'arrangementTypes', id: project.typeId })
      for (const partner of [project.associationId, project.supportProviderId])
        if (partner !== null) add({ table: 'partners', id: partner })
    }
  }
  for (const from of namedIn(data, table, id)) add(from)
  return [...found.values()]
}

/** True for a record of regie that points there only by loose links: it can do without. */
export function pointsLoosely(data: ProgrammeData, from: Linked, { table, id }: Linked): boolean {
  if (!isRegieTable(from.table)) return false
  const record = data[from.table].get(from.id)
  return (
    record !== undefined &&
    pointersIn(shapeOf(from.table), record).every((p) => p.table !== table || p.id !== id || !p.keeps)
  )
}

function namedIn(data: ProgrammeData, table: TableName, id: Id): Linked[] {
  const found: Linked[] = []
  for (const from of REGIE_TABLES)
    for (const record of data[from].values())
      if (pointersOf(from, record).some((p) => p.table === table && p.id === id))
        found.push({ table: from, id: record.id })
  return found
}

/**
 * What has to change in regie before a record can be removed: loose links to it go. Refuses with `in-use` while a
 * record that can't do without it points to it.
 * @param label how the refusal names the record
 */
export function released(data: ProgrammeData, table: TableName, id: Id, label: string): Result<Patch[]> {
  const uses: Use[] = []
  const patches: Patch[] = []
  for (const from of REGIE_TABLES) {
    const shape = shapeOf(from)
    let kept = 0
    for (const record of data[from].values()) {
      if (from === table && record.id === id) continue
      const pointers = pointersOf(from, record).filter((p) => p.table === table && p.id === id)
      if (pointers.some((p) => p.keeps)) kept += 1
      else if (pointers.length > 0) patches.push(...put(data, from, withoutPointer(shape, record, table, id)))
    }
    uses.push({ count: kept, ...tableLabels[from] })
  }
  return refuseWhenUsed(label, uses) ?? ok(patches)
}
