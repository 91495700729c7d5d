export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const MINIMUM = { width: 1100, height: 700 } as const
export const DEFAULT_SIZE = { width: 1366, height: 768 } as const

/** So much of the title bar must be in view that a person can take hold of it. */
const GRIP = { width: 120, height: 40 } as const

/**
 * The remembered place when a person can still reach the window there, otherwise the default size in the
 * middle of the main screen: screens come and go between two starts. `areas` are the usable parts of the
 * present screens, the main one first.
 */
export function placeWindow(saved: Rectangle | null, areas: readonly Rectangle[]): Rectangle {
  const main = areas[0]
  if (saved !== null) {
    const home = areas.find((area) => holdsGrip(area, saved))
    if (home !== undefined) return { ...saved, ...fit(saved, home) }
  }
  const size = main === undefined ? DEFAULT_SIZE : fit(DEFAULT_SIZE, main)
  if (main === undefined) return { x: 0, y: 0, ...size }
  return {
    x: Math.round(main.x + Math.max(0, (main.width - size.width) / 2)),
    y: Math.round(main.y + Math.max(0, (main.height - size.height) / 2)),
    ...size,
  }
}

function fit(
  size: { readonly width: number; readonly height: number },
  area: Rectangle,
): { width: number; height: number } {
  return {
    width: Math.max(MINIMUM.width, Math.min(size.width, area.width)),
    height: Math.max(MINIMUM.height, Math.min(size.height, area.height)),
  }
}

function holdsGrip(area: Rectangle, window: Rectangle): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return width >= GRIP.width && window.y >= area.y && window.y + GRIP.height <= area.y + area.height
}
