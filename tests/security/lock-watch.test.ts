import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LockReason } from '@main/contract'
import { LockWatch, type PowerMonitor } from '@main/window/lock-watch'

class FakePower implements PowerMonitor {
  idleSeconds = 0
  state = 'active'
  readonly #listeners = new Map<string, () => void>()

  on(event: 'suspend' | 'lock-screen', listener: () => void): void {
    this.#listeners.set(event, listener)
  }
  fire(event: 'suspend' | 'lock-screen'): void {
    this.#listeners.get(event)?.()
  }
  getSystemIdleTime(): number {
    return this.idleSeconds
  }
  getSystemIdleState(): string {
    return this.state
  }
}

function watchWith(power = new FakePower()) {
  const asked: LockReason[] = []
  const force = vi.fn()
  const watch = new LockWatch({ power, ask: (reason) => asked.push(reason), force })
  return { power, asked, force, watch }
}

describe('the watch while the vault is open', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('asks for a lock when the computer goes to sleep or its screen is locked', () => {
    for (const [event, reason] of [
      ['suspend', 'sleep'],
      ['lock-screen', 'screen'],
    ] as const) {
      const { power, asked, watch } = watchWith()
      watch.opened(null)
      power.fire(event)
      expect(asked).toEqual([reason])
    }
  })

  it('asks when nobody touched the computer for the chosen time, and not a second earlier', () => {
    const { power, asked, watch } = watchWith()
    watch.opened(10)
    power.idleSeconds = 599
    vi.advanceTimersByTime(30_000)
    expect(asked).toEqual([])
    power.idleSeconds = 600
    vi.advanceTimersByTime(5_000)
    expect(asked).toEqual(['idle'])
  })

  it('follows another choice of time at once, and never asks for idleness when there is none', () => {
    const { power, asked, watch } = watchWith()
    watch.opened(60)
    watch.opened(null)
    power.idleSeconds = 100_000
    vi.advanceTimersByTime(30_000)
    expect(asked).toEqual([])
    watch.opened(1)
    vi.advanceTimersByTime(5_000)
    expect(asked).toEqual(['idle'])
  })

  it('asks when the system says the screen is locked without having told', () => {
    const { power, asked, watch } = watchWith()
    watch.opened(null)
    power.state = 'locked'
    vi.advanceTimersByTime(5_000)
    expect(asked).toEqual(['screen'])
  })

  it('asks when it finds that time has jumped: the computer slept and nobody told', () => {
    const { asked, watch } = watchWith()
    watch.opened(null)
    vi.advanceTimersByTime(5_000)
    vi.setSystemTime(Date.now() + 120_000)
    vi.advanceTimersByTime(5_000)
    expect(asked).toEqual(['sleep'])
  })

  it('a clock that is set back locks nothing', () => {
    const { asked, watch } = watchWith()
    watch.opened(null)
    vi.setSystemTime(Date.now() - 3_600_000)
    vi.advanceTimersByTime(20_000)
    expect(asked).toEqual([])
  })

  it('does nothing before the vault is open and after it is locked, and leaves no timer', () => {
    const { power, asked, force, watch } = watchWith()
    power.idleSeconds = 100_000
    power.fire('suspend')
    watch.opened(1)
    watch.closed()
    power.fire('lock-screen')
    vi.advanceTimersByTime(60_000)
    expect(asked).toEqual([])
    expect(force).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('asks once, and forces a page that does not answer in time', () => {
    const { power, asked, force, watch } = watchWith()
    watch.opened(null)
    power.fire('suspend')
    power.fire('lock-screen')
    vi.advanceTimersByTime(19_999)
    expect(asked).toEqual(['sleep'])
    expect(force).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(force).toHaveBeenCalledOnce()
  })
})
