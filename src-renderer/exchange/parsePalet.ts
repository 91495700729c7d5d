import * as v from 'valibot'
import { plural } from '@/domain/labels'
import type { Id } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { REGIE_TABLES } from '@/domain/regie/model'
import { ok, refuse, type Result } from '@/domain/result'
import { normaliseProject, validateProgramme } from '@/domain/validation'
import { canonicalJson } from './canonical'
import { checksum } from './checksum'
import { describeIssue, type PathKey, recordLabel } from './describeIssue'
import { MAX_PALET_CHARACTERS, PALET_FORMAT } from './format'
import { guardJson } from './guard'
import { findJsonError } from './jsonPosition'
import { migrate } from './migrations'
import type { PaletFile } from './palet'
import { dataSchema, envelopeSchema, type FileData } from './schema'

/**
 * Reads a `.palet` file. Nothing in it is trusted; it never throws.
 * Refuses with: `unreadable` (binary or not UTF-8), `empty`, `too-large`, `not-json` (says where), `not-palet`,
 * `newer-version`, `wrong-schema` (names record and field), `damaged` (checksum), `duplicate-id`, or a code of
 * `validateProgramme` such as `below-zero` and `date-order`.
 * @param input text, or bytes in UTF-8 with or without byte order mark
 */
export function parsePalet(input: string | Uint8Array): Result<PaletFile> {
  const text = readText(input)
  if (!text.ok) return text
  const json = readJson(text.value)
  if (!json.ok) return json
  const envelope = readEnvelope(json.value)
  if (!envelope.ok) return envelope
  const { formatVersion, programmeId, savedAt, checksum: expected, data: raw } = envelope.value
  const migrated = safely(() => migrate(raw, formatVersion))
  if (!migrated.ok) return migrated
  const shaped = readShape(dataSchema, migrated.value, ['data'])
  if (!shaped.ok) return shaped
  if (expected !== undefined && checksum(canonicalJson(raw)) !== expected)
    return refuse(
      'damaged',
      'Dit bestand is beschadigd: de inhoud klopt niet met het controlegetal. Vraag de afzender om een nieuwe kopie.',
      'checksum',
    )
  const data = toProgrammeData(shaped.value)
  if (!data.ok) return data
  const problems = validateProgramme(data.value)
  const first = problems[0]
  if (first === undefined) return ok({ formatVersion, programmeId, savedAt, data: data.value })
  const more =
    problems.length === 1
      ? ''
      : ` Er ${problems.length === 2 ? 'is' : 'zijn'} nog ${plural(problems.length - 1, 'andere fout', 'andere fouten')}.`
  return refuse(first.code, `Palet kan dit bestand niet openen. ${first.message}${more}`, first.field)
}

const notReadable = (): Result<never> =>
  refuse(
    'unreadable',
    'Dit bestand is niet te lezen: het bevat geen gewone tekst. Kies een bestand dat met Palet is bewaard (.palet).',
  )

function readText(input: string | Uint8Array): Result<string> {
  if (input.length > MAX_PALET_CHARACTERS)
    return refuse(
      'too-large',
      'Dit bestand is te groot om te openen. Kies een bestand dat met Palet is bewaard.',
    )
  let text: string
  if (typeof input === 'string') text = input
  else {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(input)
    } catch {
      return notReadable()
    }
  }
  if (text.startsWith('\uFEFF')) text = text.slice(1)
  if (text.includes('\u0000')) return notReadable()
  if (text.trim() === '')
    return refuse('empty', 'Dit bestand is leeg. Vraag de afzender om een nieuwe kopie.')
  return ok(text)
}

function readJson(text: string): Result<unknown> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    const position = findJsonError(text)
    const where =
      position === null ? '' : ` op regel ${String(position.line)}, teken ${String(position.column)}`
    const what =
      position?.cutOff === true
        ? `Het bestand houdt te vroeg op${where}; waarschijnlijk is het niet helemaal overgekomen.`
        : `De opmaak klopt niet${where}.`
    return refuse(
      'not-json',
      `Dit is geen goed Palet-bestand. ${what} Vraag de afzender om een nieuwe kopie.`,
    )
  }
  const problem = guardJson(json)
  if (problem?.kind === 'depth')
    return refuse('not-palet', 'Dit bestand is niet met Palet gemaakt: de opbouw is heel anders.')
  if (problem?.kind === 'key')
    return refuse(
      'wrong-schema',
      `Palet kan dit bestand niet openen. Het bevat een veld '${problem.key}' dat niet mag.`,
    )
  return ok(json)
}

