import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { isIsoDate } from '@/domain/time/day'
import { takeInAnswer } from '@/domain/review'
import { parsePalet, serialisePalet } from '@/exchange'
import { dataSchema, envelopeSchema } from '@/exchange/schema'
import {
  nationalProgramme,
  programmeArbitrary,
  regieProgrammeArbitrary,
} from '../../fixtures/randomProgramme'
import { sampleProgramme } from '../../../tools/sample/programme'
import { applied, ASK } from '../../domain/review/plan'
import { agreeing, answerFile, started } from '../../domain/review/support'
import { REGIE_TABLES, SHAPES } from '@/domain/regie'
import { jsonSchemaOf } from './regieJsonSchema'
import { at, isLoose, type Loose, sampleJson, STAMP } from './support'

const schema: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../resources/schema/palet-4.schema.json'), 'utf8'),
)
const ajv = new Ajv2020({ strict: true })
ajv.addFormat('date', isIsoDate)
const published = ajv.compile(schema as object)

/** What Palet itself thinks of the shape, with the version and format that the schema fixes. */
function ours(json: Loose): boolean {
  return (
    json['format'] === 'palet-programma' &&
    json['formatVersion'] === 4 &&
    v.is(envelopeSchema, json) &&
    v.is(dataSchema, json['data'])
  )
}

/** The first dependency in the file. */
function waiting(json: Loose): Loose {
  const projects: unknown = at(json, 'data')['projects']
  if (!Array.isArray(projects)) throw new Error('no projects')
  const index = projects.findIndex((p) => isLoose(p) && JSON.stringify(p['dependencies']) !== '[]')
  return at(json, 'data', 'projects', index, 'dependencies', 0)
}

/** The sample with a round and an answer in it. */
function reviewed(): Loose {
  const { data, round } = started(sampleProgramme())
  const associationId = round.rows[0]?.associationId ?? ''
  const rows = agreeing(round, associationId).map((row) => ({ ...row, remark: 'Graag overleg.' }))
  const taken = applied(data, takeInAnswer(answerFile(round, associationId, rows), [], ASK))
  const json: unknown = JSON.parse(serialisePalet(taken.data, STAMP))
  if (!isLoose(json)) throw new Error('no object')
  return json
}

