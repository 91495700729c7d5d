import { describe, expect, it } from 'vitest'
import { inputsFrom, type SimulationResult } from '@/domain/simulation'
import { makeRunDesk } from '@/features/whatIf/model/runDesk'
import { sample, TODAY } from './sample'

const inputs = inputsFrom(sample, TODAY)
const options = { seed: 1, runs: 1000 }
const result = (runs: number): SimulationResult => ({
  start: TODAY,
  dates: [],
  runs,
  runsAsked: 1000,
  seed: 1,
  maxWait: 3,
  bands: [],
  outcomes: [],
  personMonths: 0,
})

/** A runner that does nothing until the test says so. */
function heldRunner() {
  const jobs: {
    progress: (share: number) => void
    partial: (runs: number) => void
    finish: () => void
    fail: () => void
    signal: AbortSignal
  }[] = []
  const desk = makeRunDesk(
    (_given, listener, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('stopped'))
        })
        jobs.push({
          progress: (share) => listener.onProgress?.(share),
          partial: (runs) => listener.onPartial?.(result(runs)),
          finish: () => {
            resolve(result(1000))
          },
          fail: () => {
            reject(new Error('broken'))
          },
          signal,
        })
      }),
  )
  const settle = (): Promise<void> => new Promise((done) => setTimeout(done))
  return { desk, jobs, settle }
}

describe('the desk of simulations', () => {
  it('does one at a time, each key once, and keeps what it found', async () => {
    const { desk, jobs, settle } = heldRunner()
    desk.ask('a', inputs, options)
    desk.ask('b', inputs, options)
    desk.ask('a', inputs, options)
    expect(jobs).toHaveLength(1)
    expect(desk.states.get('b')?.status).toBe('waiting')
    jobs[0]?.progress(0.15)
    jobs[0]?.partial(50)
    expect(desk.states.get('a')).toMatchObject({ status: 'running', runsDone: 150, result: { runs: 50 } })
    jobs[0]?.finish()
    await settle()
    expect(desk.states.get('a')).toMatchObject({ status: 'done', runsDone: 1000 })
    expect(jobs).toHaveLength(2)
    jobs[1]?.finish()
    await settle()
    desk.ask('a', inputs, options)
    expect(jobs).toHaveLength(2)
  })

  it('takes what is looked at before what waits', async () => {
    const { desk, jobs, settle } = heldRunner()
    for (const key of ['a', 'b', 'c']) desk.ask(key, inputs, options)
    desk.ask('c', inputs, options, true)
    jobs[0]?.finish()
    await settle()
    expect(desk.states.get('c')?.status).toBe('running')
    expect(desk.states.get('b')?.status).toBe('waiting')
  })

  it('stops what runs and what waits, keeps what was known, and starts again when asked', async () => {
    const { desk, jobs, settle } = heldRunner()
    desk.ask('a', inputs, options)
    desk.ask('b', inputs, options)
    jobs[0]?.partial(200)
    desk.stop()
    await settle()
    expect(jobs[0]?.signal.aborted).toBe(true)
    expect(desk.states.get('a')).toMatchObject({ status: 'stopped', result: { runs: 200 } })
    expect(desk.states.get('b')?.status).toBe('stopped')
    desk.ask('a', inputs, options)
    expect(jobs).toHaveLength(1)
    desk.forget('a')
    desk.ask('a', inputs, options)
    expect(jobs).toHaveLength(2)
  })

  it('ends work that nobody wants any more and goes on with the next', async () => {
    const { desk, jobs, settle } = heldRunner()
    for (const key of ['old', 'gone', 'new']) desk.ask(key, inputs, options)
    desk.keepOnly(new Set(['new']))
    await settle()
    expect([...desk.states.keys()]).toEqual(['new'])
    expect(desk.states.get('new')?.status).toBe('running')
    expect(jobs).toHaveLength(2)
  })

  it('tells a failure apart from a stop', async () => {
    const { desk, jobs, settle } = heldRunner()
    desk.ask('a', inputs, options)
    jobs[0]?.fail()
    await settle()
    expect(desk.states.get('a')?.status).toBe('failed')
  })

  it('forgets the oldest results when there are many', async () => {
    const { desk, jobs, settle } = heldRunner()
    for (let i = 0; i < 60; i += 1) {
      desk.ask(`key ${String(i)}`, inputs, options)
      jobs[i]?.finish()
      await settle()
    }
    expect(desk.states.size).toBeLessThanOrEqual(40)
    expect(desk.states.get('key 59')?.status).toBe('done')
    expect(desk.states.has('key 0')).toBe(false)
  })
})
