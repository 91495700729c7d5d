import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { parsePalet, serialisePalet } from '@/exchange'
import { seeded } from '../../../tools/sample/random'
import { nationalProgramme, programmeArbitrary } from '../../fixtures/randomProgramme'
import { fileText, isLoose, type Loose, STAMP } from './support'

/** Tables as objects: the order of records in a map is no content. */
const content = (data: ProgrammeData) =>
  Object.fromEntries(
    Object.entries(data).map(([table, records]) => [table, Object.fromEntries<unknown>([...records])]),
  )

describe('the .palet file', () => {
  it('brings every programme back as it was', () => {
    fc.assert(
      fc.property(programmeArbitrary, (data) => {
        const text = serialisePalet(data, STAMP)
        const back = parsePalet(text)
        if (!back.ok) throw new Error(back.error.message)
        expect(content(back.value.data)).toEqual(content(data))
        expect(back.value).toMatchObject({ formatVersion: 4, ...STAMP })
        expect(serialisePalet(back.value.data, STAMP)).toBe(text)
      }),
      { numRuns: 200 },
    )
  })

  it('does not depend on the order in which records or fields were made', () => {
    fc.assert(
      fc.property(programmeArbitrary, (data) => {
        const turned = Object.fromEntries(
          Object.entries(data).map(([table, records]) => [
            table,
            new Map(
              [...records]
                .reverse()
                .map(([id, record]) => [id, Object.fromEntries(Object.entries(record).reverse())]),
            ),
          ]),
        )
        expect(serialisePalet(turned as unknown as ProgrammeData, STAMP)).toBe(serialisePalet(data, STAMP))
      }),
      { numRuns: 50 },
    )
  })

  it('differs only in its stamp when saved again', () => {
    const data = nationalProgramme({ regions: 1, projectsPerRegion: 5, seed: 2 })
    const first = serialisePalet(data, STAMP).split('\n')
    const second = serialisePalet(data, { ...STAMP, savedAt: '2027-01-01T00:00:00Z' }).split('\n')
    expect(second.filter((line, i) => line !== first[i])).toEqual(['  "savedAt": "2027-01-01T00:00:00Z",'])
  })

  it('takes a national programme', () => {
    const data = nationalProgramme({ regions: 45, projectsPerRegion: 300, seed: 5 })
    const text = serialisePalet(data, STAMP)
    const back = parsePalet(text)
    expect(back.ok).toBe(true)
  })
})

describe('files bent at random', () => {
  const text = readFileSync(
    resolve(import.meta.dirname, '../../../resources/sample/achterhoek.palet'),
    'utf8',
  )
  const SEED = 4711

  it('never makes the reader throw: 400 changed characters', () => {
    const random = seeded(SEED)
    const signs = '{}[]",:0-9eE.\\x\u0000é\uD800 '
    for (let n = 0; n < 400; n++) {
      const from = Math.floor(random() * text.length)
      const to = random() < 0.3 ? from + Math.floor(random() * 400) : from + 1
      const put = random() < 0.4 ? '' : signs.charAt(Math.floor(random() * signs.length))
      const result = parsePalet(text.slice(0, from) + put + text.slice(to))
      if (!result.ok)
        expect(result.error.message.length, `seed ${String(SEED)}, run ${String(n)}`).toBeGreaterThan(20)
    }
  })

  it('never makes the reader throw: 600 changed values under a right checksum', () => {
    const random = seeded(SEED + 1)
    const codes = new Set<string>()
    for (let n = 0; n < 600; n++) {
      const json: unknown = JSON.parse(text)
      if (!isLoose(json)) throw new Error('sample is no object')
      for (let times = 1 + Math.floor(random() * 3); times > 0; times--) bendSomewhere(json, random)
      const result = parsePalet(fileText(json))
      codes.add(result.ok ? 'accepted' : result.error.code)
    }
    // The run is worth something only when it reaches every stage of the reader.
    for (const code of ['accepted', 'wrong-schema', 'municipality-unknown', 'duplicate-id'])
      expect([...codes], `seed ${String(SEED + 1)}`).toContain(code)
  }, 120_000)
})

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  'GM0222',
  'GM9999',
  '2026-02-30',
  '2031-01-01',
  'available',
  'ended',
  [],
  {},
  [[]],
  'project-aal-1',
  'x'.repeat(10_001),
]

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** Replaces, removes or doubles one value at a random depth. */
function bendSomewhere(json: Loose, random: () => number): void {
  let here: Loose = json
  for (;;) {
    // An empty list has nothing to bend: most of the time the walk goes where there is something.
    const keys = Object.keys(here).filter((k) => !isEmptyList(here[k]) || random() < 0.1)
    const key = keys[Math.floor(random() * keys.length)]
    if (key === undefined) return
    const inner = here[key]
    // In a list the walk stops sooner, so that whole records are doubled and dropped too.
    if (isLoose(inner) && random() < (Array.isArray(here) ? 0.7 : 0.9)) {
      here = inner
      continue
    }
    const choice = random()
    if (choice < 0.15) Reflect.deleteProperty(here, key)
    else if (choice < 0.3 && Array.isArray(here)) here.push(inner)
    else here[key] = VALUES[Math.floor(random() * VALUES.length)]
    return
  }
}
