import type { Content, TableCell } from 'pdfmake/interfaces'
import {
  addCounts,
  capacityTable,
  type CapacityTableRow,
  type ProjectFilter,
  type StatusCounts,
  zeroCounts,
} from '../../domain/capacity'
import {
  capitalise,
  compareDutch,
  formatDate,
  formatNumber,
  NO_ASSOCIATION,
  statusLabels,
} from '../../domain/labels'
import { CAPACITY_STATUSES, type Family } from '../../domain/model/values'
import { headCell, plainTable } from '../parts/table'
import { heading, numberCell } from '../parts/text'
import { confirmedMark, confirmedSection } from './confirmed'
import type { BoardModel } from './model'

const SHOWN = CAPACITY_STATUSES.filter((status) => status !== 'ended')
/** Above this the table per municipality fills dozens of pages: then per type, for the whole scope. */
const MOST_ROWS = 500
/** A group of at most this many rows stays together on a page. */
const KEEP_TOGETHER = 22

const FAMILIES_OF = {
  arrangements: ['intermediate', 'housing'],
  shelter: ['shelter'],
} as const satisfies Record<string, readonly Family[]>

interface Line {
  readonly municipality: string
  readonly type: string
  readonly association: string
  /** Behind the association: whether it confirmed these places. */
  readonly mark: string
  readonly counts: StatusCounts
  readonly total: number
}

interface Group {
  readonly name: string
  /** Head of the second column. */
  readonly second: string
  readonly lines: readonly Line[]
}

export function capacityChapter(model: BoardModel): Content[] {
  return [
    heading('Capaciteit', { pageBreak: true }),
    {
      text:
        `Plekken op ${formatDate(model.report.referenceDate)} per gemeente, type en corporatie. ` +
        'Elke plek heeft precies één status. Plekken die zijn beëindigd, staan er niet bij.',
      style: 'body',
      margin: [0, 0, 0, 4],
    },
    ...confirmedSection(model),
    ...section(model, 'Arrangementen', FAMILIES_OF.arrangements),
    ...section(model, 'Opvang', FAMILIES_OF.shelter),
  ]
}

function section(model: BoardModel, title: string, families: readonly Family[]): Content[] {
  const filter: ProjectFilter = { ...model.filter, families: new Set(families) }
  const table = capacityTable(model.data, model.report.referenceDate, filter)
  const head: Content = { text: title, style: 'h2' }
  if (table.rows.length === 0)
    return [head, { text: `Er zijn nog geen projecten voor ${title.toLowerCase()}.`, style: 'note' }]
  const large = table.rows.length > MOST_ROWS
  const groups = large
    ? byType(model, table.rows)
    : table.rows.length <= KEEP_TOGETHER
      ? together(model, table.rows)
      : byMunicipality(model, table.rows)
  const [first, ...others] = groups.map(groupTable)
  const total = { counts: table.counts, total: table.total }
  return [
    // The heading stays with its first table.
    {
      stack: [head, ...(first === undefined ? [] : [first])],
      unbreakable: (groups[0]?.lines.length ?? 0) <= KEEP_TOGETHER,
    },
    ...others,
    {
      unbreakable: true,
      margin: [0, 6, 0, 0],
      stack: [
        plainTable({
          widths: WIDTHS,
          head: statusHeads(`Totaal ${title.toLowerCase()}`, ''),
          rows: [[{ text: model.scopeWords, style: 'total', colSpan: 2 }, '', ...countCells(total, 'total')]],
        }),
        ...(large
          ? [
              {
                text: `Deze tabel telt de ${formatNumber(table.rows.length)} combinaties van gemeente, type en corporatie bij elkaar op per type. Kies minder gemeenten voor de uitgebreide tabel.`,
                style: 'note',
              },
            ]
          : []),
      ],
    },
  ]
}

const WIDTHS = ['*', 84, 26, 34, 44, 56, 50, 32]

