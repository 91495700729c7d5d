import { stepAreaPath } from '@/charts/stepArea'
import { formatDate, formatNumber, phaseLabels } from '@/domain/labels'
import type { IsoDate, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { Phase } from '@/domain/model/values'
import { hasSupportTrack } from '@/domain/capacity/places'
import { openPhases } from '@/domain/planning/shift'
import type { PhaseBar } from '@/domain/timeline/phaseBars'
import type { MarkKind, PlacesMark } from '@/domain/timeline/placesMarks'
import { levelTotal, type TrackLevel, trackLevels } from '@/domain/timeline/trackLevels'
import type { ProjectRow } from '../rows/projectRow'
import { handleKey, type PlacedHandle } from './handles'
import { markSentence, rowSentence, timelineBars } from './timelineRows'
import type { TimeScale } from './timeScale'

interface Drawn {
  readonly key: string
  readonly label: string
  readonly title: string
  readonly style: Readonly<Record<string, string>>
}

export interface DrawnBar extends Drawn {
  readonly phase: Phase
}

export interface DrawnMark extends Drawn {
  readonly kind: MarkKind
}

/** Areas of the two tracks, each status one path: homes in the upper band, support in the lower one. */
export interface DrawnTracks {
  readonly available: string
  readonly committed: string
  readonly planned: string
}

/** One project in pixels and words, ready to be put on the screen. */
export interface DrawnProject {
  readonly planned: readonly DrawnBar[]
  readonly actual: readonly DrawnBar[]
  readonly marks: readonly DrawnMark[]
  readonly tracks: DrawnTracks
  /** Places per track at the end: `woningen 12, begeleiding 8`. */
  readonly trackWords: string
  readonly handles: readonly PlacedHandle[]
  readonly sentence: string
}

/** A word in a narrower bar than this would only be a stump. */
const LEAST_LABEL_WIDTH = 44
/** Bands of the tracks in a row: top edge and height. */
export const HOMES_TOP = 29
export const SUPPORT_TOP = 39
const BAND = 8

/** Half of a mark: a word in a bar begins past a mark that stands on its beginning. */
const HALF_MARK = 17

function drawBar(
  bar: PhaseBar,
  kind: 'gepland' | 'werkelijk',
  scale: TimeScale,
  marks: readonly PlacesMark[] = [],
): DrawnBar {
  const left = scale.x(bar.from)
  const width = scale.x(bar.to) - left
  const over = marks.map(({ date }) => scale.x(date) - left).filter((x) => Math.abs(x) < HALF_MARK)
  const room = over.length === 0 ? 4 : Math.max(...over) + HALF_MARK
  const label = phaseLabels[bar.phase]
  return {
    key: handleKey({ kind: 'phase', phase: bar.phase }),
    phase: bar.phase,
    label: width - room >= LEAST_LABEL_WIDTH - 4 ? label : '',
    title: `${label}, ${kind}: ${formatDate(bar.from)} tot ${formatDate(bar.to)}`,
    style: {
      left: `${String(left)}px`,
      width: `${String(Math.max(0, width))}px`,
      // A bar that is too narrow for padding would grow by it.
      ...(room > 4 && width > room ? { paddingLeft: `${String(room)}px` } : {}),
    },
  }
}

function drawMark(mark: PlacesMark, scale: TimeScale): DrawnMark {
  return {
    key: handleKey({ kind: 'places', date: mark.date }),
    kind: mark.kind,
    label: `${mark.kind === 'closing' ? '−' : '+'}${formatNumber(mark.places)}`,
    title: `${markSentence(mark)}; dan in gebruik: ${formatNumber(mark.available)}`,
    style: { left: `${String(scale.x(mark.date))}px` },
  }
}

type Pile = 'available' | 'committed' | 'planned'

/** One status of one track: lies on what is surer than it. */
function pilePath(
  levels: readonly TrackLevel[],
  pile: Pile,
  scale: TimeScale,
  bottom: number,
  most: number,
): string {
  const height = (places: number): number => (places / most) * BAND
  return levels
    .filter((level) => level[pile] > 0)
    .map((level) => {
      const under =
        pile === 'available' ? 0 : pile === 'committed' ? level.available : level.available + level.committed
      const step = {
        x: scale.x(level.from),
        low: bottom - height(under),
        high: bottom - height(under + level[pile]),
      }
      return stepAreaPath([step], scale.x(level.to))
    })
    .join('')
}

function drawTracks(
  homes: readonly TrackLevel[],
  support: readonly TrackLevel[],
  scale: TimeScale,
): DrawnTracks {
  const most = Math.max(1, ...homes.map(levelTotal), ...support.map(levelTotal))
  const path = (pile: Pile): string =>
    pilePath(homes, pile, scale, HOMES_TOP + BAND, most) +
    pilePath(support, pile, scale, SUPPORT_TOP + BAND, most)
  return { available: path('available'), committed: path('committed'), planned: path('planned') }
}

/** Everything in the row that can be moved, by date. The end of the chain counts too, though it has no bar. */
function handlesOf(project: Project, marks: readonly PlacesMark[], first: IsoDate | null): PlacedHandle[] {
  const phases = project.phases.flatMap(({ phase, planned }): PlacedHandle[] => {
    if (planned === null || phase === 'ended') return []
    const handle = { kind: 'phase', phase } as const
    return [
      {
        key: handleKey(handle),
        handle,
        date: planned,
        sentence: `Fase ${phaseLabels[phase]}, gepland vanaf ${formatDate(planned)}`,
      },
    ]
  })
  const dates = [...new Set(marks.map((mark) => mark.date))]
  const places = dates.map((date): PlacedHandle => {
    const handle = { kind: 'places', date } as const
    const words = marks.filter((mark) => mark.date === date).map(markSentence)
    return { key: handleKey(handle), handle, date, sentence: words.join(', ') }
  })
  const all = [...phases, ...places].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  if (first === null) return all
  const whole: PlacedHandle = {
    key: 'project',
    handle: { kind: 'project' },
    date: first,
    sentence: `Hele project: alle geplande datums, de eerste op ${formatDate(first)}`,
  }
  return [whole, ...all]
}

/** First date that a shift of the whole project moves: a phase that hasn't begun, or a step that is still to come. */
export function firstMovable(project: Project, today: IsoDate): IsoDate | null {
  const dates = [
    ...openPhases(project).map(({ planned }) => planned),
    ...[...project.homes, ...project.support].flatMap(({ date }) => (date > today ? [date] : [])),
  ].sort()
  return dates[0] ?? null
}

export function drawProject(
  data: ProgrammeData,
  row: ProjectRow,
  project: Project,
  scale: TimeScale,
  today: IsoDate,
  horizon: IsoDate,
): DrawnProject {
  const bars = timelineBars(data, project, today, horizon)
  const homes = trackLevels(project.homes, scale.from, scale.to)
  const supported = hasSupportTrack(data, project)
  const support = supported ? trackLevels(project.support, scale.from, scale.to) : []
  const last = (levels: readonly TrackLevel[]): string => {
    const level = levels.at(-1)
    return formatNumber(level === undefined ? 0 : levelTotal(level))
  }
  return {
    planned: bars.planned.map((bar) => drawBar(bar, 'gepland', scale, bars.marks)),
    actual: bars.actual.map((bar) => drawBar(bar, 'werkelijk', scale)),
    marks: bars.marks.filter((mark) => scale.shows(mark.date)).map((mark) => drawMark(mark, scale)),
    tracks: drawTracks(homes, support, scale),
    trackWords: supported
      ? `woningen ${last(homes)} · begeleiding ${last(support)}`
      : `plekken ${last(homes)}`,
    handles: handlesOf(project, bars.marks, firstMovable(project, today)),
    sentence: rowSentence(row, bars.marks),
  }
}
