import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '@/exchange/workbook'
import { archiveOf, type Part } from '../../fixtures/archive'
import { asXlsx, opened, utf8 } from './support'

async function refusal(bytes: Uint8Array): Promise<string> {
  const book = await readWorkbook(bytes)
  if (book.ok) throw new Error('the file was accepted')
  expect(book.error.message).toMatch(/\.$/)
  return book.error.code
}

const sheet = (rows: string): Part => ({
  name: 'xl/worksheets/sheet1.xml',
  data: utf8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
})

/** The other parts that a workbook needs, with one sheet of these rows. */
const workbook = (rows: string, extra: readonly Part[] = []): Uint8Array =>
  archiveOf([
    { name: '[Content_Types].xml', data: utf8('<Types/>') },
    {
      name: '_rels/.rels',
      data: utf8(
        '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ),
    },
    {
      name: 'xl/workbook.xml',
      data: utf8('<workbook><sheets><sheet name="Blad" sheetId="1" r:id="r1"/></sheets></workbook>'),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: utf8(
        '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
    },
    sheet(rows),
    ...extra,
  ])

describe('before the library sees a byte', () => {
  it('reads a plain workbook made by hand', async () => {
    const book = await opened(workbook('<row r="2"><c r="B2"><v>7</v></c></row>'))
    expect(book.sheets[0]?.rows[1]?.[1]).toBe(7)
  })

  it('refuses a bomb by what it says it holds', async () => {
    const zeros = new Uint8Array(8 * 1024 * 1024)
    expect(await refusal(workbook('', [{ name: 'xl/media/x.bin', data: zeros }]))).toBe('too-large')
    const lie = { name: 'x', data: zeros.subarray(0, 1_000), declared: 0xffff_0000 }
    expect(await refusal(workbook('', [lie]))).toBe('too-large')
    const many = Array.from({ length: 60 }, (_, i) => ({
      name: `x${String(i)}`,
      data: utf8('a'),
      declared: 4 * 1024 * 1024,
    }))
    expect(await refusal(workbook('', many))).toBe('too-large')
  })

  it('refuses a bomb that says it is small, at the moment it grows', async () => {
    const packed = deflateRawSync(new Uint8Array(64 * 1024 * 1024))
    const before = process.memoryUsage().arrayBuffers
    expect(
      await refusal(
        archiveOf([
          { name: 'xl/workbook.xml', data: utf8('<workbook/>') },
          { name: 'xl/worksheets/sheet1.xml', data: utf8('x'), declared: 100_000, packed },
        ]),
      ),
    ).toBe('damaged')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024)
  })

  it('refuses too many parts, one name twice, and parts outside the file', async () => {
    const parts = Array.from({ length: 2_001 }, (_, i) => ({ name: `d/${String(i)}`, data: utf8('a') }))
    expect(await refusal(archiveOf(parts))).toBe('too-large')
    expect(await refusal(workbook('', [sheet('')]))).toBe('damaged')
    const cut = workbook('<row/>')
    expect(await refusal(cut.subarray(0, cut.length - 40))).toBe('damaged')
    expect(await refusal(archiveOf([{ name: 'x', data: utf8('a') }], 9))).toBe('damaged')
  })

  it.each([
    ['a cell in the last corner', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
    ['a cell without its name, far down', '<row r="900000"><c><v>1</v></c></row>'],
    ['a wide sheet', '<row r="1"><c r="XFD1"><v>1</v></c></row>'],
    ['a large rectangle', '<row r="100000"><c r="CZ100000"><v>1</v></c></row>'],
    ['a name behind a sign that would end the tag', '<row r="1"><c x=">" r="XFD1048576"><v>1</v></c></row>'],
    ['a name with a prefix', '<x:row r="1"><x:c r="A1048576"><x:v>1</x:v></x:c></x:row>'],
  ])('refuses a sheet of millions of cells: %s', async (_case, rows) => {
    expect(await refusal(workbook(rows))).toBe('too-many-cells')
  })

  it('refuses a tag so long that its cell is out of sight', async () => {
    const padded = `<row r="1"><c x="${'a'.repeat(5_000)}" r="XFD1048576"><v>1</v></c></row>`
    expect(await refusal(workbook(padded))).toBe('damaged')
  })

  it('does not mind an empty last row, as LibreOffice writes it', async () => {
    const book = await opened(workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" ht="12.8"/>'))
    expect(book.sheets[0]?.rows).toEqual([[1]])
  })

  it('ignores external links', async () => {
    const links = {
      name: 'xl/externalLinks/externalLink1.xml',
      data: utf8('<externalLink><externalBook r:id="rId1"/></externalLink>'),
    }
    const book = await opened(workbook('<row r="1"><c r="A1"><f>[1]Blad!A1</f><v>3</v></c></row>', [links]))
    expect(book.sheets[0]?.rows[0]?.[0]).toBe(3)
    expect([...(book.sheets[0]?.formulas ?? [])]).toEqual([0])
  })

  it('refuses an open document of a million filled rows, and one with entities', async () => {
    const ods = (body: string): Uint8Array =>
      archiveOf([
        { name: 'mimetype', data: utf8('application/vnd.oasis.opendocument.spreadsheet') },
        { name: 'content.xml', data: utf8(body) },
      ])
    const table = (rows: string): string =>
      `<office:spreadsheet><table:table table:name="Blad">${rows}</table:table></office:spreadsheet>`
    const cell = '<table:table-cell office:value-type="float" office:value="1"/>'
    const row = `<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`
    expect(await refusal(ods(table(row)))).toBe('too-many-cells')
    const wide = `<table:table-row>${cell.replace('/>', ' table:number-columns-repeated="16384"/>')}</table:table-row>`
    expect(await refusal(ods(table(wide)))).toBe('too-many-cells')
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${table(row)}`
    expect(await refusal(ods(bomb))).toBe('damaged')
    const header = `<table:table-header-rows><table:table-row>${cell}</table:table-row></table:table-header-rows>`
    const book = await opened(ods(table(`${header}<table:table-row table:number-rows-repeated="1048575"/>`)))
    expect(book.sheets[0]?.rows).toEqual([[1]])
  })

  it('says what to do with a password and with a binary workbook', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: 'Blad', rows: [[1]] }],
      encryption: { password: 'geheim', spinCount: 1_000 },
    })
    expect(await refusal(locked)).toBe('old-excel')
    expect(await refusal(archiveOf([{ name: 'xl/workbook.bin', data: utf8('a') }]))).toBe('unreadable')
    expect(await refusal(archiveOf([{ name: 'word/document.xml', data: utf8('a') }]))).toBe('unreadable')
  })

  it('keeps to a sheet that is merely large', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => [i, `rij ${String(i)}`])
    const book = await opened(await asXlsx({ Blad: rows }))
    expect(book.sheets[0]?.rows).toHaveLength(3_000)
  })
})
