import { formatDate, formatNumber, phaseLabels } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { Phase } from '@/domain/model/values'
import type { MarkKind, PlacesMark } from '../rows/placesMarks'
import type { ProjectRow } from '../rows/projectRow'
import { markSentence, type PhaseBar, rowSentence, timelineBars } from './timelineRows'
import type { TimeScale } from './timeScale'

interface Drawn {
  readonly key: string
  readonly label: string
  readonly title: string
  readonly style: Readonly<Record<string, string>>
}

interface DrawnBar extends Drawn {
  readonly phase: Phase
}

interface DrawnMark extends Drawn {
  readonly kind: MarkKind
}

/** One project in pixels and words, ready to be put on the screen. */
export interface DrawnProject {
  readonly planned: readonly DrawnBar[]
  readonly actual: readonly DrawnBar[]
  readonly marks: readonly DrawnMark[]
  readonly sentence: string
}

/** A word in a narrower bar than this would only be a stump. */
const LEAST_LABEL_WIDTH = 44

function drawBar(bar: PhaseBar, kind: string, scale: TimeScale): DrawnBar {
  const left = scale.x(bar.from)
  const width = scale.x(bar.to) - left
  const label = phaseLabels[bar.phase]
  return {
    key: `${kind} ${bar.phase}`,
    phase: bar.phase,
    label: width >= LEAST_LABEL_WIDTH ? label : '',
    title: `${label}, ${kind}: ${formatDate(bar.from)} tot ${formatDate(bar.to)}`,
    style: { left: `${String(left)}px`, width: `${String(Math.max(0, width))}px` },
  }
}

function drawMark(mark: PlacesMark, scale: TimeScale): DrawnMark {
  return {
    key: `${mark.date} ${mark.kind}`,
    kind: mark.kind,
    label: `${mark.kind === 'closing' ? '−' : '+'}${formatNumber(mark.places)}`,
    title: `${markSentence(mark)}; dan in gebruik: ${formatNumber(mark.available)}`,
    style: { left: `${String(scale.x(mark.date))}px` },
  }
}

export function drawProject(
  data: ProgrammeData,
  row: ProjectRow,
  scale: TimeScale,
  today: IsoDate,
  horizon: IsoDate,
): DrawnProject {
  const bars = timelineBars(data, row.project, today, horizon)
  return {
    planned: bars.planned.map((bar) => drawBar(bar, 'gepland', scale)),
    actual: bars.actual.map((bar) => drawBar(bar, 'werkelijk', scale)),
    marks: bars.marks.filter((mark) => scale.shows(mark.date)).map((mark) => drawMark(mark, scale)),
    sentence: rowSentence(row, bars.marks),
  }
}
