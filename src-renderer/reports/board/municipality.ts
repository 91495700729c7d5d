import type { Content, TableCell } from 'pdfmake/interfaces'
import { renderSvg } from '../../charts/renderSvg'
import { chartThemes } from '../../charts/theme'
import { transitionOption } from '../../charts/transitionChart'
import { balanceSeries, type BalanceRow, familyOf, projectPlaces } from '../../domain/capacity'
import {
  byNumber,
  capitalise,
  formatDate,
  formatNumber,
  formatShortDate,
  NO_ASSOCIATION,
  phaseLabels,
  plural,
  statusLabels,
} from '../../domain/labels'
import type { Municipality, Project } from '../../domain/model/entities'
import { CAPACITY_STATUSES } from '../../domain/model/values'
import { drawing } from '../parts/drawing'
import { ratingMark } from '../parts/rating'
import { contentWidth, ink } from '../parts/style'
import { headCell, plainTable } from '../parts/table'
import { figures, heading, mayOutgrowPage } from '../parts/text'
import type { BoardModel } from './model'

/** A page each for more municipalities makes a book that nobody opens. */
const MOST_PAGES = 60
const CHAPTER = 'gemeenten'

export function municipalityChapter(model: BoardModel): Content[] {
  const { municipalities, balance } = model
  if (municipalities.length === 0) return []
  if (municipalities.length > MOST_PAGES)
    return [
      heading('Per gemeente', { pageBreak: true }),
      {
        text:
          `Dit rapport gaat over ${formatNumber(municipalities.length)} gemeenten. Een bladzijde per gemeente staat er alleen ` +
          `in bij hoogstens ${String(MOST_PAGES)} gemeenten. Kies bij het maken van het rapport minder gemeenten om ze te zien.`,
        style: 'body',
      },
    ]
  const rows = new Map(balance.rows.map((row) => [row.id, row]))
  const later = new Map(model.horizon.rows.map((row) => [row.id, row]))
  return municipalities.flatMap((municipality, index) =>
    municipalityPage(model, municipality, rows.get(municipality.id), later.get(municipality.id), index),
  )
}

/** As large as the list of projects leaves room for on the page. */
function chartHeight(projects: number): number {
  if (projects <= 6) return 200
  return projects <= 8 ? 160 : 112
}

function municipalityPage(
  model: BoardModel,
  municipality: Municipality,
  row: BalanceRow | undefined,
  later: BalanceRow | undefined,
  index: number,
): Content[] {
  const points = balanceSeries(model.data, { municipalityIds: new Set([municipality.id]) })
  const projects = model.projects.get(municipality.id) ?? []
  const svg = renderSvg(
    transitionOption(points, chartThemes.print, model.report.referenceDate),
    contentWidth,
    chartHeight(projects.length),
  )
  return [
    {
      text: 'Per gemeente',
      style: 'label',
      pageBreak: 'before',
      // The bookmark of the chapter stands on its first page; the municipalities hang below it.
      ...(index === 0 ? { outline: true, id: CHAPTER, outlineExpanded: false } : {}),
    },
    heading(municipality.name, { parentId: CHAPTER }),
    ...(row === undefined ? [] : [figureRow(row)]),
    { text: outlookWords(model, later), style: 'body', margin: [0, 8, 0, 8] },
    drawing(svg, contentWidth),
    { text: 'Projecten', style: 'h2' },
    projects.length === 0
      ? { text: 'In deze gemeente zijn nog geen projecten vastgelegd.', style: 'note' }
      : projectTable(model, projects),
  ]
}

