import { saveProject } from '@/domain/commands'
import { applyPatches } from '@/domain/history/patch'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { ReviewRound, takeInAnswer } from '@/domain/review'
import { after, base, project, step } from '../commands/support'
import { reviewContext } from './support'

/** A small plan of two associations, to ask about. */

export const ASK = { owner: 'regisseur', due: '2026-12-15' }
export const SITE = 'partner-site'
export const WONION = 'partner-wonion'

export const plan = after(
  base,
  saveProject(
    project({
      id: 'p-hf',
      name: 'Housing First Wijnbergen',
      homes: [step('2026-03-01', null, 'available', 6), step('2027-03-01', null, 'committed', 4)],
      support: [step('2026-03-01', null, 'available', 6), step('2027-03-01', null, 'committed', 4)],
    }),
  ),
  saveProject(
    project({
      id: 'p-kamers',
      name: 'Kamers Stationskwartier',
      homes: [step('2026-06-01', null, 'preparing', 8)],
      support: [],
    }),
  ),
  saveProject(
    project({
      id: 'p-wonion',
      name: 'Omklapwoningen Ulft',
      associationId: WONION,
      municipalityId: 'GM1509',
      homes: [step('2026-06-01', null, 'explored', 5)],
    }),
  ),
  saveProject(project({ id: 'p-los', name: 'Zonder corporatie', associationId: null })),
)

/** Row ids follow the order of the table: find them by project. */
export function rowIdOf(round: ReviewRound, projectId: string): string {
  const row = round.rows.find((r) => r.projectId === projectId)
  if (row === undefined) throw new Error(`no row of ${projectId}`)
  return row.id
}

export function applied(data: ProgrammeData, command: ReturnType<typeof takeInAnswer>, today = '2026-11-20') {
  const result = command(data, reviewContext(today))
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return { data: applyPatches(data, result.value.patches), summary: result.value.summary }
}
