import { describe, expect, it } from 'vitest'
import { applyPatches } from '@/domain/history/patch'
import type { ProgressReport } from '@/domain/model/entities'
import { emptyRegie, type ProgrammeData } from '@/domain/model/programmeData'
import {
  addDissent,
  addOutcome,
  draftDecision,
  draftMandate,
  keyFigures,
  saveRecord,
  settleDecision,
  startReport,
} from '@/domain/regie'
import { boardReport } from '@/reports/board/boardReport'
import { chooseReport } from '@/reports/choose'
import { flat, makeReport, OPTIONS, pagesOf, sample } from './support'

const REFERENCE_DATE = '2026-12-31'
const SAID =
  'Wij horen het pas als het al is besloten. Eerst een gesprek met de straat, dan pas een tekening.'
let ids = 0
const ctx = { newId: () => `c${String((ids += 1))}`, today: '2026-11-22' }

const done = (data: ProgrammeData, ...commands: ReturnType<typeof saveRecord>[]): ProgrammeData =>
  commands.reduce((now, command) => {
    const change = command(now, ctx)
    if (!change.ok) throw new Error(change.error.message)
    return applyPatches(now, change.value.patches)
  }, data)

const bare: ProgrammeData = { ...sample(), ...emptyRegie() }
const report: ProgressReport = {
  ...chooseReport(bare, '2026-09-30'),
  id: 'nieuw',
  name: 'Vierde kwartaal',
  referenceDate: REFERENCE_DATE,
}
const decision = (id: string, fields = {}) =>
  saveRecord('decisions', {
    ...draftDecision(bare, ctx),
    id,
    name: `Besluit ${id}`,
    level: 'board',
    askedOn: '2026-10-14',
    ...fields,
  })

/** Every text of the definition, in order. */
function textsOf(data: ProgrammeData): string {
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.push(value)
    else if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value))
        if (['text', 'stack', 'columns', 'table', 'body', 'content'].includes(key)) walk(inner)
  }
  walk(boardReport(data, report, OPTIONS).content)
  return found.join(' ').replace(/\s+/g, ' ')
}

describe('the page on working together', () => {
  it('is not there when there is nothing to tell', () => {
    expect(textsOf(done(bare, startReport(report)))).not.toContain('Samenwerking')
  })

  it('asks with the dissent beside it, and gives back what became of earlier decisions', () => {
    const data = done(
      bare,
      decision('a', { subject: 'location' }),
      decision('b', { level: 'operational' }),
      startReport(report),
      addDissent('a', { partnerId: null, voice: 'Buurtvereniging', text: SAID }),
      decision('c'),
      addDissent('c', { partnerId: 'partner-site', voice: '', text: 'Liever later.' }),
      settleDecision('c', {
        status: 'taken',
        on: '2026-11-01',
        mandateId: null,
        withoutMandate: 'De raad besliste zelf.',
        reason: '',
        figures: keyFigures(bare, { municipalityIds: [] }, REFERENCE_DATE).map((f, i) => ({
          id: `f${String(i)}`,
          ...f,
        })),
      }),
      addOutcome('c', 'Zes gemeenten doen mee.'),
    )
    const texts = textsOf(data)
    expect(texts).toContain('Besluit a. Niemand mag dit nu beslissen.')
    expect(texts).toContain(`“${SAID}” Buurtvereniging, 22-11-2026`)
    expect(texts).not.toContain('Besluit b')
    const [, after = ''] = texts.split('Wat er van eerdere besluiten kwam')
    for (const words of [
      'Besluit c',
      'Genomen op 1 november 2026. Genomen zonder mandaat.',
      'Zonder mandaat, omdat: De raad besliste zelf.',
      'Gerealiseerd: 70 plekken',
      'Zes gemeenten doen mee.',
      '“Liever later.” Sité',
    ])
      expect(after).toContain(words)
  })

  it('leaves out decisions about other municipalities', () => {
    const data = done(bare, decision('a', { municipalityIds: ['GM0222'] }), startReport(report))
    const about = (scope: readonly string[]) =>
      JSON.stringify(boardReport(data, { ...report, scope }, OPTIONS).content)
    expect(about(['GM0222'])).toContain('Besluit a')
    expect(about(['GM0197'])).not.toContain('Besluit a')
  })
})

it('keeps the first page to one sheet, with the purpose, however many decisions are asked', async () => {
  const data = done(
    bare,
    saveRecord('mandates', {
      ...draftMandate(bare, ctx),
      name: 'Alles',
      subject: 'location',
      holderId: 'partner-site',
    }),
    ...['a', 'b', 'c', 'd', 'e'].map((id) =>
      decision(id, { subject: 'location', amount: { value: 1200, unit: 'euro' } }),
    ),
    startReport(report),
    addDissent('a', {
      partnerId: null,
      voice: 'Buurtvereniging Groenlo-Zuid en omstreken',
      text: SAID.repeat(4),
    }),
  )
  const [first, second] = pagesOf(await makeReport(data, report)).map(flat)
  expect(first).toContain('Wie in de Achterhoek dakloos is')
  expect(first).toContain('1. Besluit a (1.200 euro).')
  expect(first).toContain('En nog 2 besluiten. Zie Samenwerking.')
  expect(first).toContain('Belangrijkste risico’s')
  expect(first).toContain('Vooruitblik')
  expect(second).toContain('Ambitie en realisatie')
}, 60_000)
