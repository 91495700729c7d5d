import { describe, expect, it } from 'vitest'
import { assertContiguous, CURRENT_FORMAT_VERSION, migrate, type Migration, migrations } from '@/exchange'
import { isLoose } from './support'

const renamed: Migration = {
  from: 1,
  to: 2,
  up: (data) => (isLoose(data) ? { naam: data['name'] } : data),
}
const doubled: Migration = {
  from: 2,
  to: 3,
  up: (data) => (isLoose(data) ? { ...data, twee: [data['naam'], data['naam']] } : data),
}

describe('migrations', () => {
  it('lead to the current version', () => {
    expect(() => {
      assertContiguous(migrations, CURRENT_FORMAT_VERSION)
    }).not.toThrow()
  })

  it('run in order, from the version of the data', () => {
    const list = [renamed, doubled]
    expect(migrate({ name: 'A' }, 1, list, 3)).toEqual({ ok: true, value: { naam: 'A', twee: ['A', 'A'] } })
    expect(migrate({ naam: 'B' }, 2, list, 3)).toEqual({ ok: true, value: { naam: 'B', twee: ['B', 'B'] } })
    const now = { naam: 'C', twee: [] }
    expect(migrate(now, 3, list, 3)).toEqual({ ok: true, value: now })
  })

  it('leave the data they were given alone', () => {
    const before = { name: 'A' }
    migrate(before, 1, [renamed, doubled], 3)
    expect(before).toEqual({ name: 'A' })
  })

  it('refuse data from the future', () => {
    const result = migrate({}, 4, [renamed, doubled], 3)
    expect(result).toMatchObject({ ok: false, error: { code: 'newer-version' } })
  })

  it('refuse a version that is no version', () => {
    for (const version of [0, -1, 1.5, NaN])
      expect(migrate({}, version, [], 1)).toMatchObject({ ok: false, error: { code: 'wrong-schema' } })
  })

  it('may have no gap, no double and no jump', () => {
    const jump: Migration = { from: 1, to: 3, up: (d) => d }
    for (const [list, current] of [
      [[doubled], 3],
      [[renamed, renamed], 3],
      [[doubled, renamed], 3],
      [[jump], 3],
      [[renamed], 3],
      [[renamed, doubled], 2],
    ] as const)
      expect(() => migrate({}, 1, list, current)).toThrow(/migration/)
  })
})
