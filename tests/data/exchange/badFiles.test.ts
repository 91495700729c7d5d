import { describe, expect, it } from 'vitest'
import { parsePalet, serialisePalet } from '@/exchange'
import { sampleProgramme } from '../../../tools/sample/programme'
import { at, fileText, type Loose, refusal, sampleJson, STAMP } from './support'

const bent = (bend: (json: Loose) => void) => {
  const json = sampleJson()
  bend(json)
  return refusal(fileText(json))
}

/** A project by its place in the file, from 0; number 1 is Zelfstandig wonen Dinxperlo. */
const project = (json: Loose, index: number) => at(json, 'data', 'projects', index)

describe('files that are no text or no JSON', () => {
  it('refuses bytes that are no text', () => {
    const error = refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]))
    expect(error.code).toBe('unreadable')
    expect(error.message).toBe(
      'Dit bestand is niet te lezen: het bevat geen gewone tekst. Kies een bestand dat met Palet is bewaard (.palet).',
    )
    expect(refusal('{"a"\u0000').code).toBe('unreadable')
  })

  it('refuses an empty file', () => {
    expect(refusal(new Uint8Array()).code).toBe('empty')
    expect(refusal(' \n\uFEFF').code).toBe('empty')
  })

  it('says on which line and character the JSON breaks', () => {
    const error = refusal('{\n  "format": "palet-programma",\n  "formatVersion" 1\n}')
    expect(error.code).toBe('not-json')
    expect(error.message).toContain('De opmaak klopt niet op regel 3, teken 19.')
  })

  it('says that a file was cut off', () => {
    const text = serialisePalet(sampleProgramme(), STAMP)
    const error = refusal(text.slice(0, 5_000))
    expect(error.code).toBe('not-json')
    expect(error.message).toContain('houdt te vroeg op')
  })

  it('refuses JSON of something else', () => {
    for (const text of ['[]', '{}', 'null', '42', '"tekst"', '{"format":"anders","formatVersion":1}'])
      expect(refusal(text).code, text).toBe('not-palet')
  })

  it('refuses nesting that goes on and on', () => {
    const error = refusal(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(error.code).toBe('not-palet')
  })
})

describe('files of another version', () => {
  it('refuses a newer one, says which and to update, and looks at nothing else', () => {
    const error = refusal('{"format":"palet-programma","formatVersion":5,"inhoud":{}}')
    expect(error.code).toBe('newer-version')
    expect(error.message).toBe(
      'Dit bestand is gemaakt met een nieuwere Palet (bestandsversie 5). Deze Palet leest tot en met versie 4. Werk Palet bij en open het bestand daarna opnieuw.',
    )
  })

  it('refuses a version that is no version', () => {
    for (const version of ['"1"', '0', '-1', '1.5', 'null'])
      expect(refusal(`{"format":"palet-programma","formatVersion":${version}}`).code, version).toBe(
        'wrong-schema',
      )
  })
})

