import type { TableName } from '../model/programmeData'
import type { Link } from './model'

/**
 * The form of a record said once: rules, links, files and the history all read it from here, so that a field can't be
 * known to one of them and forgotten by another.
 */
export type Shape =
  | { readonly kind: 'id' | 'name' | 'date' | 'flag' | 'link' }
  | { readonly kind: 'text'; readonly most: number | null }
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly whole: boolean }
  | { readonly kind: 'code'; readonly values: readonly string[] }
  /** Points to a record. With `keeps` that record can't be removed while it is pointed to. */
  | { readonly kind: 'ref'; readonly table: TableName; readonly keeps: boolean }
  | { readonly kind: 'orNull'; readonly of: Shape }
  | { readonly kind: 'list'; readonly of: Shape; readonly most: number }
  | { readonly kind: 'record'; readonly fields: Readonly<Record<string, Shape>> }

/** A shape that knows the type of its values, so that shapes and model can't part. */
export type Field<V> = Shape & { readonly __value?: V }
export type Fields<T> = { readonly [K in keyof T]-?: Field<T[K]> }

export const id: Field<string> = { kind: 'id' }
export const name: Field<string> = { kind: 'name' }
export const text: Field<string> = { kind: 'text', most: null }
export const date: Field<string> = { kind: 'date' }
export const flag: Field<boolean> = { kind: 'flag' }
export const link: Field<Link> = { kind: 'link' }
export const longText = (most: number): Field<string> => ({ kind: 'text', most })
export const whole = (least: number, most: number): Field<number> => ({
  kind: 'number',
  least,
  most,
  whole: true,
})
export const number = (least: number, most: number): Field<number> => ({
  kind: 'number',
  least,
  most,
  whole: false,
})
export const code = <const T extends readonly string[]>(values: T): Field<T[number]> => ({
  kind: 'code',
  values,
})
/** A pointer that goes when its record goes; as the only value of a field it keeps the record. */
export const ref = (table: TableName): Field<string> => ({ kind: 'ref', table, keeps: false })
/** A pointer that keeps its record. */
export const keeps = (table: TableName): Field<string> => ({ kind: 'ref', table, keeps: true })
export const orNull = <V>(of: Field<V>): Field<V | null> => ({ kind: 'orNull', of })
export const list = <V>(of: Field<V>, most = 1_000): Field<readonly V[]> => ({ kind: 'list', of, most })
export const record = <T>(fields: Fields<T>): Field<T> => ({
  kind: 'record',
  fields: fields as Readonly<Record<string, Shape>>,
})

/** One pointer found in a record. */
export interface Pointer {
  readonly table: TableName
  readonly id: string
  /** False when it can be taken away without losing what the record says. */
  readonly keeps: boolean
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every pointer in a value of a shape. @param loose whether the place can do without it */
export function pointersIn(shape: Shape, value: unknown, found: Pointer[] = [], loose = false): Pointer[] {
  switch (shape.kind) {
    case 'ref':
      if (typeof value === 'string')
        found.push({ table: shape.table, id: value, keeps: shape.keeps || !loose })
      return found
    case 'link':
      if (isLink(value)) found.push({ table: value.table, id: value.id, keeps: false })
      return found
    case 'orNull':
      return value === null ? found : pointersIn(shape.of, value, found, true)
    case 'list':
      if (Array.isArray(value)) for (const item of value) pointersIn(shape.of, item, found, true)
      return found
    case 'record':
      if (isRecord(value))
        for (const [key, inner] of Object.entries(shape.fields)) pointersIn(inner, value[key], found)
      return found
    default:
      return found
  }
}

function isLink(value: unknown): value is Link {
  return isRecord(value) && typeof value['table'] === 'string' && typeof value['id'] === 'string'
}

/** The value without its loose pointers to a record; the same value when there are none. */
export function withoutPointer<T>(shape: Shape, value: T, table: TableName, target: string): T {
  return cleaned(shape, value, table, target) as T
}

/** True for a value that is nothing but a pointer to the record. */
function isPointerTo(shape: Shape, value: unknown, table: TableName, target: string): boolean {
  if (shape.kind === 'ref') return !shape.keeps && shape.table === table && value === target
  return shape.kind === 'link' && isLink(value) && value.table === table && value.id === target
}

function cleaned(shape: Shape, value: unknown, table: TableName, target: string): unknown {
  if (shape.kind === 'orNull') {
    if (value === null || isPointerTo(shape.of, value, table, target)) return null
    return cleaned(shape.of, value, table, target)
  }
  if (shape.kind === 'list' && Array.isArray(value)) {
    const rest = value.filter((item) => !isPointerTo(shape.of, item, table, target))
    const inner = rest.map((item) => cleaned(shape.of, item, table, target))
    return inner.length === value.length && inner.every((item, i) => item === value[i]) ? value : inner
  }
  if (shape.kind === 'record' && isRecord(value)) {
    const entries = Object.entries(shape.fields).map(
      ([key, inner]) => [key, cleaned(inner, value[key], table, target)] as const,
    )
    return entries.every(([key, next]) => next === value[key])
      ? value
      : { ...value, ...Object.fromEntries(entries) }
  }
  return value
}