function figureRow(row: BalanceRow): Content {
  const figure = (value: number | null, words: string): TableCell => ({
    stack: [
      { ...figures(value === null ? '–' : formatNumber(value)), style: 'figure' },
      { text: words, style: 'note' },
    ],
  })
  return {
    table: {
      widths: ['*', '*', '*', '*', '*', '*'],
      body: [
        [
          figure(row.shelterOpen, 'opvangplekken open'),
          figure(row.realised, 'gerealiseerd'),
          figure(row.committed, 'toegezegd'),
          figure(row.planned, 'gepland'),
          figure(row.ambition, 'ambitie'),
          figure(row.gap, 'nog te vinden'),
        ],
      ],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (column) => (column === 0 || column === 6 ? 0 : 0.6),
      vLineColor: () => ink.line,
      paddingLeft: (column) => (column === 0 ? 0 : 8),
      paddingRight: () => 4,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
  }
}

function outlookWords(model: BoardModel, later: BalanceRow | undefined): string {
  const date = formatDate(model.report.referenceDate)
  if (later?.ambition === null || later === undefined || later.ambition === 0)
    return `Plekken op ${date}. Voor deze gemeente is nog geen ambitie vastgelegd.`
  const missing = later.gap ?? 0
  return (
    `Plekken op ${date}. Op ${formatDate(model.horizon.date)} is de ambitie ${plural(later.ambition, 'plek', 'plekken')}. ` +
    (missing > 0
      ? `Daarvan ${byNumber(missing, 'is', 'zijn')} er dan ${formatNumber(missing)} nog niet toegezegd` +
        (later.planned > 0 ? `, met ${plural(later.planned, 'plek', 'plekken')} wel al in de planning.` : '.')
      : 'Met wat is toegezegd, wordt die gehaald.')
  )
}

function projectTable(model: BoardModel, projects: readonly Project[]): Content {
  const { data } = model
  const ordered = [
    ...projects.filter((p) => familyOf(data, p) !== 'shelter'),
    ...projects.filter((p) => familyOf(data, p) === 'shelter'),
  ]
  return plainTable({
    padding: projects.length > 8 ? 2.2 : 3.2,
    widths: [108, 54, 70, 42, '*'],
    head: [
      headCell('Project'),
      headCell('Fase'),
      headCell('Plekken'),
      headCell('Stoplicht'),
      headCell('Volgende stap en besluit'),
    ],
    rows: ordered.map((project) => projectRow(model, project)),
    breakRows: mayOutgrowPage(ordered.flatMap((p) => [p.name, p.nextStep, p.closingDecision?.text ?? ''])),
  })
}

function projectRow({ data, report }: BoardModel, project: Project): TableCell[] {
  const association =
    project.associationId === null
      ? NO_ASSOCIATION
      : (data.partners.get(project.associationId)?.name ?? NO_ASSOCIATION)
  const type = data.arrangementTypes.get(project.typeId)?.name ?? ''
  const shelter = familyOf(data, project) === 'shelter'
  const counts = projectPlaces(data, project, report.referenceDate)
  const places = CAPACITY_STATUSES.filter((status) => counts[status] > 0 && status !== 'ended')
    .reverse()
    .map((status) => `${formatNumber(counts[status])} ${statusLabels[status]}`)
  const next = project.nextStep.trim()
  const closing = project.closingDecision
  return [
    {
      stack: [
        { text: project.name, style: 'total' },
        { text: shelter ? type : `${type}, ${association}`, style: 'note' },
      ],
    },
    { text: capitalise(phaseLabels[project.phase]), style: 'cell' },
    { ...figures(places.length === 0 ? 'geen' : places.join('\n')), style: 'cell' },
    { stack: [ratingMark(project.rating.colour, { style: 'cell', size: 7 })] },
    {
      stack: [
        ...(next === '' ? [] : [{ text: next, style: 'cell' }]),
        ...(closing === null
          ? []
          : [
              {
                text: [{ text: `${formatShortDate(closing.date)} `, bold: true }, closing.text],
                style: 'cell',
              },
            ]),
        ...(next === '' && closing === null ? [{ text: 'Nog niet beschreven', style: 'note' }] : []),
      ],
    },
  ]
}
