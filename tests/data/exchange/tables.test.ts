import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExportTable, toClipboard, toCsv } from '@/exchange'

const table: ExportTable = {
  columns: [
    { key: 'name', label: 'Gemeente', kind: 'text' },
    { key: 'places', label: 'Plekken', kind: 'number' },
    { key: 'date', label: 'Datum', kind: 'date' },
  ],
  rows: [
    ['Oude IJsselstreek', 1234.5, '2026-04-14'],
    ['Sité; "De Woonplaats"', -3, null],
    ['=HYPERLINK("x")', 0, '2026-12-01'],
  ],
}

describe('CSV', () => {
  it('is what a Dutch spreadsheet opens', () => {
    expect(toCsv(table)).toBe(
      [
        '\uFEFFGemeente;Plekken;Datum',
        'Oude IJsselstreek;1234,5;14-04-2026',
        '"Sité; ""De Woonplaats""";-3;',
        '"\'=HYPERLINK(""x"")";0;01-12-2026',
        '',
      ].join('\r\n'),
    )
  })

  it.each(['=1+1', '+31 6', '-2', '@SUM', '\tx', '\rx', '\nx'])(
    'makes a text of %j, never a formula',
    (text) => {
      const cell: ExportTable = { columns: [{ key: 'a', label: 'A', kind: 'text' }], rows: [[text]] }
      const line = toCsv(cell).slice('\uFEFFA\r\n'.length)
      expect(line.replace(/^"/, '').startsWith(`'${text.charAt(0)}`)).toBe(true)
    },
  )

  it('writes small, large and odd numbers without exponent', () => {
    const numbers = [0.1, -0, 1e21, 1e-7, NaN, Infinity, 5e-324]
    const cells: ExportTable = {
      columns: [{ key: 'a', label: 'A', kind: 'number' }],
      rows: numbers.map((n) => [n]),
    }
    expect(toCsv(cells).split('\r\n').slice(1)).toEqual([
      '0,1',
      '0',
      '1000000000000000000000',
      '0,0000001000',
      '',
      '',
      '0,0000000000',
      '',
    ])
  })

  it('gives every text back to a reader of CSV, guarded or as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), { minLength: 1 }),
        (rows) => {
          const columns = ['a', 'b'].map((key) => ({ key, label: key, kind: 'text' as const }))
          const back = readCsv(toCsv({ columns, rows })).slice(1)
          const guarded = (text: string) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)
          expect(back).toEqual(rows.map((cells) => cells.map(guarded)))
        },
      ),
    )
  })
})

/** A plain reader of the dialect, written apart from the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 1; i < text.length; i++) {
    const c = text.charAt(i)
    if (quoted) {
      if (c !== '"') cell += c
      else if (text.charAt(i + 1) === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (c === '"' && cell === '') quoted = true
    else if (c === ';') {
      cells.push(cell)
      cell = ''
    } else if (c === '\r' && text.charAt(i + 1) === '\n') {
      rows.push([...cells, cell])
      cells = []
      cell = ''
      i++
    } else cell += c
  }
  return rows
}

describe('clipboard', () => {
  it('has tab-separated text and an HTML table', () => {
    const { text, html } = toClipboard(table)
    expect(text.split('\n')[1]).toBe('Oude IJsselstreek\t1234,5\t14-04-2026')
    expect(html).toContain('<th>Gemeente</th>')
    expect(html).toContain('<td>Sité; &quot;De Woonplaats&quot;</td><td>-3</td><td></td>')
  })

  it('keeps markup from names as text and cells in their place', () => {
    const { text, html } = toClipboard({
      columns: [{ key: 'a', label: 'A', kind: 'text' }],
      rows: [['<img src=x onerror=alert(1)>'], ['twee\nregels\ten een tab']],
    })
    expect(html).not.toContain('<img')
    expect(text.split('\n')).toEqual(['A', '<img src=x onerror=alert(1)>', 'twee regels en een tab'])
  })
})
