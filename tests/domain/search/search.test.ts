import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saveRecord } from '@/domain/regie'
import {
  foldDutch,
  search,
  searchEntries,
  type SearchEntry,
  searchIndex,
  slips,
  wordsOf,
} from '@/domain/search'
import { regieProgrammeArbitrary } from '../../fixtures/randomProgramme'
import { agreement, decision, done, region } from '../regie/support'

const SCREENS: SearchEntry[] = [
  { kind: 'screen', id: 'planning', title: 'Planning', detail: '', text: 'tijdlijn wachten project' },
  { kind: 'screen', id: 'afspraken', title: 'Afspraken', detail: 'Regie', text: 'acties over tijd' },
]

function index() {
  let data = region()
  data = done(
    data,
    saveRecord('agreements', agreement({ id: 'a', name: 'Sleutels regelen voor de opvangplekken' })),
  )
  data = done(data, saveRecord('decisions', decision({ id: 'd', name: 'Nachtopvang sluiten in mei' })))
  data = done(
    data,
    saveRecord('lessons', {
      id: 'l',
      name: 'Een vast gezicht in de buurt werkt',
      on: '2026-05-01',
      observation: 'Buurtbewoners bellen eerder.',
      outcome: 'keep',
      change: '',
      typeIds: [],
      sessionId: null,
      links: [],
    }),
  )
  return searchIndex([...SCREENS, ...searchEntries(data)])
}

describe('search', () => {
  const found = index()
  it.each([
    ['afspraken', 'screen', 'afspraken'],
    ['afspaken', 'screen', 'afspraken'],
    ['sité', 'partners', 'partner-site'],
    ['SITE', 'partners', 'partner-site'],
    ['sleutel', 'agreements', 'a'],
    ['opvangplek sleutels', 'agreements', 'a'],
    ['sluetels', 'agreements', 'a'],
    ['nachtopvagn sluiten', 'decisions', 'd'],
    ['gezicht', 'lessons', 'l'],
    ['buurtgezicht', 'lessons', 'l'],
    ['buurtbewoner', 'lessons', 'l'],
    ['oude ysselstreek', 'municipalities', 'GM1509'],
    ['Oude IJsselstreek', 'municipalities', 'GM1509'],
    ['woonplaats', 'partners', 'partner-woonplaats'],
    ['plan', 'screen', 'planning'],
  ])('"%s" finds it first', (typed, kind, id) => {
    const [first] = search(found, typed)
    expect(first === undefined ? null : [first.entry.kind, first.entry.id]).toEqual([kind, id])
  })

  it('wants all words, and finds nothing for nothing', () => {
    expect(search(found, '')).toEqual([])
    expect(search(found, ' ?! ')).toEqual([])
    expect(search(found, 'sleutels xyzxyz')).toEqual([])
    expect(search(found, 'qqqqqqqqqqqqq')).toEqual([])
    const both = search(found, 'sleutels sité')
    expect(both.map((h) => h.entry.id)).toEqual(['a'])
  })

  it('finds every record of any programme by its whole title', () => {
    fc.assert(
      fc.property(regieProgrammeArbitrary, (data) => {
        const entries = searchEntries(data)
        const all = searchIndex(entries)
        for (const entry of entries) {
          if (wordsOf(entry.title).length === 0 || wordsOf(entry.title).length > 8) continue
          const hits = search(all, entry.title, entries.length).map((h) => h.entry)
          expect(hits, entry.title).toContain(entry)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('never throws and never gives more than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat({ max: 5 }), (typed, most) => {
        expect(search(found, typed, most).length).toBeLessThanOrEqual(most)
      }),
    )
  })

  it('folds and counts slips', () => {
    expect(foldDutch('  Éénhoorn, IJsselzicht ĳ Sité ')).toBe('eenhoorn ysselzicht y site')
    expect([slips('opvang', 'opvagn', 2), slips('opvang', 'opvan', 1), slips('a', 'abcd', 2)]).toEqual([
      1, 1, 3,
    ])
  })
})
