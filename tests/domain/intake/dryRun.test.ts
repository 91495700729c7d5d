import { describe, expect, it } from 'vitest'
import { applyPatches } from '@/domain/history/patch'
import {
  type Cell,
  guessColumns,
  guessSubject,
  incomingRows,
  isPersonal,
  parseRemembered,
  recall,
  remember,
  takeInRows,
} from '@/domain/intake'
import type { Project } from '@/domain/model/entities'
import { cellReaders } from '@/exchange/workbook'
import { literalData, project, step } from '../../fixtures/literal'
import { context, sheetOf, tried } from './support'

const HEAD: Cell[] = ['Project', 'Gemeente', 'Type', 'Aantal woningen', 'Opleverdatum', 'Status']
const single = project('p-1', { name: 'De Linde', homes: [step('2027-01-01', null, 'idea', 6)] })
const history = project('p-2', {
  name: 'Het Veer',
  homes: [step('2027-01-01', null, 'idea', 6), step('2027-06-01', 'idea', 'committed', 4)],
})

describe('guessing', () => {
  it('knows headings as people write them and as VERA names them', () => {
    expect(
      guessColumns('projects', ['Complexnaam', 'Woonplaats', 'aantalTeBouwenEenheden', 'opleverdatum']),
    ).toEqual({
      name: 0,
      municipality: 1,
      homesPlaces: 2,
      homesDate: 3,
    })
    expect(guessColumns('projects', ['Gemeenten', 'Projectnaan', 'Kleur van de deur'])).toEqual({
      municipality: 0,
      name: 1,
    })
    expect(guessSubject(['Organisatie', 'Soort organisatie', 'Functie'])).toBe('partners')
    expect(isPersonal('E-mailadres')).toBe(true)
    expect(guessColumns('partners', ['Organisatie', 'Telefoonnummer'])).toEqual({ name: 0 })
  })

  it('finds the heads below titles, and offers what is only alike', () => {
    const { head, values } = tried(
      literalData(),
      sheetOf([['Lijst van de regio'], [], HEAD, ['X', 'a', 'Homes', 4, '1-7-2027', 'in aanbouw']]),
    )
    expect(head).toBe(2)
    expect(values.map(({ text, state, to }) => [text, state, to])).toEqual([
      ['a', 'same', 'A'],
      ['Homes', 'alike', 'home'],
      ['in aanbouw', 'alike', 'preparing'],
    ])
  })

  it('remembers choices by the headings, also when columns moved', () => {
    const { mapping, headings } = tried(
      literalData(),
      sheetOf([HEAD, ['X', 'A', 'home', 4, '1-7-2027', 'idee']]),
    )
    const kept = parseRemembered(JSON.parse(JSON.stringify(remember([], headings, mapping, '2026-11-02'))))
    const moved = ['', ...[...headings].reverse()]
    expect(recall(kept, moved)?.columns.name).toBe(headings.length)
    expect(recall(kept, ['iets', 'anders'])).toBeNull()
    expect(parseRemembered([{ fingerprint: 1 }, null, 'x'])).toEqual([])
  })
})

