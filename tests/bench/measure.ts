/** Small help for benchmarks: medians of several runs, floor and subject measured in turn within the same process. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

export interface Pair {
  readonly name: string
  readonly floorName: string
  readonly subject: readonly number[]
  readonly floor: readonly number[]
  /** The ratio the project aims at; reported beside the one measured. */
  readonly aim: number
}

/** Runs floor and subject in turn, so that a busy machine weighs on both alike. The first `warmUp` turns don't count. */
export async function inTurn(
  runs: number,
  warmUp: number,
  subject: () => unknown,
  floor: () => unknown,
): Promise<{ subject: number[]; floor: number[] }> {
  const result = { subject: [] as number[], floor: [] as number[] }
  for (let i = 0; i < runs + warmUp; i += 1) {
    const f = await timed(floor)
    const s = await timed(subject)
    if (i < warmUp) continue
    result.floor.push(f)
    result.subject.push(s)
  }
  return result
}

export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const ms = (n: number): string => `${n.toFixed(n < 10 ? 2 : 0)} ms`

export function report({ name, floorName, subject, floor, aim }: Pair): void {
  const [s, f] = [median(subject), median(floor)]
  console.log(
    `${name}\n  ${ms(s)} (median of ${String(subject.length)}; ${ms(Math.min(...subject))} to ${ms(Math.max(...subject))})` +
      `\n  floor: ${floorName}: ${ms(f)}\n  ratio ${(s / f).toFixed(2)} (aim: at most ${String(aim)})\n`,
  )
}
