import type { Content, Size } from 'pdfmake/interfaces'
import { formatShortDate, phaseLabels, plural } from '../../domain/labels'
import { heading } from '../parts/text'
import { headCell, plainTable } from '../parts/table'
import type { Paper } from './layout'
import type { TimelineModel } from './model'

const WIDTHS: Readonly<Record<Paper, readonly Size[]>> = {
  A3: ['*', 100, '*', 62, 72, 62, 62, 112, '*'],
  A4: ['*', 72, '*', 46, 50, 46, 46, 58, '*'],
}

/** What waits for what, in words, for who can't follow the lines: one row for each dependency. */
export function waitTable({ dependencies }: TimelineModel, paper: Paper): Content[] {
  if (dependencies.length === 0) return []
  const cell = (text: string, bold = false) => ({ text, style: 'cell', bold })
  return [
    heading('Wat op elkaar wacht', { pageBreak: true }),
    plainTable({
      widths: WIDTHS[paper],
      head: [
        headCell('Project'),
        headCell('Fase die wacht'),
        headCell('Wacht op'),
        headCell('Bereikt op'),
        headCell('Tijd ertussen'),
        headCell('Kan vanaf'),
        headCell('Gepland op'),
        headCell('Past het?'),
        headCell('Toelichting'),
      ],
      rows: dependencies.map(({ project, holds, on, lagDays, wait, note }) => [
        cell(project),
        cell(phaseLabels[holds]),
        cell(on),
        cell(wait === null ? 'geen datum' : formatShortDate(wait.reached)),
        cell(lagDays === 0 ? 'geen' : plural(lagDays, 'dag', 'dagen')),
        cell(wait === null ? '–' : formatShortDate(wait.earliest)),
        cell(wait === null ? '–' : formatShortDate(wait.start)),
        wait === null
          ? cell('nog niet te zeggen')
          : wait.conflict
            ? cell('nee, begint te vroeg', true)
            : cell('ja'),
        cell(note),
      ]),
    }),
  ]
}
