import { describe, expect, it } from 'vitest'
import { draftRoleMix, type RoleMix, saveRecord } from '@/domain/regie'
import {
  carriedRoles,
  left,
  leftText,
  mixText,
  municipalityRoles,
  nextMix,
  roleTable,
} from '@/features/partners/roles/roles'
import { agreement, context, decision, done, refusal, region } from '../../domain/regie/support'

const shares = (
  lawful: number,
  performing: number,
  networking: number,
  participating: number,
): RoleMix['shares'] => ({
  lawful,
  performing,
  networking,
  participating,
})
const mix = (on: string, of: RoleMix['shares']): RoleMix => ({
  ...draftRoleMix(region(), context()),
  municipalityId: 'GM0222',
  on,
  shares: of,
})

describe('what is left to divide', () => {
  it('helps until it is 100, and the command refuses anything else', () => {
    expect(leftText(shares(40, 30, 10, 5))).toBe('Nog 15 te verdelen.')
    expect(leftText(shares(40, 30, 30, 0))).toBe('Samen 100: het klopt.')
    expect(leftText(shares(40, 30, 40, 10))).toBe('20 te veel: haal er ergens af.')
    expect(left(shares(40, Number.NaN, 30, 30))).toBe(0)
    expect(refusal(region(), saveRecord('roleMixes', mix('2026-01-01', shares(40, 30, 10, 5))))).toBe(
      'shares-sum',
    )
  })
})

describe('the mixes of a municipality', () => {
  let data = done(region(), saveRecord('roleMixes', mix('2025-01-01', shares(70, 20, 10, 0))))
  data = done(data, saveRecord('roleMixes', mix('2026-01-01', shares(40, 20, 30, 10))))

  it('stay visible beside the newest, municipalities by name', () => {
    const all = municipalityRoles(data)
    const names = all.map((m) => m.municipality.name)
    expect(names).toEqual([...names].sort(new Intl.Collator('nl').compare))
    const found = all.find((m) => m.municipality.id === 'GM0222')
    expect(found?.mixes.map((m) => m.on)).toEqual(['2026-01-01', '2025-01-01'])
    expect(roleTable(all).rows).toEqual([
      ['Doetinchem', '2026-01-01', 40, 20, 30, 10, ''],
      ['Doetinchem', '2025-01-01', 70, 20, 10, 0, ''],
    ])
  })

  it('are said in words', () => {
    expect(mixText({ shares: shares(40, 20, 30, 10) })).toBe(
      'rechtmatig 40, presterend 20, netwerkend 30 en participerend 10',
    )
  })

  it('begin at the one before, and the first at nothing', () => {
    const draft = draftRoleMix(data, context())
    expect(nextMix(data, draft, 'GM0222').shares).toEqual(shares(40, 20, 30, 10))
    expect(nextMix(data, draft, 'GM0197').shares).toEqual(shares(0, 0, 0, 0))
  })
})

it('roles that agreements and decisions carry are counted by municipality', () => {
  const here = { table: 'municipalities', id: 'GM0222' } as const
  let data = done(region(), saveRecord('agreements', agreement({ role: 'networking', links: [here] })))
  data = done(data, saveRecord('agreements', agreement({ role: 'lawful' })))
  data = done(data, saveRecord('agreements', agreement({ links: [here] })))
  data = done(
    data,
    saveRecord('decisions', decision({ role: 'networking', municipalityIds: ['GM0222'], links: [here] })),
  )
  expect([...carriedRoles(data, 'GM0222')]).toEqual([['networking', 2]])
  expect(municipalityRoles(data).find((m) => m.municipality.id === 'GM0222')?.carried).toBe('netwerkend (2)')
})