describe('the published schema', () => {
  it('accepts a programme with a review round and an answer, and reads it back as it was', () => {
    const json = reviewed()
    expect([ours(json), published(json)], JSON.stringify(published.errors)).toEqual([true, true])
    expect(parsePalet(JSON.stringify(json))).toMatchObject({ ok: true })
  })

  it.each<[string, (json: Loose) => void]>([
    ['round without rows', (j) => delete at(j, 'data', 'reviewRounds', 0)['rows']],
    ['round number 0', (j) => (at(j, 'data', 'reviewRounds', 0)['number'] = 0)],
    ['scope of no status', (j) => (at(j, 'data', 'reviewRounds', 0, 'scope')['statuses'] = ['ended'])],
    [
      'cell of another field',
      (j) => (at(j, 'data', 'reviewRounds', 0, 'rows', 0, 'cells', 0)['field'] = 'name'),
    ],
    ['half a place', (j) => (at(j, 'data', 'reviewRounds', 0, 'rows', 0, 'cells', 0)['value'] = 0.5)],
    ['value a list', (j) => (at(j, 'data', 'reviewRounds', 0, 'rows', 0, 'cells', 0)['value'] = [])],
    ['answer without a hash', (j) => (at(j, 'data', 'reviewAnswers', 0, 'source')['hash'] = 'x')],
    ['answer of no moment', (j) => (at(j, 'data', 'reviewAnswers', 0)['answeredAt'] = '2026-11-02')],
    ['answer kind', (j) => (at(j, 'data', 'reviewAnswers', 0, 'rows', 0, 'cells', 0)['kind'] = 'maybe')],
    ['question without owner', (j) => delete at(j, 'data', 'reviewAnswers', 0, 'questions', 0)['owner']],
  ])('refuses, as Palet does, in a review: %s', (_case, bend) => {
    const json = reviewed()
    bend(json)
    expect([ours(json), published(json)]).toEqual([false, false])
  })

  it('says of every table of regie what the shapes of the domain say', () => {
    const defs = at(JSON.parse(JSON.stringify(schema)) as Loose, '$defs')
    const tables = at(defs, 'data', 'properties')
    for (const table of REGIE_TABLES) {
      const ref = String(at(tables, table, 'items')['$ref']).replace('#/$defs/', '')
      const { description, ...said } = at(defs, ref)
      expect(description, table).toBeTypeOf('string')
      expect(said, table).toEqual(jsonSchemaOf({ kind: 'record', fields: SHAPES[table] }))
    }
  })

  it('accepts programmes with everything of regie, and Palet reads them back as they were', () => {
    fc.assert(
      fc.property(regieProgrammeArbitrary, (data) => {
        const text = serialisePalet(data, STAMP)
        expect(published(JSON.parse(text)), JSON.stringify(published.errors)).toBe(true)
        expect(parsePalet(text)).toMatchObject({ ok: true, value: { data } })
      }),
      { numRuns: 40 },
    )
  })

  it('accepts the sample and random programmes', () => {
    expect(published(sampleJson()), JSON.stringify(published.errors)).toBe(true)
    fc.assert(
      fc.property(programmeArbitrary, (data) => {
        expect(published(JSON.parse(serialisePalet(data, STAMP))), JSON.stringify(published.errors)).toBe(
          true,
        )
      }),
      { numRuns: 60 },
    )
    const small = nationalProgramme({ regions: 2, projectsPerRegion: 50, seed: 3 })
    expect(published(JSON.parse(serialisePalet(small, STAMP)))).toBe(true)
  })

  it.each<[string, (json: Loose) => void]>([
    ['another format', (j) => (j['format'] = 'iets')],
    ['no version', (j) => delete j['formatVersion']],
    ['unknown field around', (j) => (j['extra'] = 1)],
    ['no programme id', (j) => delete j['programmeId']],
    ['moment in local time', (j) => (j['savedAt'] = '2026-11-02T09:00:00+01:00')],
    ['hour 25', (j) => (j['savedAt'] = '2026-11-02T25:00:00Z')],
    ['checksum of another kind', (j) => (j['checksum'] = 'md5:00')],
    ['table missing', (j) => delete at(j, 'data')['reports']],
    ['table unknown', (j) => (at(j, 'data')['people'] = [])],
    ['table no list', (j) => (at(j, 'data')['projects'] = {})],
    ['programme a list', (j) => (at(j, 'data')['programme'] = [])],
    ['programme id', (j) => (at(j, 'data', 'programme')['id'] = 'p')],
    ['weights a list', (j) => (at(j, 'data', 'programme', 'allocationKey')['manualWeights'] = [1])],
    ['weight negative', (j) => (at(j, 'data', 'programme', 'allocationKey', 'manualWeights')['GM0222'] = -1)],
    [
      'weight of a strange id',
      (j) => (at(j, 'data', 'programme', 'allocationKey', 'manualWeights')['é'] = 1),
    ],
    ['band of zero hours', (j) => (at(j, 'data', 'programme', 'supportBands', 0)['hoursPerWeek'] = 0)],
    ['band of 169 hours', (j) => (at(j, 'data', 'programme', 'supportBands', 0)['hoursPerWeek'] = 169)],
    ['fact of month 13', (j) => (at(j, 'data', 'programme', 'facts', 0)['referenceDate'] = '2024-13')],
    ['fact without number', (j) => (at(j, 'data', 'programme', 'facts', 0)['value'] = null)],
    ['name blank', (j) => (at(j, 'data', 'municipalities', 0)['name'] = '   ')],
    ['name too long', (j) => (at(j, 'data', 'municipalities', 0)['name'] = 'x'.repeat(121))],
    ['tile outside', (j) => (at(j, 'data', 'municipalities', 0, 'tile')['row'] = 100)],
    ['inhabitants half', (j) => (at(j, 'data', 'municipalities', 0, 'inhabitants')['value'] = 0.5)],
    ['partner kind', (j) => (at(j, 'data', 'partners', 0)['kind'] = 'bank')],
    ['partner place', (j) => (at(j, 'data', 'partners', 0)['municipalityIds'] = [''])],
    ['type family', (j) => (at(j, 'data', 'arrangementTypes', 0)['family'] = 'opvang')],
    ['type retired', (j) => (at(j, 'data', 'arrangementTypes', 0)['retired'] = 'nee')],
    ['id empty', (j) => (at(j, 'data', 'projects', 0)['id'] = '')],
    ['id of every object', (j) => (at(j, 'data', 'projects', 0)['id'] = 'valueOf')],
    ['id too long', (j) => (at(j, 'data', 'projects', 0)['id'] = 'x'.repeat(65))],
    ['phase', (j) => (at(j, 'data', 'projects', 0)['phase'] = 'klaar')],
    [
      'eleven phases',
      (j) =>
        (at(j, 'data', 'projects', 0)['phases'] = Array(11).fill({
          phase: 'idea',
          planned: null,
          actual: null,
        })),
    ],
    ['step of 0', (j) => (at(j, 'data', 'projects', 0, 'homes', 0)['places'] = 0)],
    ['step without from', (j) => delete at(j, 'data', 'projects', 0, 'homes', 0)['from']],
    ['step to null', (j) => (at(j, 'data', 'projects', 0, 'homes', 0)['to'] = null)],
    ['30 February', (j) => (at(j, 'data', 'projects', 0, 'homes', 0)['date'] = '2026-02-30')],
    ['year 1899', (j) => (at(j, 'data', 'projects', 0, 'homes', 0)['date'] = '1899-12-31')],
    ['decision half', (j) => (at(j, 'data', 'projects', 0)['closingDecision'] = { date: '2026-01-01' })],
    ['text too long', (j) => (at(j, 'data', 'projects', 0)['note'] = 'x'.repeat(10_001))],
    ['no dependencies', (j) => delete at(j, 'data', 'projects', 0)['dependencies']],
    ['gate half', (j) => delete at(j, 'data', 'projects', 0, 'gate')['mandate']],
    ['gate no text', (j) => (at(j, 'data', 'projects', 0, 'gate')['roles'] = null)],
    ['lag negative', (j) => (waiting(j)['lagDays'] = -1)],
    ['lag half', (j) => (waiting(j)['lagDays'] = 0.5)],
    ['holds nothing', (j) => (waiting(j)['holds'] = 'klaar')],
    ['waits for something else', (j) => (at(waiting(j), 'on')['kind'] = 'money')],
    [
      'decision with a phase',
      (j) => (waiting(j)['on'] = { kind: 'decision', projectId: 'a', phase: 'idea' }),
    ],
    ['phase without a phase', (j) => (waiting(j)['on'] = { kind: 'phase', projectId: 'a' })],
    ['baseline without types', (j) => delete at(j, 'data', 'baselines', 0)['types']],
    ['baseline project with a note', (j) => (at(j, 'data', 'baselines', 0, 'projects', 0)['note'] = '')],
    ['baseline on no date', (j) => (at(j, 'data', 'baselines', 0)['frozenOn'] = '2026-06')],
    ['scenario nameless', (j) => (at(j, 'data', 'scenarios', 0)['name'] = '')],
    ['change of no kind', (j) => delete at(j, 'data', 'scenarios', 0, 'changes', 0)['kind']],
    ['change of another kind', (j) => (at(j, 'data', 'scenarios', 0, 'changes', 0)['kind'] = 'luck')],
    ['change unfinished', (j) => delete at(j, 'data', 'scenarios', 0, 'changes', 0)['note']],
    ['goal endorsed by nobody', (j) => (at(j, 'data', 'partners', 0)['goalEndorsed'] = { on: '2026-01-01' })],
    ['partner out of reach', (j) => delete at(j, 'data', 'partners', 0)['reachability']],
    ['milestone', (j) => (at(j, 'data', 'milestones', 0)['places'] = -1)],
    [
      '51 risks',
      (j) =>
        (at(j, 'data', 'reports', 0)['risks'] = Array(51).fill({
          id: 'r',
          text: '',
          measure: '',
          owner: '',
        })),
    ],
  ])('refuses, as Palet does: %s', (_case, bend) => {
    const json = sampleJson()
    expect([ours(json), published(json)]).toEqual([true, true])
    bend(json)
    expect([ours(json), published(json)]).toEqual([false, false])
  })
})
