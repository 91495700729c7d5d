import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parsePalet, serialisePalet } from '@/exchange'

export interface MarkedProgramme {
  /** A `.palet` file with words in it that stand nowhere else. */
  readonly text: string
  readonly markers: readonly string[]
  /** Tables with a marked record in them. */
  readonly tables: readonly string[]
}

/** Fields that may hold any text; the others are codes, dates and references. */
const FREE = new Set([
  'adjustment',
  'cause',
  'consequence',
  'coreMessage',
  'measure',
  'name',
  'note',
  'outlook',
  'owner',
  'purpose',
  'region',
  'requestedDecision',
  'source',
  'text',
])
/** Of each kind of record; a frozen plan alone has hundreds of texts. */
const MOST = 12

/** The sample programme with words of its own in a record of every kind. */
export function markedProgramme(): MarkedProgramme {
  const file = resolve(import.meta.dirname, '../../../resources/sample/achterhoek.palet')
  const read = parsePalet(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(read.error.message)
  const markers: string[] = []
  const tables: string[] = []
  for (const [table, records] of Object.entries(read.value.data)) {
    if (!(records instanceof Map)) continue
    const before = markers.length
    const mark = (): string | null => {
      if (markers.length - before >= MOST) return null
      const marker = `Merk${table}${String(markers.length)}Zuidöost`
      markers.push(marker)
      return marker
    }
    for (const [id, record] of records) records.set(id, marked(record, mark))
    if (markers.length > before) tables.push(table)
  }
  const text = serialisePalet(read.value.data, {
    savedAt: '2026-11-02T09:00:00Z',
    programmeId: 'b7a0c1de-6a5f-4a53-9f1e-2f0c8f1d77aa',
  })
  const back = parsePalet(text)
  if (!back.ok) throw new Error(back.error.message)
  return { text, markers, tables }
}

/** The same with a marker in every free text, for as long as there are markers. */
function marked(value: unknown, mark: () => string | null): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => marked(item, mark))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      typeof inner === 'string' && FREE.has(key) ? [key, mark() ?? inner] : [key, marked(inner, mark)],
    ),
  )
}
