import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * Every idea of the texts that Palet was born from is something a person can do, shown in the real window by a test that
 * bears its name.
 */
const IDEAS = [
  'seed 000 · dilemma',
  'seed 000 · lonkend perspectief',
  'seed 000 · preventie regisseren, bestrijden dirigeren, adviseren betrekken',
  'seed 000 · tegengeluid',
  'seed 001 · dakloos én dreigend dakloos',
  'seed 001 · eigen, passend, betaalbaar',
  'seed 001 · het hele systeem in de kamer',
  'seed 001 · het netwerk als één geheel',
  'seed 001 · lerend',
  'seed 001 · mandaat én rugdekking',
  'seed 001 · uitvoeringskracht en bestuurskracht',
  'seed 001 · van daklozenopvang naar een palet van arrangementen',
  'seed 001 · zorg voor de buurt',
  'seed 002 · behoud de regie, neem geen taken over',
  'seed 002 · erken het gezamenlijke doel',
  'seed 002 · gelijkwaardig, ieder eigen perspectief',
  'seed 002 · maak afspraken vooraf',
  'seed 002 · niemand kan dit zonder de ander',
  'seed 002 · wanneer is regie nodig',
  'seed 003 · bijvangst',
  'seed 003 · casus los van taken, waarom-vragen van buiten',
  'seed 004 · graphic recording',
  'seed 004 · overheidsparticipatie',
  'seed 004 · rechtmatig, presterend, netwerkend, participerend',
] as const

const folder = resolve(import.meta.dirname, '../e2e')
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.spec.ts'))
  .map((name) => readFileSync(resolve(folder, name), 'utf8'))
  .join('\n')
const titles = [...sources.matchAll(/^test\(\s*(['"`])(.*?)\1/gm)].map((match) => match[2] ?? '')

describe('the ideas of the seed texts', () => {
  it.each(IDEAS)('%s has a test in the real window', (idea) => {
    expect(titles.some((title) => title.startsWith(idea))).toBe(true)
  })

  it('has no such test for an idea that is not listed', () => {
    const loose = titles.filter(
      (title) => title.startsWith('seed ') && !IDEAS.some((idea) => title.startsWith(idea)),
    )
    expect(loose).toEqual([])
  })
})