describe('the dry run', () => {
  it('tells new from changed from the same, and leaves the sum out', () => {
    const data = literalData([single])
    const trial = tried(
      data,
      sheetOf([
        HEAD,
        ['DE LINDE', 'A', 'home', 8, { date: '2027-01-01' }, 'idee'],
        ['Nieuw', 'B', 'room', '1.200', '1-7-2027', 'toegezegd'],
        ['Totaal', null, null, 1208, null, null],
      ]),
    )
    expect(trial.outcomes.map((o) => [o.row, o.kind])).toEqual([
      [2, 'changed'],
      [3, 'new'],
    ])
    expect(trial.row(2).changes.map(({ label, from, to }) => [label, from, to])).toEqual([
      ['Plekken woningen', '6', '8'],
    ])
    expect(trial.row(3).after).toMatchObject({
      homes: [{ places: 1200, date: '2027-07-01', to: 'committed' }],
    })
    expect(trial.notices).toEqual(['Rij 4 is een optelling en blijft weg: Palet telt zelf.'])
    const rows = incomingRows(trial.outcomes, new Set([3]))
    const change = takeInRows('projects', rows, 'lijst.xlsx')(data, context())
    expect(change.ok && change.value.summary).toBe('1 project ingelezen uit "lijst.xlsx" (1 gewijzigd)')
    // Somebody changed it after the trial.
    const other: Project = { ...single, owner: 'iemand anders' }
    const refused = takeInRows('projects', rows, 'lijst.xlsx')(literalData([other]), context())
    expect(!refused.ok && refused.error.code).toBe('changed-since')
    if (change.ok)
      expect(applyPatches(data, change.value.patches).projects.get('p-1')?.homes[0]?.places).toBe(8)
  })

  it('says what is wrong by row and column, and what to do', () => {
    const trial = tried(
      literalData([single]),
      sheetOf([
        HEAD,
        ['Een', 'Nergenshuizen', 'home', 4, '1-7-2027', 'idee'],
        ['Twee', 'A', 'home', 'ca. 10', '31-2-2027', 'idee'],
        ['Drie', 'A', 'home', 4, null, 'idee'],
        [null, 'A', 'home', 4, '1-7-2027', 'idee'],
        ['De Linde', 'A', 'home', 6, null, null],
        ['de linde', 'A', 'home', 6, null, null],
        ['Vier', 'A', '#REF!', 4, '1-7-2027', 'idee'],
      ]),
    )
    const told = (row: number): (string | null)[][] =>
      trial.row(row).problems.map(({ column, message }) => [column, message])
    expect(trial.outcomes.map((o) => o.kind)).toEqual([
      'problem',
      'problem',
      'problem',
      'problem',
      'same',
      'problem',
      'problem',
    ])
    expect(told(2)[0]?.[1]).toContain('kies bij stap 4 wat "Nergenshuizen" betekent')
    expect(told(3).map(([column]) => column)).toEqual(['D', 'E'])
    expect(told(4)[0]?.[1]).toContain('bij 4 plekken hoort een datum')
    expect(told(5)[0]).toEqual(['A', 'Naam: hier staat niets. Vul een naam in, of laat de rij weg.'])
    expect(told(7)[0]?.[1]).toContain('staat ook in rij 6')
    expect(told(8)[0]?.[1]).toContain('formule met een fout')
  })

  it('leaves a plan with a history of steps as it is, and says so', () => {
    const trial = tried(literalData([history]), sheetOf([HEAD, ['Het Veer', 'A', 'home', 9, null, null]]))
    expect(trial.row(2)).toMatchObject({ kind: 'same', after: null })
    expect(trial.row(2).problems[0]?.message).toContain('het bestand zegt 9, het plan 6')
  })

  it('lets nobody past a start gate', () => {
    const sheet = sheetOf([
      ['Project', 'Gemeente', 'Type', 'Fase'],
      ['Ver', 'A', 'home', 'in gebruik'],
    ])
    const { after, problems } = tried(literalData(), sheet).row(2)
    expect(after).toMatchObject({ phase: 'agreements' })
    expect(problems[0]).toMatchObject({ level: 'warning', column: 'D' })
  })

  it('reads merged and hidden rows, and says so', () => {
    const rows: Cell[][] = [
      HEAD,
      ['Een', 'A', 'home', 4, '1-7-2027', null],
      ['Twee', null, 'home', 4, '1-7-2027', null],
    ]
    const merged = [{ top: 1, left: 1, bottom: 2, right: 1 }]
    const trial = tried(literalData(), sheetOf(rows, { merged, hiddenRows: new Set([2]) }))
    expect(trial.row(3)).toMatchObject({ kind: 'new', where: 'A' })
    expect(trial.notices.join(' ')).toMatch(/Rij 3 is verborgen.*Ook die is gelezen.*samengevoegd/)
    const without = tried(literalData(), sheetOf(rows, { merged, hiddenRows: new Set([2]) }), {
      hiddenRows: false,
    })
    expect(without.outcomes).toHaveLength(1)
  })

  it('takes one value for all new rows where the sheet says nothing', () => {
    const sheet = sheetOf([
      ['Project', 'Aantal'],
      ['Een', 4],
      ['De Linde', 6],
    ])
    const fixed = { municipality: 'A', type: 'room', homesDate: '2027-07-01', homesStatus: 'available' }
    const trial = tried(literalData([single]), sheet, { subject: 'projects', fixed })
    expect(trial.row(2).after).toMatchObject({ typeId: 'room', homes: [{ places: 4, to: 'available' }] })
    expect(trial.row(3).kind).toBe('same')
  })
})

it('reads dates and Dutch numbers as text, and as the number behind them', () => {
  expect(cellReaders.date(46388)).toMatchObject({ kind: 'value', value: '2027-01-01' })
  expect(cellReaders.count('1.234')).toMatchObject({ kind: 'value', value: 1234 })
  expect(cellReaders.count('1,5').kind).toBe('wrong')
})
