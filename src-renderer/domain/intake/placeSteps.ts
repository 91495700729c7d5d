import { formatDate, formatNumber, plural, statusLabels } from '../labels'
import type { CapacityStep, Id, IsoDate } from '../model/entities'
import type { CapacityStatus } from '../model/values'
import type { ProjectField } from './fields'
import type { RowProblem } from './outcome'
import { trackValues } from './tracks'

/** The part of a problem that isn't known here yet: which column it stands in. */
export interface TrackProblem extends Omit<RowProblem, 'column'> {
  readonly field: ProjectField
}

export interface WantedPlaces {
  readonly places: number | undefined
  readonly date: IsoDate | undefined
  readonly status: CapacityStatus | undefined
  /** For a track that is still empty, when the row doesn't say. */
  readonly fixedDate: IsoDate | undefined
  readonly fixedStatus: CapacityStatus | undefined
}

/** Places without a status count as an idea: nothing is promised that nobody promised. */
const WITHOUT_STATUS: CapacityStatus = 'idea'

/**
 * A track with what a row says about it. An empty track gets one step; one step is changed; where the plan has a history
 * of steps a row can't say which of them it means, so what differs is told and stays as it is.
 */
export function withPlaces(
  steps: readonly CapacityStep[],
  track: 'homes' | 'support',
  wanted: WantedPlaces,
  newId: () => Id,
): { readonly steps: readonly CapacityStep[]; readonly problems: readonly TrackProblem[] } {
  const fields = { places: `${track}Places`, date: `${track}Date`, status: `${track}Status` } as const
  const { places, date, status } = wanted
  if (places === undefined && date === undefined && status === undefined) return { steps, problems: [] }
  const now = trackValues(steps)
  const [only] = steps
  if (only === undefined) return firstStep(track, fields, wanted, newId)
  if (now.plain) {
    if (places === 0)
      return {
        steps,
        problems: [
          warning(
            fields.places,
            `het bestand zegt 0, het plan ${plural(only.places, 'plek', 'plekken')}. Palet haalt bij inlezen geen plekken weg; doe dat in het project.`,
          ),
        ],
      }
    const next = { ...only, places: places ?? only.places, date: date ?? only.date, to: status ?? only.to }
    const same = next.places === only.places && next.date === only.date && next.to === only.to
    return { steps: same ? steps : [next], problems: [] }
  }
  const told: TrackProblem[] = []
  const differs = (field: ProjectField, file: string, plan: string): void => {
    told.push(
      warning(
        field,
        `het bestand zegt ${file}, het plan ${plan}. Dit project verandert in stappen; pas het daar aan. Deze cel is niet overgenomen.`,
      ),
    )
  }
  if (places !== undefined && places !== now.places)
    differs(fields.places, formatNumber(places), formatNumber(now.places ?? 0))
  if (date !== undefined && date !== now.date)
    differs(fields.date, formatDate(date), now.date === null ? 'geen datum' : formatDate(now.date))
  if (status !== undefined && status !== now.status)
    differs(
      fields.status,
      `"${statusLabels[status]}"`,
      now.status === null ? 'meer dan een status' : `"${statusLabels[now.status]}"`,
    )
  return { steps, problems: told }
}

function firstStep(
  track: 'homes' | 'support',
  fields: Readonly<Record<'places' | 'date' | 'status', ProjectField>>,
  { places, date, status, fixedDate, fixedStatus }: WantedPlaces,
  newId: () => Id,
): ReturnType<typeof withPlaces> {
  if (places === undefined || places === 0) return { steps: [], problems: [] }
  const on = date ?? fixedDate
  if (on === undefined)
    return {
      steps: [],
      problems: [
        {
          level: 'error',
          field: fields.places,
          message: `bij ${plural(places, 'plek', 'plekken')} hoort een datum. Vul die in, of kies bij stap 3 een datum voor alle nieuwe ${track === 'homes' ? 'projecten' : 'begeleiding'}.`,
        },
      ],
    }
  const to = status ?? fixedStatus ?? WITHOUT_STATUS
  return { steps: [{ id: newId(), date: on, from: null, to, places, note: '' }], problems: [] }
}

const warning = (field: ProjectField, message: string): TrackProblem => ({ level: 'warning', field, message })
