import { LINK_TABLES } from '@/domain/regie'
import type { Shape } from '@/domain/regie/shape'

/** What the published schema has to say for a shape of the domain. */
export function jsonSchemaOf(shape: Shape): object {
  switch (shape.kind) {
    case 'id':
    case 'ref':
      return { $ref: '#/$defs/id' }
    case 'name':
      return { $ref: '#/$defs/name' }
    case 'date':
      return { $ref: '#/$defs/date' }
    case 'flag':
      return { type: 'boolean' }
    case 'link':
      return recordOf({ table: { enum: [...LINK_TABLES] }, id: { $ref: '#/$defs/id' } })
    case 'text':
      return shape.most === null ? { $ref: '#/$defs/text' } : { type: 'string', maxLength: shape.most }
    case 'number':
      return { type: shape.whole ? 'integer' : 'number', minimum: shape.least, maximum: shape.most }
    case 'code':
      return { enum: [...shape.values] }
    case 'orNull':
      return { anyOf: [jsonSchemaOf(shape.of), { type: 'null' }] }
    case 'list':
      return { type: 'array', items: jsonSchemaOf(shape.of), maxItems: shape.most }
    case 'record':
      return recordOf(
        Object.fromEntries(Object.entries(shape.fields).map(([key, field]) => [key, jsonSchemaOf(field)])),
      )
  }
}

const recordOf = (properties: Record<string, object>): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})
