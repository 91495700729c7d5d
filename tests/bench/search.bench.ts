import type { ProgrammeData } from '@/domain/model/programmeData'
import { draftAgreement, draftDecision, draftLesson } from '@/domain/regie'
import { foldDutch, search, searchEntries, searchIndex, wordsOf } from '@/domain/search'
import { nationalProgramme } from '../fixtures/nationalProgramme'
import { median } from './measure'

/**
 * One search over 45 regions: 13,500 projects, 5,000 agreements, 2,000 decisions and 1,000 lessons. Measured per key
 * typed, against a plain look through all folded texts for the words as they are, which forgives no slip and ranks nothing.
 */
const WORDS =
  'sleutels buurt beheer woning begeleiding intake afspraak huurcontract plan bewoners gesprek locatie'.split(
    ' ',
  )

function withRecords(data: ProgrammeData): ProgrammeData {
  let n = 0
  const ctx = { newId: () => `r-${String(n++)}`, today: '2026-11-22' }
  const partners = [...data.partners.keys()]
  const sentence = (i: number): string =>
    [3, 5, 7, 11].map((k) => WORDS[(i * k + (i >> 4)) % WORDS.length] ?? '').join(' ') + ` ${String(i)}`
  const many = <T extends { id: string }>(count: number, make: (i: number) => T): Map<string, T> =>
    new Map(Array.from({ length: count }, (_, i) => make(i)).map((record) => [record.id, record]))
  return {
    ...data,
    agreements: many(5_000, (i) => ({
      ...draftAgreement(data, ctx),
      name: sentence(i),
      ownerId: partners[i % partners.length] ?? '',
    })),
    decisions: many(2_000, (i) => ({
      ...draftDecision(data, ctx),
      name: sentence(i),
      text: sentence(i + 7),
    })),
    lessons: many(1_000, (i) => ({
      ...draftLesson(data, ctx),
      name: sentence(i),
      observation: sentence(i + 3),
    })),
  }
}

const data = withRecords(nationalProgramme({ regions: 45, projectsPerRegion: 300, seed: 2026 }))
const timed = <T>(work: () => T): readonly [T, number] => {
  const start = performance.now()
  const value = work()
  return [value, performance.now() - start]
}

const builds = [1, 2, 3, 4, 5].map(() => timed(() => searchIndex(searchEntries(data)))[1])
const index = searchIndex(searchEntries(data))
console.log(
  `index: ${String(index.entries.length)} entries, ${String(index.words.length)} words, built in ${median(builds).toFixed(0)} ms`,
)

const plain = index.entries.map((e) => foldDutch(`${e.title} ${e.detail} ${e.text}`))
const TYPED = [
  's',
  'sl',
  'sleu',
  'sleutels',
  'sluetels',
  'buurtgesprek locatie',
  'begelieding huurcontarct',
  'opvangplekken',
  'housing first regio 12',
  'huurcontractbegeleiding',
  'qqqqqqqqqqqq',
]
for (const typed of TYPED) {
  const own = Array.from({ length: 25 }, () => timed(() => search(index, typed))[1]).slice(5)
  const floor = Array.from(
    { length: 25 },
    () => timed(() => plain.filter((text) => wordsOf(typed).every((word) => text.includes(word))))[1],
  ).slice(5)
  const hits = search(index, typed, 1_000_000).length
  console.log(
    `"${typed}": median ${median(own).toFixed(1)} ms, worst ${Math.max(...own).toFixed(1)} ms, ${String(hits)} hits; plain look ${median(floor).toFixed(1)} ms`,
  )
}
