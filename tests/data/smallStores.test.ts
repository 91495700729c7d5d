import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nextTick } from 'vue'
import { localToday } from '@/state/clock'
import { useExplain } from '@/state/explain'
import { useFigures } from '@/state/figures'
import { holdVault } from '@/state/heldVault'
import { useNotices } from '@/state/notices'
import { useProgramme } from '@/state/programme'
import { useSelection } from '@/state/selection'
import { useSettings } from '@/state/settings'
import { ok } from '@/domain/result'
import { programmeOf } from '@/domain/model/programmeData'
import { previousQuarterEnd } from '@/domain/time/quarterEnds'
import { aProgramme, removing, someData, testVault, valueOf } from './support'

beforeEach(async () => {
  setActivePinia(createPinia())
  holdVault(await testVault())
})

afterEach(async () => {
  await useProgramme().close()
  vi.useRealTimers()
})

const within = (start: string, horizon: string) => ({
  ...someData(),
  programme: new Map([['programme', { ...aProgramme, start, horizon }]]),
})

test('today is the date on the wall, not that of Greenwich', () => {
  expect(localToday(new Date(2026, 0, 1, 0, 30))).toBe('2026-01-01')
  expect(localToday(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31')
})

test.each([
  ['2026-01-01', '2030-12-31', '2026-06-30'],
  ['2027-01-01', '2030-12-31', '2027-01-01'],
  ['2020-01-01', '2025-12-31', '2025-12-31'],
])(
  'the reference date is the end of this quarter, kept within %s to %s',
  async (start, horizon, expected) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 3, 14, 12) })
    valueOf(await useProgramme().create(within(start, horizon)))
    const selection = useSelection()
    expect(selection.referenceDate).toBe(expected)
    selection.setReferenceDate('2199-01-01')
    expect(selection.referenceDate).toBe(horizon)
    selection.setReferenceDate(null)
    expect(selection.referenceDate).toBe(expected)
  },
)

test('the filter forgets municipalities that are gone, and starts empty in another programme', async () => {
  const programme = useProgramme()
  valueOf(await programme.create(someData()))
  const selection = useSelection()
  selection.toggleMunicipality('GM0001')
  expect([...selection.municipalityIds]).toEqual(['GM0001'])
  selection.toggleMunicipality('GM0002')
  expect(selection.filtered).toBe(false)
  selection.setMunicipalities(['GM0001'])
  const before = someData().municipalities.get('GM0001') ?? null
  valueOf(
    await programme.run(() =>
      ok({ patches: [{ table: 'municipalities', id: 'GM0001', before, after: null }], summary: 'weg' }),
    ),
  )
  expect(selection.municipalityIds.size).toBe(0)
  selection.setMunicipalities(['GM0002'])
  valueOf(await programme.create(someData()))
  await nextTick()
  expect(selection.municipalityIds.size).toBe(0)
})

test('shared figures are computed once for the same data, date and filter', async () => {
  const programme = useProgramme()
  expect(useFigures().balance).toBeNull()
  valueOf(await programme.create(someData()))
  const figures = useFigures()
  const { balance } = figures
  expect(balance?.rows.map((row) => row.name)).toEqual(['Aalten', 'Doetinchem'])
  expect(figures.balance).toBe(balance)
  expect(figures.regionBalance).toBe(balance)
  expect(figures.series).toBe(figures.series)
  useSelection().setMunicipalities(['GM0002'])
  expect(figures.balance).not.toBe(balance)
  expect(figures.filter.municipalityIds).toEqual(new Set(['GM0002']))
  expect(figures.balance?.rows.map((row) => row.name)).toEqual(['Doetinchem'])
  expect(figures.regionBalance).toEqual(balance)
  const [narrowed, attention] = [figures.balance, figures.attention]
  valueOf(await programme.run((data) => ok(removing(data, 'p0'))))
  expect(figures.balance).not.toBe(narrowed)
  expect(figures.attention).not.toBe(attention)
})

test('the three balances are those of their own date', async () => {
  const programme = useProgramme()
  valueOf(await programme.create(someData()))
  const [figures, selection] = [useFigures(), useSelection()]
  expect(figures.balance?.date).toBe(selection.referenceDate)
  expect(figures.balanceBefore?.date).toBe(previousQuarterEnd(selection.referenceDate))
  expect(figures.balanceAtEnd?.date).toBe(programmeOf(someData()).horizon)
})

test('a notice goes by itself, later when it offers something to do, and an error never', () => {
  vi.useFakeTimers()
  const notices = useNotices()
  notices.show({ kind: 'info', text: 'Kort' })
  notices.show({ kind: 'success', text: 'Met knop', actionLabel: 'Doe', action: () => undefined })
  const error = notices.show({ kind: 'error', text: 'Mis' })
  const texts = () => notices.items.map((item) => item.text)
  expect(texts()).toEqual(['Kort', 'Met knop', 'Mis'])
  vi.advanceTimersByTime(6_500)
  expect(texts()).toEqual(['Met knop', 'Mis'])
  vi.advanceTimersByTime(60_000)
  expect(texts()).toEqual(['Mis'])
  notices.dismiss(error)
  expect(texts()).toEqual([])
})

test('a notice stays while it is held, and the same words are shown once', () => {
  vi.useFakeTimers()
  const notices = useNotices()
  notices.show({ kind: 'info', text: 'Bewaard' })
  const id = notices.show({ kind: 'info', text: 'Bewaard' })
  expect(notices.items).toHaveLength(1)
  notices.hold(id)
  vi.advanceTimersByTime(60_000)
  expect(notices.items).toHaveLength(1)
  notices.release(id)
  vi.advanceTimersByTime(6_500)
  expect(notices.items).toHaveLength(0)
})

test('settings come back after a restart; something odd in the store is ignored', async () => {
  const settings = useSettings()
  await settings.setTheme('dark')
  await settings.setWho('  Roos de Vries ')
  setActivePinia(createPinia())
  const later = useSettings()
  await later.load()
  expect([later.theme, later.effectiveTheme, later.who]).toEqual(['dark', 'dark', 'Roos de Vries'])
  await later.setWho('  ')
  expect(later.who).toBe('onbekend')
  await later.setTheme('system')
  expect(later.effectiveTheme).toBe('light')
})

test('explain holds the question until it is closed', () => {
  const explain = useExplain()
  explain.open({ figure: 'gap', date: '2026-06-30' })
  expect(explain.query).toEqual({ figure: 'gap', date: '2026-06-30' })
  explain.close()
  expect(explain.query).toBeNull()
})
