import { trackValues } from '@/domain/intake/tracks'
import {
  capitalise,
  confidenceLabels,
  formatDate,
  phaseLabels,
  ratingLabels,
  statusLabels,
} from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { ExportCell, ExportColumn, ExportTable } from '@/exchange'
import type { ProjectRow } from './projectRow'

const text = (key: string, label: string): ExportColumn => ({ key, label, kind: 'text' })
const number = (key: string, label: string): ExportColumn => ({ key, label, kind: 'number' })
const date = (key: string, label: string): ExportColumn => ({ key, label, kind: 'date' })

/**
 * The projects as a table for a spreadsheet: what is on the screen, and what reading it in again needs. An untouched
 * table that is read in changes nothing.
 */
export function projectTable(data: ProgrammeData, rows: readonly ProjectRow[], on: IsoDate): ExportTable {
  const columns: { column: ExportColumn; cell: (row: ProjectRow) => ExportCell }[] = [
    { column: text('name', 'Naam'), cell: (r) => r.name },
    { column: text('municipality', 'Gemeente'), cell: (r) => r.municipality },
    { column: text('type', 'Type'), cell: (r) => r.typeName },
    { column: text('association', 'Corporatie'), cell: (r) => r.association },
    {
      column: text('supportProvider', 'Begeleider'),
      cell: ({ project }) => partner(data, project.supportProviderId),
    },
    { column: text('phase', 'Fase'), cell: ({ project }) => phaseLabels[project.phase] },
    { column: text('confidence', 'Zekerheid'), cell: ({ project }) => confidenceLabels[project.confidence] },
    { column: number('available', `In gebruik op ${formatDate(on)}`), cell: (r) => r.available },
    { column: number('total', 'Plekken totaal'), cell: (r) => r.total },
    { column: date('delivery', 'Oplevering of sluiting'), cell: (r) => r.delivery },
    ...(['homes', 'support'] as const).flatMap((track) => {
      const values = (row: ProjectRow) => trackValues(row.project[track])
      const of = track === 'homes' ? 'woningen' : 'begeleiding'
      return [
        {
          column: number(`${track}Places`, `Plekken ${of}`),
          cell: (row: ProjectRow) => values(row).places,
        },
        {
          column: date(`${track}Date`, `${capitalise(of)} per`),
          cell: (row: ProjectRow) => values(row).date,
        },
        {
          column: text(`${track}Status`, `Status ${of}`),
          cell: (row: ProjectRow) => {
            const { status } = values(row)
            return status === null ? null : statusLabels[status]
          },
        },
      ]
    }),
    { column: text('rating', 'Stoplicht'), cell: ({ project }) => ratingLabels[project.rating.colour] },
    { column: text('owner', 'Eigenaar'), cell: ({ project }) => project.owner },
    { column: text('nextStep', 'Volgende stap'), cell: ({ project }) => project.nextStep },
    {
      column: text('neighbourhoodContact', 'Aanspreekpunt buurt'),
      cell: ({ project }) => project.neighbourhoodContact,
    },
    { column: text('note', 'Notitie'), cell: ({ project }) => project.note },
    { column: text('code', 'Code van Palet'), cell: (r) => r.id },
  ]
  return {
    columns: columns.map(({ column }) => column),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  }
}

const partner = (data: ProgrammeData, id: string | null): string | null =>
  id === null ? null : (data.partners.get(id)?.name ?? null)

/** What the timeline draws, as rows: every phase with its dates and every step of the places. */
export function timelineTable(rows: readonly ProjectRow[]): ExportTable {
  const lines = rows.flatMap((row): ExportCell[][] => {
    const { project } = row
    const head = [row.name, row.municipality, row.association]
    return [
      ...project.phases
        .filter((p) => p.planned !== null || p.actual !== null)
        .map((p) => [...head, 'fase', phaseLabels[p.phase], p.planned, p.actual, null, null, null]),
      ...(['homes', 'support'] as const).flatMap((track) =>
        project[track].map((step) => [
          ...head,
          track === 'homes' ? 'plekken woningen' : 'plekken begeleiding',
          null,
          step.date,
          null,
          step.places,
          step.from === null ? 'nieuw' : statusLabels[step.from],
          statusLabels[step.to],
        ]),
      ),
    ]
  })
  return {
    columns: [
      text('name', 'Project'),
      text('municipality', 'Gemeente'),
      text('association', 'Corporatie'),
      text('kind', 'Soort'),
      text('phase', 'Fase'),
      date('planned', 'Gepland'),
      date('actual', 'Werkelijk'),
      number('places', 'Plekken'),
      text('from', 'Van status'),
      text('to', 'Naar status'),
    ],
    rows: lines,
  }
}
