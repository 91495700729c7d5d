import { type Ref, ref, watch } from 'vue'
import { toDay, toIso } from '@/domain/time/day'
import type { ProjectRow } from '../rows/projectRow'
import { usePointerDrag } from '../usePointerDrag'
import type { PlacedHandle } from './handles'
import { snapDate, stepDate } from './snap'
import type { TimeScale, Zoom } from './timeScale'
import type { TimelineMove } from './useTimelineMove'

interface GestureOptions {
  readonly scroller: () => HTMLElement | null
  readonly scale: () => TimeScale
  readonly zoom: Readonly<Ref<Zoom>>
  readonly current: Readonly<Ref<number>>
  readonly projectAt: (index: number) => ProjectRow | null
  readonly handlesOf: (row: ProjectRow) => readonly PlacedHandle[]
  readonly cursor: {
    readonly setCurrent: (index: number) => void
    readonly onKeydown: (event: KeyboardEvent) => void
  }
  readonly move: TimelineMove
  readonly nameWidth: number
}

/** A notched wheel turns by this much; a touchpad adds up to it. */
const WHEEL_NOTCH = 60

/** From keys and mouse to what the timeline does: choosing a mark in a row, moving it, zooming. */
export function useTimelineGestures(options: GestureOptions) {
  const { move, current } = options
  /** Key of the bar or mark chosen in the current row; null is the row itself. */
  const chosen = ref<string | null>(null)
  watch(current, () => {
    if (move.held.value === null) chosen.value = null
  })

  const drag = usePointerDrag<{ row: ProjectRow; placed: PlacedHandle }>({
    scroller: options.scroller,
    leftMargin: options.nameWidth,
    begin: ({ row, placed }) => {
      move.pick(row, placed, 'pointer')
      return true
    },
    move: ({ placed }, dx) => {
      const scale = options.scale()
      const raw = scale.dateAt(scale.x(placed.date) + dx)
      // Hardly moved means: back where it was, also when that isn't a Monday or the first of a month.
      move.moveTo(Math.abs(dx) < 4 ? placed.date : snapDate(raw, options.zoom.value))
    },
    drop: () => void move.drop(),
    cancel: move.cancel,
  })

  function placedIn(row: ProjectRow | null, key: string | null): PlacedHandle | undefined {
    return row === null ? undefined : options.handlesOf(row).find((handle) => handle.key === key)
  }

  function grab(index: number, key: string, event: PointerEvent): void {
    if (move.held.value !== null) return
    const row = options.projectAt(index)
    const placed = placedIn(row, key)
    if (row === null || placed === undefined) return
    drag.down({ row, placed }, event)
  }

  /** Left and right through the row: the row itself, the whole project, then bars and marks in order of time. */
  function walk(way: 1 | -1): void {
    const row = options.projectAt(current.value)
    if (row === null) return
    const keys = [null, ...options.handlesOf(row).map((handle) => handle.key)]
    const next = keys[keys.indexOf(chosen.value) + way]
    if (next === undefined) return
    chosen.value = next
    show(placedIn(row, next))
  }

  /** Brings a date into view when it lies beside it. */
  function show(placed: PlacedHandle | undefined, date = placed?.date): void {
    const scroller = options.scroller()
    if (scroller === null || date === undefined) return
    const x = options.scale().x(date)
    const room = scroller.clientWidth - options.nameWidth
    if (x < scroller.scrollLeft + 40) scroller.scrollLeft = Math.max(0, x - 80)
    else if (x > scroller.scrollLeft + room - 80) scroller.scrollLeft = x - room + 160
  }

  function whileHeld(event: KeyboardEvent): void {
    const held = move.held.value
    if (held === null || held.by === 'pointer') return
    const next = stepDate(held.to, event, options.zoom.value)
    const { key } = event
    if (next === null && key !== 'Enter' && key !== 'Escape' && key !== 'Home') return
    event.preventDefault()
    event.stopPropagation()
    if (key === 'Enter') void move.drop()
    else if (key === 'Escape') {
      move.clearRefusal()
      move.cancel()
    } else {
      move.clearRefusal()
      const to = next ?? held.placed.date
      move.moveTo(toIso(toDay(to)))
      show(undefined, to)
    }
  }

  function onKeydown(event: KeyboardEvent, zoomBy: (steps: number) => void): void {
    if (event.target !== event.currentTarget) return
    if (move.held.value !== null) {
      whileHeld(event)
      return
    }
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey
    if (!plain) return
    const row = options.projectAt(current.value)
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault()
      walk(event.key === 'ArrowRight' ? 1 : -1)
    } else if (event.key === '+' || event.key === '=' || event.key === '-') {
      event.preventDefault()
      zoomBy(event.key === '-' ? -1 : 1)
    } else if (event.key === 'F2' || (event.key === 'Enter' && chosen.value !== null)) {
      const placed = placedIn(row, chosen.value ?? 'project')
      if (row === null || placed === undefined) return
      event.preventDefault()
      chosen.value = placed.key
      move.pick(row, placed, 'keyboard')
      show(placed)
    } else if (event.key === 'Escape' && (chosen.value !== null || move.refusal.value !== null)) {
      event.preventDefault()
      chosen.value = null
      move.clearRefusal()
    } else options.cursor.onKeydown(event)
  }

  let turned = 0
  /** True when the wheel has turned far enough for a step. */
  function wheelStep(event: WheelEvent): boolean {
    turned += event.deltaY
    if (Math.abs(turned) < WHEEL_NOTCH) return false
    turned = 0
    return true
  }

  /** Id of the element that stands for the chosen bar or mark. */
  function elementId(rowId: string): string {
    const placed = placedIn(options.projectAt(current.value), chosen.value)
    return placed === undefined ? rowId : `${rowId}-${placed.element}`
  }

  return { chosen, onKeydown, grab, wheelStep, wasDrag: drag.wasDrag, elementId }
}
