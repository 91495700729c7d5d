import { describe, expect, it } from 'vitest'
import type { BalanceFigures } from '@/domain/capacity'
import { headline, type HeadlineInput } from '@/features/overview/headline'

const figures = (extra: Partial<BalanceFigures>): BalanceFigures => ({
  shelterOpen: 0,
  realised: 0,
  committed: 0,
  planned: 0,
  ambition: null,
  gap: null,
  ...extra,
})

/** @param realised places in use now @param end the balance on the horizon */
const say = (realised: number, end: Partial<BalanceFigures>, extra: Partial<HeadlineInput> = {}): string =>
  headline({
    now: figures({ realised }),
    date: '2026-12-31',
    end: figures({ ambition: 300, ...end }),
    horizon: '2030-12-31',
    scope: {},
    ...extra,
  })
    .map((part) => part.text)
    .join('')

describe('the sentence on Overzicht', () => {
  it('says what is needed, in use, promised and lacking', () => {
    expect(say(70, { realised: 70, committed: 62, planned: 90 })).toBe(
      'Eind 2030 zijn 300 plekken nodig. Op 31 december 2026 zijn er 70 plekken in gebruik. Met wat is toegezegd komt dat op 132. Er ontbreken er nog 168: voor 90 liggen er plannen, voor 78 nog niet.',
    )
  })

  it('names what plans cover', () => {
    expect(say(70, { realised: 70, committed: 62, planned: 200 })).toContain(
      'Er ontbreken er nog 168; er liggen plannen voor 200.',
    )
    expect(say(70, { realised: 70, committed: 62 })).toContain(
      'Er ontbreken er nog 168, en daarvoor is nog geen plan.',
    )
  })

  it('fits the verb to one, none and many', () => {
    expect(say(1, { ambition: 3, realised: 1, committed: 1, planned: 1 })).toBe(
      'Eind 2030 zijn 3 plekken nodig. Op 31 december 2026 is er 1 plek in gebruik. Met wat is toegezegd komt dat op 2. Er ontbreekt er nog 1; er ligt een plan voor 1.',
    )
    expect(say(0, { ambition: 3, realised: 0, committed: 1, planned: 1 })).toBe(
      'Eind 2030 zijn 3 plekken nodig. Op 31 december 2026 is er nog geen plek in gebruik. Met wat is toegezegd komt dat op 1. Er ontbreken er nog 2: voor 1 ligt er een plan, voor 1 nog niet.',
    )
    expect(say(5, { ambition: 1, realised: 5 })).toBe(
      'Eind 2030 is 1 plek nodig. Op 31 december 2026 zijn er 5 plekken in gebruik. Meer is er nog niet toegezegd. Dat zijn er 4 meer dan nodig.',
    )
  })

  it('says when the ambition is met, and by how much more', () => {
    expect(say(70, { realised: 200, committed: 100 })).toContain('Daarmee is de ambitie precies gedekt.')
    expect(say(70, { realised: 200, committed: 112 })).toContain('312. Dat zijn er 12 meer dan nodig.')
  })

  it('does without an ambition', () => {
    expect(say(72, { ambition: 0, realised: 72 }, { horizon: '2030-07-01' })).toBe(
      'Voor 1 juli 2030 is nog geen ambitie vastgelegd. Op 31 december 2026 zijn er 72 plekken in gebruik.',
    )
  })

  it('writes thousands and lets each number explain itself within the filter', () => {
    const scope = { municipalityIds: ['A'] }
    const parts = headline({
      now: figures({ realised: 1200 }),
      date: '2026-12-31',
      end: figures({ ambition: 2500, realised: 1200, committed: 3, planned: 7 }),
      horizon: '2030-12-31',
      scope,
    })
    expect(parts.flatMap((part) => (part.kind === 'figure' ? [[part.text, part.query]] : []))).toEqual([
      ['2.500', { figure: 'ambition', date: '2030-12-31', ...scope }],
      ['1.200', { figure: 'realised', date: '2026-12-31', ...scope }],
      ['1.297', { figure: 'gap', date: '2030-12-31', ...scope }],
      ['7', { figure: 'planned', date: '2030-12-31', ...scope }],
    ])
  })
})
