import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateProgramme } from '@/domain/validation'
import { nationalProgramme, programmeArbitrary } from '../../fixtures/randomProgramme'

describe('fixtures of programmes', () => {
  it('gives only valid small programmes', () => {
    fc.assert(
      fc.property(programmeArbitrary, (data) => {
        expect(validateProgramme(data)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('gives a valid national programme, the same for the same seed', () => {
    const data = nationalProgramme({ regions: 45, projectsPerRegion: 300, seed: 1 })
    expect(data.projects.size).toBe(13_500)
    expect(data.municipalities.size).toBeGreaterThan(330)
    expect(validateProgramme(data)).toEqual([])
    const small = { regions: 2, projectsPerRegion: 30, seed: 7 }
    expect(nationalProgramme(small)).toEqual(nationalProgramme(small))
  })
})
