import type { Id } from '@/domain/model/entities'
import { programmeOf, type ProgrammeData, TABLE_NAMES, type TableName } from '@/domain/model/programmeData'
import { canonicalJson } from './canonical'
import { checksum } from './checksum'
import { CURRENT_FORMAT_VERSION, PALET_FORMAT } from './format'

/** What a `.palet` file holds. */
export interface PaletFile {
  /** Version of the file as it was found; the data is already brought to the current one. */
  readonly formatVersion: number
  /** The programme in the store that the file was saved from. */
  readonly programmeId: Id
  /** ISO 8601 in UTC. */
  readonly savedAt: string
  readonly data: ProgrammeData
}

export interface PaletStamp {
  /** ISO 8601 in UTC, such as `2026-11-02T09:00:00Z`. */
  readonly savedAt: string
  readonly programmeId: Id
  /** Which program wrote the file; default `Palet`. */
  readonly generator?: string
}

/**
 * The text of a `.palet` file: JSON with one record a line, records in order of id, keys in a fixed order. The same data
 * with the same stamp gives the same text.
 */
export function serialisePalet(data: ProgrammeData, stamp: PaletStamp): string {
  const rows = new Map<TableName, readonly string[]>(
    TABLE_NAMES.map((table) => [
      table,
      [...data[table].values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(canonicalJson),
    ]),
  )
  const programme = canonicalJson(programmeOf(data))
  const tables = TABLE_NAMES.filter((t) => t !== 'programme')
  const compact = [...TABLE_NAMES]
    .sort()
    .map((t) => `"${t}":${t === 'programme' ? programme : `[${(rows.get(t) ?? []).join(',')}]`}`)
  const lines = [
    '{',
    `  "format": ${JSON.stringify(PALET_FORMAT)},`,
    `  "formatVersion": ${String(CURRENT_FORMAT_VERSION)},`,
    `  "programmeId": ${JSON.stringify(stamp.programmeId)},`,
    `  "savedAt": ${JSON.stringify(stamp.savedAt)},`,
    `  "generator": ${JSON.stringify(stamp.generator ?? 'Palet')},`,
    `  "checksum": ${JSON.stringify(checksum(`{${compact.join(',')}}`))},`,
    '  "data": {',
    `    "programme": ${programme},`,
    tables.map((t) => `    "${t}": ${tableText(rows.get(t) ?? [])}`).join(',\n'),
    '  }',
    '}',
    '',
  ]
  return lines.join('\n')
}

function tableText(rows: readonly string[]): string {
  return rows.length === 0 ? '[]' : `[\n${rows.map((row) => `      ${row}`).join(',\n')}\n    ]`
}
