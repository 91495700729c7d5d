import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { writeDoorstep } from '@/data/doorstep'
import { useAttempts, waitAfter } from '@/state/attempts'

describe('waiting after wrong tries', () => {
  beforeEach(async () => {
    vi.useRealTimers()
    await writeDoorstep('attempts', null)
  })

  async function wrongTimes(times: number, now: () => number) {
    const attempts = useAttempts(now)
    await attempts.load()
    for (let each = 0; each < times; each += 1) {
      await attempts.begin()
      attempts.wrong()
    }
    return attempts
  }

  it('grows, but never into a lockout', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(waitAfter)).toEqual([0, 0, 0, 4, 8, 16, 32])
    expect(waitAfter(1000)).toBe(300)
  })

  it('outlives a restart, and passes with time', async () => {
    let now = 1_000_000
    await wrongTimes(4, () => now)
    now += 3_000
    const again = useAttempts(() => now)
    await again.load()
    expect(again.secondsLeft.value).toBe(5)
    now += 5_000
    const later = useAttempts(() => now)
    await later.load()
    expect(later.secondsLeft.value).toBe(0)
  })

  it('counts a try that was cut off', async () => {
    let now = 1_000_000
    const attempts = await wrongTimes(2, () => now)
    await attempts.begin()
    // The plug is pulled here: nobody says whether it was right.
    now += 1_000
    const again = useAttempts(() => now)
    await again.load()
    expect(again.secondsLeft.value).toBe(3)
  })

  it('starts over after a right try', async () => {
    const attempts = await wrongTimes(5, () => 1_000_000)
    expect(attempts.secondsLeft.value).toBe(16)
    await attempts.right()
    expect(attempts.secondsLeft.value).toBe(0)
    expect((await wrongTimes(1, () => 1_000_000)).secondsLeft.value).toBe(0)
  })

  it('never waits longer because the clock was set back', async () => {
    await wrongTimes(4, () => 1_000_000_000)
    const again = useAttempts(() => 5_000)
    await again.load()
    expect(again.secondsLeft.value).toBe(8)
  })

  it('takes anything strange for nothing', async () => {
    for (const strange of ['x', { wrong: 'veel', at: 1 }, { wrong: 3 }, 7]) {
      await writeDoorstep('attempts', strange)
      const attempts = useAttempts(() => 1_000_000)
      await attempts.load()
      expect(attempts.secondsLeft.value).toBe(0)
    }
  })
})
