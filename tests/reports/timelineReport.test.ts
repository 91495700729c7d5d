import { describe, expect, it } from 'vitest'
import { chooseReport } from '@/reports/choose'
import { drawSheet, roomFor, rowPlaces } from '@/reports/timeline/drawSheet'
import { divide, sheetLayouts } from '@/reports/timeline/layout'
import { timelineModel } from '@/reports/timeline/model'
import { escapeXml } from '@/reports/timeline/svg'
import { timelineKind } from '@/reports/timeline/timelineReport'
import { OPTIONS, sample } from './support'

const group = (name: string, count: number) => ({
  name,
  rows: Array.from({ length: count }, (_, i) => `${name}${String(i)}`),
})

describe('rows over sheets', () => {
  const sizes = { row: 10, group: 8 }

  it('keep every row once, in order, and give a group that goes on its heading again', () => {
    const groups = [group('a', 7), group('b', 1), group('c', 12)]
    const sheets = divide(groups, sizes, (sheet) => (sheet === 0 ? 60 : 90))
    expect(sheets.flat().flatMap(({ rows }) => rows)).toEqual(groups.flatMap(({ rows }) => rows))
    for (const [number, parts] of sheets.entries()) {
      const height = parts.reduce((sum, { rows }) => sum + sizes.group + rows.length * sizes.row, 0)
      expect(height).toBeLessThanOrEqual(number === 0 ? 60 : 90)
    }
    expect(sheets[0]?.[0]).toMatchObject({ name: 'a', continued: false, total: 7 })
    expect(sheets[1]?.[0]).toMatchObject({ name: 'a', continued: true, total: 7 })
  })

  it('never leave a heading alone at the foot', () => {
    const sheets = divide([group('a', 4), group('b', 5)], sizes, () => 70)
    expect(sheets.map((parts) => parts.map(({ name }) => name))).toEqual([['a'], ['b']])
  })
})

describe('the printed timeline', () => {
  const data = sample()

  it('draws every project on a sheet that lies down', () => {
    for (const paper of ['A3', 'A4'] as const) {
      const definition = timelineKind
        .prepare(data, chooseReport(data, '2026-11-22'), { ...OPTIONS, timeline: { paper, by: 'type' } })
        .document(0)
      expect(definition).toMatchObject({ pageSize: paper, pageOrientation: 'landscape' })
      const drawn = JSON.stringify(definition.content)
      for (const { id } of data.projects.values()) {
        const name = data.projects.get(id)?.name ?? ''
        expect(drawn).toContain(escapeXml(name).slice(0, 12))
      }
      expect(drawn).toContain('Plekken op')
      expect(sheetLayouts[paper].width).toBeGreaterThan(sheetLayouts[paper].height)
    }
  })

  it('prints only the projects that were chosen', () => {
    const [one, other] = [...data.projects.values()]
    const definition = timelineKind
      .prepare(data, chooseReport(data, '2026-11-22'), {
        ...OPTIONS,
        timeline: { paper: 'A4', by: 'municipality', projectIds: [one?.id ?? ''] },
      })
      .document(0)
    const drawn = JSON.stringify(definition.content)
    expect(drawn).toContain(escapeXml(one?.name ?? '-'))
    expect(drawn).not.toContain(escapeXml(other?.name ?? '-'))
    expect(Array.isArray(definition.content) && definition.content.length).toBe(1)
  })

  it('draws what waits for what, over sheets too, and tells it in words', () => {
    const waiting = [...data.projects.values()].filter(({ dependencies }) => dependencies.length > 0)
    expect(waiting.length).toBeGreaterThan(0)
    const report = chooseReport(data, '2026-11-22')
    const model = timelineModel(data, report, { paper: 'A4', by: 'type' })
    const sheet = sheetLayouts.A4
    const divided = divide(model.groups, sheet, (number) => roomFor(sheet, number))
    const places = rowPlaces(model, sheet, divided)
    expect(places.size).toBe(data.projects.size)
    const sheets = divided.map((parts, number) => drawSheet(model, sheet, number, parts, places))
    for (const { waits } of model.groups.flatMap(({ rows }) => rows))
      for (const wait of waits) {
        const from = places.get(wait.dependency.on.projectId)?.sheet ?? -1
        const to = places.get(wait.project)?.sheet ?? -1
        if (from === to) continue
        expect(sheets[from]).toContain(`blad ${String(to + 1)}`)
        expect(sheets[to]).toContain(`blad ${String(from + 1)}`)
      }
    const definition = timelineKind
      .prepare(data, report, { ...OPTIONS, timeline: { paper: 'A4', by: 'type' } })
      .document(0)
    const words = JSON.stringify(definition.content)
    expect(words).toContain('Wat op elkaar wacht')
    for (const { dependencies } of waiting) for (const { note } of dependencies) expect(words).toContain(note)
  })

  it('keeps signs of mark-up as text', () => {
    expect(escapeXml('<a> & "b"\u0001')).toBe('&lt;a&gt; &amp; &quot;b&quot;')
  })
})