function statusHeads(first: string, second: string): TableCell[] {
  return [
    { text: first, bold: true, fontSize: 9 },
    headCell(second),
    ...SHOWN.map((status) =>
      headCell(capitalise(statusLabels[status]).replace('In voorbereiding', 'Voorbereiding'), 'right'),
    ),
    headCell('Totaal', 'right'),
  ]
}

function countCells({ counts, total }: Pick<Line, 'counts' | 'total'>, style: string): TableCell[] {
  return [
    ...SHOWN.map((status) => numberCell(counts[status], style)),
    { ...numberCell(total, style), bold: true },
  ]
}

function groupTable({ name, second, lines }: Group, _index: number, all: readonly Group[]): Content {
  const sum = zeroCounts()
  for (const line of lines) addCounts(sum, line.counts)
  const total = lines.reduce((all, line) => all + line.total, 0)
  return {
    unbreakable: lines.length <= KEEP_TOGETHER,
    margin: [0, 0, 0, 9],
    stack: [
      plainTable({
        padding: 1.9,
        widths: WIDTHS,
        head: statusHeads(name, second),
        rows: lines.map((line) => [
          { text: line.type, style: 'cell' },
          { text: line.association + line.mark, style: 'cell' },
          ...countCells(line, 'cell'),
        ]),
        // With one group its sum is the total below.
        ...(lines.length > 1 && all.length > 1
          ? {
              total: [
                { text: `Samen`, style: 'total', colSpan: 2 },
                '',
                ...countCells({ counts: sum, total }, 'total'),
              ],
            }
          : {}),
      }),
    ],
  }
}

function lineOf(model: BoardModel, row: CapacityTableRow): Line {
  const { data } = model
  const { municipalityId, typeId, associationId, counts, total, projectIds } = row
  return {
    municipality: data.municipalities.get(municipalityId)?.name ?? '',
    type: data.arrangementTypes.get(typeId)?.name ?? '',
    association:
      (associationId === null ? undefined : data.partners.get(associationId)?.name) ?? NO_ASSOCIATION,
    mark: confirmedMark(model, projectIds),
    counts,
    total,
  }
}

const inOrder = (a: Line, b: Line): number =>
  compareDutch(a.municipality, b.municipality) ||
  compareDutch(a.type, b.type) ||
  compareDutch(a.association, b.association)

/** A short list is one table: municipality first, then the type. */
function together(model: BoardModel, rows: readonly CapacityTableRow[]): Group[] {
  const lines = rows
    .map((row) => lineOf(model, row))
    .sort(inOrder)
    .map((line) => ({
      ...line,
      type: line.municipality,
      association: line.association === NO_ASSOCIATION ? line.type : `${line.type}, ${line.association}`,
    }))
  return [{ name: 'Gemeente', second: 'Type', lines }]
}

function byMunicipality(model: BoardModel, rows: readonly CapacityTableRow[]): Group[] {
  const groups = new Map<string, Line[]>()
  for (const line of rows.map((row) => lineOf(model, row)).sort(inOrder)) {
    const list = groups.get(line.municipality)
    if (list === undefined) groups.set(line.municipality, [line])
    else list.push(line)
  }
  return [...groups].map(([name, lines]) => ({ name, second: 'Corporatie', lines }))
}

function byType(model: BoardModel, rows: readonly CapacityTableRow[]): Group[] {
  const perType = new Map<string, { counts: ReturnType<typeof zeroCounts>; total: number }>()
  for (const row of rows) {
    const name = lineOf(model, row).type
    const line = perType.get(name) ?? { counts: zeroCounts(), total: 0 }
    addCounts(line.counts, row.counts)
    line.total += row.total
    perType.set(name, line)
  }
  const lines = [...perType]
    .map(([type, line]): Line => ({ municipality: '', type, association: 'alle', mark: '', ...line }))
    .sort((a, b) => compareDutch(a.type, b.type))
  return [{ name: 'Alle gemeenten', second: 'Corporatie', lines }]
}