function readEnvelope(json: unknown): Result<v.InferOutput<typeof envelopeSchema>> {
  const isPalet =
    typeof json === 'object' && json !== null && 'format' in json && json.format === PALET_FORMAT
  if (!isPalet)
    return refuse(
      'not-palet',
      'Dit bestand is niet met Palet gemaakt. Kies een bestand dat met Palet is bewaard (.palet).',
      'format',
    )
  // A newer file may have other fields around the data too, so its version is looked at before anything else.
  if ('formatVersion' in json && typeof json.formatVersion === 'number') {
    const version = safely(() => migrate(null, Math.max(1, Math.floor(json.formatVersion as number))))
    if (!version.ok && version.error.code === 'newer-version') return version
  }
  return readShape(envelopeSchema, json, [])
}

/** A migration works on a file that nothing has checked yet: what it can't handle is a wrong file. */
function safely<T>(work: () => Result<T>): Result<T> {
  try {
    return work()
  } catch {
    return refuse(
      'wrong-schema',
      'Palet kan dit bestand niet openen: de opbouw klopt niet met zijn versie.',
      'data',
    )
  }
}

function readShape<S extends v.GenericSchema>(
  schema: S,
  json: unknown,
  top: readonly PathKey[],
): Result<v.InferOutput<S>> {
  const result = v.safeParse(schema, json, { abortEarly: true })
  if (result.success) return ok(result.output)
  const [issue] = result.issues
  const path: PathKey[] = [...top]
  for (const item of issue.path ?? []) path.push(typeof item.key === 'number' ? item.key : String(item.key))
  const message = describeIssue(json, path, issue.message)
  return refuse('wrong-schema', `Palet kan dit bestand niet openen. ${message}`, path.join('.'))
}

function toProgrammeData(file: FileData): Result<ProgrammeData> {
  const tables: Readonly<Record<string, readonly { readonly id: Id }[]>> = {
    municipalities: file.municipalities,
    partners: file.partners,
    arrangementTypes: file.arrangementTypes,
    projects: file.projects,
    milestones: file.milestones,
    reports: file.reports,
    baselines: file.baselines,
    scenarios: file.scenarios,
    reviewRounds: file.reviewRounds,
    reviewAnswers: file.reviewAnswers,
    ...Object.fromEntries(REGIE_TABLES.map((table) => [table, file[table]])),
  }
  for (const [table, rows] of Object.entries(tables)) {
    const seen = new Set<Id>()
    for (const [index, row] of rows.entries()) {
      if (seen.has(row.id))
        return refuse(
          'duplicate-id',
          `Palet kan dit bestand niet openen. ${recordLabel(table, index, row)}: de code '${row.id}' komt twee keer voor.`,
          `data.${table}.${String(index)}.id`,
        )
      seen.add(row.id)
    }
  }
  return ok({
    programme: new Map([[file.programme.id, file.programme]]),
    municipalities: byId(file.municipalities),
    partners: byId(file.partners),
    arrangementTypes: byId(file.arrangementTypes),
    projects: byId(file.projects.map(normaliseProject)),
    milestones: byId(file.milestones),
    reports: byId(file.reports),
    baselines: byId(file.baselines),
    scenarios: byId(file.scenarios),
    reviewRounds: byId(file.reviewRounds),
    reviewAnswers: byId(file.reviewAnswers),
    agreements: byId(file.agreements),
    commitments: byId(file.commitments),
    mandates: byId(file.mandates),
    decisions: byId(file.decisions),
    meetingTables: byId(file.meetingTables),
    sessions: byId(file.sessions),
    pictures: byId(file.pictures),
    dilemmas: byId(file.dilemmas),
    neighbourhoods: byId(file.neighbourhoods),
    lessons: byId(file.lessons),
    roleMixes: byId(file.roleMixes),
    directionChecks: byId(file.directionChecks),
    celebrations: byId(file.celebrations),
    trajectories: byId(file.trajectories),
  })
}

function byId<T extends { readonly id: Id }>(rows: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(rows.map((row) => [row.id, row]))
}
