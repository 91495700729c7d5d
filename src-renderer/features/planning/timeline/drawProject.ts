import { stepAreaPath } from '@/charts/stepArea'
import { formatDate, formatNumber, phaseLabels } from '@/domain/labels'
import type { IsoDate, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { Phase } from '@/domain/model/values'
import { hasSupportTrack } from '@/domain/capacity/places'
import { openPhases } from '@/domain/planning/shift'
import { oneLine } from '@/reports/parts/text'
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
  /** Planned end of the project: it has no length, so it is a sign and no bar. */
  readonly end: Drawn | null
  /** The decision that closes the gap; others may wait for it. */
  readonly decision: Drawn | null
  readonly tracks: DrawnTracks
  /** Places per track at the end: `woningen 12, begeleiding 8`. */
  readonly trackWords: string
  readonly handles: readonly PlacedHandle[]
  readonly sentence: string
}

/** A word in a narrower bar than this would only be a stump. */
const LEAST_LABEL_WIDTH = 44
/** Size of the words in bars, in pixels. */
const LABEL_SIZE = 12
/** Bands of the tracks in a row: top edge and height. */
export const HOMES_TOP = 29
export const SUPPORT_TOP = 39
const BAND = 8

/** Half of a mark: a word in a bar begins past a mark that stands on its beginning. */
const HALF_MARK = 17
const HALF_DECISION = 9

/** A sign on the axis, and how far it reaches to both sides. */
interface Sign {
  readonly x: number
  readonly half: number
}

function drawBar(
  bar: PhaseBar,
  kind: 'gepland' | 'werkelijk',
  scale: TimeScale,
  signs: readonly Sign[] = [],
): DrawnBar {
  const left = scale.x(bar.from)
  const width = scale.x(bar.to) - left
  const reach = signs.map(({ x, half }) => ({ from: x - half - left, to: x + half - left }))
  const over = reach.filter(({ from, to }) => from <= 4 && to > 0)
  const room = over.length === 0 ? 4 : Math.max(...over.map(({ to }) => to))
  // The word also ends before the next sign.
  const end = Math.min(width, ...reach.flatMap(({ from }) => (from > room ? [from] : [])))
  const label = phaseLabels[bar.phase]
  return {
    key: handleKey({ kind: 'phase', phase: bar.phase }),
    phase: bar.phase,
    // Cut here and not by the style sheet: hundreds of clipped boxes make every frame of scrolling dear.
    label: end - room >= LEAST_LABEL_WIDTH - 4 ? oneLine(label, LABEL_SIZE, end - room - 5) : '',
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
  const label = `${mark.kind === 'closing' ? '−' : '+'}${formatNumber(mark.places)}`
  const width = Math.max(28, 13 + 7 * label.length)
  return {
    key: handleKey({ kind: 'places', date: mark.date }),
    kind: mark.kind,
    label,
    title: `${markSentence(mark)}; dan in gebruik: ${formatNumber(mark.available)}`,
    style: { left: `${String(scale.x(mark.date) - width / 2)}px`, width: `${String(width)}px` },
  }
}

function drawEnd(project: Project, scale: TimeScale): Drawn | null {
  const date = project.phases.find(({ phase }) => phase === 'ended')?.planned ?? null
  if (date === null || !scale.shows(date)) return null
  const label = phaseLabels.ended
  return {
    key: handleKey({ kind: 'phase', phase: 'ended' }),
    label,
    title: `${label}, gepland: ${formatDate(date)}`,
    style: { left: `${String(scale.x(date))}px` },
  }
}

function drawDecision(project: Project, scale: TimeScale): Drawn | null {
  const decision = project.closingDecision
  if (decision === null || !scale.shows(decision.date)) return null
  return {
    key: 'decision',
    label: 'besluit',
    title: `Besluit of afspraak op ${formatDate(decision.date)}: ${decision.text}`,
    style: { left: `${String(scale.x(decision.date))}px` },
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

/** Everything in the row that can be moved, by date: only what is drawn. */
function handlesOf(
  planned: readonly PhaseBar[],
  end: IsoDate | null,
  marks: readonly PlacesMark[],
  first: IsoDate | null,
): PlacedHandle[] {
  const starts = planned.map(({ phase, from }) => ({ phase, from }))
  if (end !== null) starts.push({ phase: 'ended', from: end })
  const phases = starts.map(({ phase, from }): PlacedHandle => {
    const handle = { kind: 'phase', phase } as const
    return {
      key: handleKey(handle),
      handle,
      date: from,
      element: `phase-${phase}`,
      sentence: `Fase ${phaseLabels[phase]}, gepland vanaf ${formatDate(from)}`,
    }
  })
  const dates = [...new Set(marks.map((mark) => mark.date))]
  const places = dates.map((date): PlacedHandle => {
    const handle = { kind: 'places', date } as const
    const here = marks.filter((mark) => mark.date === date)
    return {
      key: handleKey(handle),
      handle,
      date,
      element: `places-${date}-${here[0]?.kind ?? ''}`,
      sentence: here.map(markSentence).join(', '),
    }
  })
  const all = [...phases, ...places].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  if (first === null) return all
  const whole: PlacedHandle = {
    key: 'project',
    handle: { kind: 'project' },
    date: first,
    element: 'project',
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
  const marks = bars.marks.filter((mark) => scale.shows(mark.date))
  const signs = bars.marks.map(({ date }): Sign => ({ x: scale.x(date), half: HALF_MARK }))
  if (project.closingDecision !== null)
    signs.push({ x: scale.x(project.closingDecision.date), half: HALF_DECISION })
  const end = project.phases.find(({ phase }) => phase === 'ended')?.planned ?? null
  const homes = trackLevels(project.homes, scale.from, scale.to)
  const supported = hasSupportTrack(data, project)
  const support = supported ? trackLevels(project.support, scale.from, scale.to) : []
  const last = (levels: readonly TrackLevel[]): string => {
    const level = levels.at(-1)
    return formatNumber(level === undefined ? 0 : levelTotal(level))
  }
  return {
    planned: bars.planned.map((bar) => drawBar(bar, 'gepland', scale, signs)),
    actual: bars.actual.map((bar) => drawBar(bar, 'werkelijk', scale)),
    marks: marks.map((mark) => drawMark(mark, scale)),
    end: drawEnd(project, scale),
    decision: drawDecision(project, scale),
    tracks: drawTracks(homes, support, scale),
    trackWords: supported
      ? `woningen ${last(homes)} · begeleiding ${last(support)}`
      : `plekken ${last(homes)}`,
    handles: handlesOf(
      bars.planned,
      end !== null && scale.shows(end) ? end : null,
      marks,
      firstMovable(project, today),
    ),
    sentence: rowSentence(row, bars.marks),
  }
}
