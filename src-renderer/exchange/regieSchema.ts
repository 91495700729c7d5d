import * as v from 'valibot'
import { LINK_TABLES, MAX_PICTURES, type RegieTables, SHAPES } from '@/domain/regie'
import type { Shape } from '@/domain/regie/shape'
import { date, flag, id, list, name, number, object, oneOf, orNull, text, whole } from './schemaBasics'

/** The tables of regie in a file, from the shapes that the domain has of them: nothing is said twice. */

function schemaOf(shape: Shape): v.GenericSchema {
  switch (shape.kind) {
    case 'id':
    case 'ref':
      return id
    case 'name':
      return name
    case 'date':
      return date
    case 'flag':
      return flag
    case 'link':
      return object({ table: oneOf(LINK_TABLES), id })
    case 'text':
      return shape.most === null ? text : longText(shape.most)
    case 'number':
      return shape.whole
        ? whole(shape.least, shape.most)
        : v.pipe(
            number,
            v.minValue(shape.least, `is lager dan ${String(shape.least)}`),
            v.maxValue(shape.most, `is hoger dan ${String(shape.most)}`),
          )
    case 'code':
      return oneOf(shape.values)
    case 'orNull':
      return orNull(schemaOf(shape.of))
    case 'list':
      return list(schemaOf(shape.of), shape.most)
    case 'record':
      return object(
        Object.fromEntries(Object.entries(shape.fields).map(([key, field]) => [key, schemaOf(field)])),
      )
  }
}

const longText = (most: number) =>
  v.pipe(v.string('is geen tekst'), v.maxLength(most, `is langer dan ${String(most)} tekens`))

/** What the shapes of the domain promise: their types are tied to those of the model. */
function recordsOf<K extends keyof RegieTables>(table: K, most: number) {
  return list(
    schemaOf({ kind: 'record', fields: SHAPES[table] }) as v.GenericSchema<unknown, RegieTables[K]>,
    most,
  )
}

export const regieSchemas = {
  agreements: recordsOf('agreements', 200_000),
  commitments: recordsOf('commitments', 100_000),
  mandates: recordsOf('mandates', 10_000),
  decisions: recordsOf('decisions', 100_000),
  meetingTables: recordsOf('meetingTables', 10_000),
  sessions: recordsOf('sessions', 100_000),
  pictures: recordsOf('pictures', MAX_PICTURES),
  dilemmas: recordsOf('dilemmas', 10_000),
  neighbourhoods: recordsOf('neighbourhoods', 100_000),
  lessons: recordsOf('lessons', 100_000),
  roleMixes: recordsOf('roleMixes', 100_000),
  directionChecks: recordsOf('directionChecks', 100_000),
  celebrations: recordsOf('celebrations', 100_000),
  trajectories: recordsOf('trajectories', 100_000),
}