describe('files with the wrong shape name record and field', () => {
  it.each<[string, (json: Loose) => void, string]>([
    [
      'no whole number',
      (j) => (at(project(j, 1), 'homes', 0)['places'] = 2.5),
      "Project 'Zelfstandig wonen Dinxperlo' (nr. 2): veld 'places' van stap 1 bij woningen is geen heel getal.",
    ],
    [
      'text for a number',
      (j) => (at(project(j, 1), 'support', 0)['places'] = '4'),
      "Project 'Zelfstandig wonen Dinxperlo' (nr. 2): veld 'places' van stap 1 bij begeleiding is geen getal.",
    ],
    [
      'field missing',
      (j) => delete project(j, 1)['owner'],
      "Project 'Zelfstandig wonen Dinxperlo' (nr. 2): veld 'owner' ontbreekt.",
    ],
    [
      'field unknown',
      (j) => (project(j, 1)['kleur'] = 'blauw'),
      "Project 'Zelfstandig wonen Dinxperlo' (nr. 2): veld 'kleur' is onbekend.",
    ],
    [
      'no date',
      (j) => (at(project(j, 1), 'phases', 2)['planned'] = '2026-02-30'),
      "Project 'Zelfstandig wonen Dinxperlo' (nr. 2): veld 'planned' van fase 3 is geen bestaande datum (jjjj-mm-dd).",
    ],
    [
      'unknown code',
      (j) => (at(project(j, 1), 'rating')['colour'] = 'blue'),
      "Project 'Zelfstandig wonen Dinxperlo' (nr. 2): veld 'colour' van het stoplicht is niet een van: green, orange, red, grey.",
    ],
    ['empty name', (j) => (project(j, 1)['name'] = '  '), "Project nr. 2: veld 'name' is leeg."],
    [
      'too long',
      (j) => (project(j, 1)['note'] = 'x'.repeat(10_001)),
      "Project 'Zelfstandig wonen Dinxperlo' (nr. 2): veld 'note' is langer dan 10000 tekens.",
    ],
    [
      'programme',
      (j) => (at(j, 'data', 'programme')['horizon'] = 2030),
      "Programma: veld 'horizon' is geen tekst.",
    ],
    [
      'nested',
      (j) => (at(j, 'data', 'municipalities', 0, 'inhabitants')['value'] = -1),
      "Gemeente 'Aalten' (nr. 1): veld 'value' van 'inhabitants' is lager dan 0.",
    ],
    [
      'item of a list',
      (j) => (at(j, 'data', 'reports', 0)['scope'] = [1]),
      "Rapport 'Voortgangsrapportage 2e kwartaal 2026' (nr. 1): waarde 1 van veld 'scope' is geen tekst.",
    ],
    [
      'a risk',
      (j) => (at(j, 'data', 'reports', 0, 'risks', 1)['owner'] = null),
      "Rapport 'Voortgangsrapportage 2e kwartaal 2026' (nr. 1): veld 'owner' van risico 2 is geen tekst.",
    ],
    [
      'ambition',
      (j) => (at(j, 'data', 'milestones', 3)['places'] = 1.5),
      "Ambitie nr. 4: veld 'places' is geen heel getal.",
    ],
    ['whole record', (j) => (at(j, 'data', 'projects')[0] = 7), 'Project nr. 1 is geen record met velden.'],
    [
      'a step',
      (j) => (at(project(j, 1), 'homes')[0] = null),
      "Project 'Zelfstandig wonen Dinxperlo' (nr. 2): stap 1 bij woningen is geen record met velden.",
    ],
    ['whole table', (j) => delete at(j, 'data')['partners'], "Veld 'partners' van het bestand ontbreekt."],
    ['no table', (j) => (at(j, 'data')['partners'] = {}), "Veld 'partners' van het bestand is geen lijst."],
    [
      'envelope',
      (j) => (j['savedAt'] = 'gisteren'),
      "Veld 'savedAt' van het bestand is geen tijdstip in UTC (jjjj-mm-ddTuu:mm:ssZ).",
    ],
    ['unknown beside the data', (j) => (j['extra'] = 1), "Veld 'extra' van het bestand is onbekend."],
  ])('%s', (_case, bend, message) => {
    const error = bent(bend)
    expect(error.code).toBe('wrong-schema')
    expect(error.message).toBe(`Palet kan dit bestand niet openen. ${message}`)
  })

  it('refuses keys that reach for the prototype', () => {
    const text = JSON.stringify(sampleJson())
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const error = refusal(text.replace('"data":{', `"data":{"${key}":{"polluted":true},`))
      expect(error.code).toBe('wrong-schema')
      expect(error.message).toContain(`'${key}'`)
    }
    expect('polluted' in {}).toBe(false)
  })
})

describe('files whose content contradicts itself', () => {
  it('finds damage by the checksum', () => {
    const text = serialisePalet(sampleProgramme(), STAMP)
    const error = refusal(text.replace('Omklapwoningen Neede', 'Omklapwoningen Needa'))
    expect(error.code).toBe('damaged')
    expect(error.message).toContain('beschadigd')
  })

  it('takes a file without checksum, as other programs may write it', () => {
    const json = sampleJson()
    delete json['checksum']
    expect(parsePalet(JSON.stringify(json)).ok).toBe(true)
  })

  it('takes bytes with a byte order mark', () => {
    const bytes = new TextEncoder().encode(`\uFEFF${serialisePalet(sampleProgramme(), STAMP)}`)
    expect(parsePalet(bytes).ok).toBe(true)
  })

  it('refuses two records with one id', () => {
    const error = bent((j) => (project(j, 2)['id'] = project(j, 1)['id']))
    expect(error.code).toBe('duplicate-id')
  })

  it('counts a hundred thousand mistakes without breaking', () => {
    const error = bent((j) => {
      const milestone = at(j, 'data', 'milestones', 0)
      at(j, 'data')['milestones'] = Array.from({ length: 150_000 }, (_, i) => ({
        ...milestone,
        id: `m${String(i)}`,
      }))
    })
    expect(error.code).toBe('milestone-double')
    expect(error.message).toContain('Er zijn nog 149.998 andere fouten.')
  })

  it('refuses a reference to nothing and names the project', () => {
    const error = bent((j) => (project(j, 1)['municipalityId'] = 'GM9999'))
    expect(error.code).toBe('municipality-unknown')
    expect(error.message).toContain(
      "Project 'Zelfstandig wonen Dinxperlo': Kies een gemeente van dit programma.",
    )
  })

  it('refuses dates out of order', () => {
    const error = bent((j) => (at(j, 'data', 'programme')['horizon'] = '2025-12-31'))
    expect(error.code).toBe('date-order')
    expect(error.message).toContain(
      'Het programma begint op 1 januari 2026, maar de horizon is 31 december 2025.',
    )
  })

  it('refuses capacity below zero and counts the other mistakes', () => {
    const error = bent((j) => {
      const step = at(project(j, 1), 'homes', 0)
      step['from'] = 'available'
      step['to'] = 'ended'
      project(j, 2)['typeId'] = 'weg'
    })
    expect(error.code).toBe('below-zero')
    expect(error.message).toContain(
      'Op 1 oktober 2026 zijn er geen plekken beschikbaar; er kunnen er geen 4 sluiten. Pas het aantal of de datum aan.',
    )
    expect(error.message).toContain('Er is nog 1 andere fout.')
  })

  it('refuses an orange rating without words', () => {
    const error = bent((j) => (at(project(j, 1), 'rating')['cause'] = ''))
    expect(error.code).toBe('rating-cause')
  })
})
