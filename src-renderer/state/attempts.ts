import { shallowRef } from 'vue'
import { readDoorstep, writeDoorstep } from '../data/doorstep'

/** Wrong tries that cost no waiting: anybody mistypes. */
const FREE = 3
const LONGEST = 300

/** Seconds to wait after this many wrong tries in a row. It grows, but never into a lockout. */
export function waitAfter(wrong: number): number {
  return wrong < FREE ? 0 : Math.min(LONGEST, 2 ** (wrong - FREE + 2))
}

interface Kept {
  readonly wrong: number
  /** Moment of the last try, in milliseconds since 1970. */
  readonly at: number
}

function read(value: unknown): Kept {
  if (typeof value !== 'object' || value === null || !('wrong' in value) || !('at' in value))
    return { wrong: 0, at: 0 }
  const { wrong, at } = value
  return Number.isSafeInteger(wrong) && Number.isFinite(at)
    ? { wrong: Number(wrong), at: Number(at) }
    : { wrong: 0, at: 0 }
}

/** Counts tries of the passphrase, and makes the next one wait. The count outlives a restart. */
export function useAttempts(now: () => number = Date.now) {
  const secondsLeft = shallowRef(0)
  let kept: Kept = { wrong: 0, at: 0 }
  let timer: ReturnType<typeof setInterval> | undefined

  function tick(): void {
    const total = waitAfter(kept.wrong)
    const passed = (now() - kept.at) / 1000
    // A clock that was set back must not make a wait longer than it was meant to be.
    if (passed < 0) kept = { ...kept, at: now() }
    secondsLeft.value = Math.max(0, Math.ceil(total - Math.max(0, passed)))
    if (secondsLeft.value === 0) {
      clearInterval(timer)
      timer = undefined
    } else timer ??= setInterval(tick, 250)
  }

  async function load(): Promise<void> {
    const found = await readDoorstep('attempts')
    kept = read(found.ok ? found.value : null)
    tick()
  }

  /** Counted before it is known whether it is right: pulling the plug during a try gives no free one. */
  async function begin(): Promise<void> {
    kept = { wrong: kept.wrong + 1, at: now() }
    await writeDoorstep('attempts', kept)
  }

  function wrong(): void {
    kept = { ...kept, at: now() }
    tick()
  }

  async function right(): Promise<void> {
    kept = { wrong: 0, at: 0 }
    tick()
    await writeDoorstep('attempts', kept)
  }

  return { secondsLeft, load, begin, wrong, right }
}
