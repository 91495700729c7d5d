/** One stretch of a stepped area: from `x` on, until the next stretch, it lies between two heights. */
export interface AreaStep {
  readonly x: number
  readonly low: number
  readonly high: number
}

const round = (value: number): string => String(Math.round(value * 100) / 100)

/** A stepped area as the path of a vector drawing. Heights are in the units of the drawing, downwards. */
export function stepAreaPath(steps: readonly AreaStep[], end: number): string {
  const first = steps[0]
  if (first === undefined) return ''
  const until = (i: number): string => round(steps[i + 1]?.x ?? end)
  const there = steps.map((step, i) => `V${round(step.high)}H${until(i)}`).join('')
  const back = steps
    .map((step) => `V${round(step.low)}H${round(step.x)}`)
    .reverse()
    .join('')
  return `M${round(first.x)},${round(first.low)}${there}${back}Z`
}

/** A stepped line without what lies under it. */
export function stepLinePath(steps: readonly Pick<AreaStep, 'x' | 'high'>[], end: number): string {
  const first = steps[0]
  if (first === undefined) return ''
  const rest = steps.map((step, i) => `V${round(step.high)}H${round(steps[i + 1]?.x ?? end)}`).join('')
  return `M${round(first.x)},${round(first.high)}${rest}`
}

/** The smallest round number that is not below the value: a scale that can be read. */
export function roundedUp(value: number): number {
  if (value <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  for (const factor of [1, 1.5, 2, 3, 4, 5, 7.5]) {
    const candidate = factor * power
    if (Number.isInteger(candidate) && candidate >= value) return candidate
  }
  return 10 * power
}
