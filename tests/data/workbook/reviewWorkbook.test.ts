import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkAnswer, rowsFor } from '@/domain/review'
import { reviewFileName, writeReviewWorkbook } from '@/exchange/workbook'
import { columnName } from '@/exchange/workbook/grid'
import { plan, SITE } from '../../domain/review/plan'
import { started } from '../../domain/review/support'
import { answerOf, columnAt, FIRST, HEAD, opened, sheetsOf, table } from './support'

const { data, round } = started(plan)
const rows = rowsFor(round, SITE)
let bytes: Uint8Array
beforeAll(async () => {
  bytes = await writeReviewWorkbook(round, SITE, data)
})

describe('the workbook that an association gets', () => {
  it('has a sheet of explanation, the table, and a hidden sheet of lists', async () => {
    const book = await opened(bytes)
    expect(book.sheets.map((s) => [s.name, s.hidden])).toEqual([
      ['Uitleg', false],
      ['Capaciteit', false],
      ['Lijsten', true],
    ])
    const cover = book.sheets[0]?.rows.flat().filter((c) => typeof c === 'string')
    for (const text of [
      'Sité',
      '1 december 2026',
      '31 december 2026',
      'Kloppen de aantallen op de peildatum?',
    ])
      expect(
        cover?.some((c) => c.includes(text)),
        text,
      ).toBe(true)
  })

  it('holds the rows of this association only, with their codes', async () => {
    const sheet = table(await sheetsOf(bytes))
    expect(sheet[HEAD]?.slice(0, 12)).toEqual([
      'Rij',
      'Project',
      'Gemeente',
      'Arrangementtype',
      'Beschikbaar',
      'In voorbereiding',
      'Toegezegd',
      'Verkend',
      'Idee',
      'Woningen opgeleverd op',
      'Begeleiding vanaf',
      'Contract',
    ])
    expect(sheet.slice(FIRST, FIRST + 2).map((r) => r.slice(0, 5))).toEqual([
      ['R1-001', 'Housing First Wijnbergen', 'Doetinchem', 'Housing First', 6],
      ['R1-002', 'Kamers Stationskwartier', 'Doetinchem', 'Housing First', 0],
    ])
    expect(sheet[FIRST + 2]?.[0]).toBe('kop')
    expect(sheet[FIRST + 3]?.[0]).toBe('nieuw-1')
  })

  it('unlocks the cells to answer and nothing else', async () => {
    const book = await readXlsx(bytes, { readStyles: true })
    const sheet = book.sheets[1]
    if (sheet === undefined) throw new Error('no sheet')
    expect(sheet.protection?.sheet).toBe(true)
    const open: string[] = []
    for (const [at, cell] of sheet.cells ?? [])
      if (cell.style?.protection?.locked === false) {
        const [row = '', column = ''] = at.split(',')
        if (Number(row) < FIRST + rows.length)
          open.push(`${columnName(Number(column))}${String(Number(row) + 1)}`)
      }
    const columns = ['E', 'F', 'G', 'H', 'I', 'J', 'K', 'M', 'N']
    expect(open.sort()).toEqual(columns.flatMap((c) => [`${c}7`, `${c}8`]).sort())
  })

  it('checks what is typed, colours what is changed, adds up, filters, and prints on A4 across', async () => {
    const sheet = (await readXlsx(bytes)).sheets[1]
    if (sheet === undefined) throw new Error('no sheet')
    const of = (type: string) => sheet.dataValidations?.filter((v) => v.type === type).map((v) => v.range)
    expect(of('whole')).toEqual(['E7:E19', 'F7:F19', 'G7:G19', 'H7:H19', 'I7:I19'])
    expect(of('date')).toEqual(['J7:J19', 'K7:K19'])
    expect(of('list')).toEqual(['C10:C19', 'D10:D19', 'M7:M8'])
    expect(sheet.dataValidations?.find((v) => v.range === 'M7:M8')?.values).toEqual([
      'klopt',
      'gewijzigd',
      'vraag',
    ])
    expect(sheet.conditionalRules?.some((r) => r.range === 'E7:E19')).toBe(true)
    expect(sheet.cells?.get('4,4')).toMatchObject({ formula: 'SUBTOTAL(109,E7:E19)', value: 6 })
    expect(sheet.autoFilter?.range).toBe('A6:N8')
    expect(sheet.freezePane).toEqual({ rows: 6, columns: 2 })
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      printTitlesRow: '$6:$6',
    })
    expect(sheet.columns?.[0]?.hidden).toBe(true)
    const large = (await readXlsx(await writeReviewWorkbook(round, SITE, data, { paper: 'a3' }))).sheets[1]
    expect(large?.pageSetup?.paperSize).toBe('a3')
  })

  it('keeps the values asked in hidden columns', async () => {
    const sheet = table(await sheetsOf(bytes))
    expect(sheet[FIRST]?.[columnAt(sheet, 'asked:available')]).toBe(6)
    expect(sheet[FIRST]?.[columnAt(sheet, 'asked:homesOn')]).toEqual(new Date('2027-03-01T00:00:00Z'))
  })

  it('comes back unanswered as nothing said, without any notice', async () => {
    const file = await answerOf(bytes)
    expect(file.stamp).toEqual({
      roundId: round.id,
      roundNumber: 1,
      associationId: SITE,
      programmeName: 'Van opvang naar thuis',
    })
    const checked = checkAnswer(data, file)
    if (!checked.ok) throw new Error(checked.error.message)
    expect(checked.value.rows).toEqual([])
    expect(checked.value.proposed).toEqual([])
    expect(checked.value.notices).toEqual([])
  })

  it('is the same file for the same round, under a name that every computer takes', async () => {
    expect(await writeReviewWorkbook(round, SITE, data)).toEqual(bytes)
    expect(reviewFileName(round, 'Sité & Zn. / IJssel', 'xlsx')).toBe('reviewronde-1-site-zn-ijssel.xlsx')
  })

  it('guards names that look like formulas, and reads them back as they were', async () => {
    const nasty = ['=cmd|calc', '+31', '@SUM(A1)', '-2', '_x0041_']
    const rowsNow = round.rows.map((row, i) => ({ ...row, projectName: nasty[i % nasty.length] ?? '' }))
    const bent = { ...round, rows: rowsNow }
    const file = await answerOf(await writeReviewWorkbook(bent, SITE, data))
    expect(file.rows.map((r) => r.locked?.projectName)).toEqual(['=cmd|calc', '+31'])
    const sheet = table(await sheetsOf(await writeReviewWorkbook(bent, SITE, data)))
    expect(sheet[FIRST]?.[1]).toBe("'=cmd|calc")
  })
})
