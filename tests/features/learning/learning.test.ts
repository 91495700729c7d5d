import { describe, expect, it } from 'vitest'
import { type DirectionCheck, draftDirectionCheck, draftLesson, type Lesson } from '@/domain/regie'
import { adviceWords, checksOf, checkTable, yesTo } from '@/features/learning/checks/checks'
import { changedBy, learnedWhen, lessonColumns, lessonTable } from '@/features/learning/lessons/lessons'
import { startOf } from '@/state/address'
import { context, region } from '../../domain/regie/support'

const base = region()
const project = [...base.projects.values()][0]
if (project === undefined) throw new Error('no project')
const lesson = (id: string, fields: Partial<Lesson>): Lesson => ({
  ...draftLesson(base, context()),
  id,
  name: id,
  ...fields,
})
const lessons = [
  lesson('old', { on: '2026-01-01' }),
  lesson('new', { on: '2026-06-01', typeIds: [project.typeId] }),
  lesson('adjusted', { outcome: 'adjust', links: [{ table: 'projects', id: project.id }] }),
]
const data = { ...base, lessons: new Map(lessons.map((each) => [each.id, each])) }
const ids = (list: readonly Lesson[]) => list.map(({ id }) => id)

describe('lessons', () => {
  it('stand in three columns, the newest on top', () => {
    const columns = lessonColumns(data, { ids: null, typeIds: [] })
    expect(ids(columns.keep)).toEqual(['new', 'old'])
    expect(ids(columns.adjust)).toEqual(['adjusted'])
    expect(columns.release).toEqual([])
  })

  it('are narrowed by what was typed, and by type: also that of their projects', () => {
    expect(ids(lessonColumns(data, { ids: new Set(['old']), typeIds: [] }).keep)).toEqual(['old'])
    const columns = lessonColumns(data, { ids: null, typeIds: [project.typeId] })
    expect([...ids(columns.keep), ...ids(columns.adjust)]).toEqual(['new', 'adjusted'])
  })

  it('say what they change, and go to a spreadsheet', () => {
    const [, second, third] = lessons
    if (second === undefined || third === undefined) throw new Error('no lesson')
    expect(changedBy(data, second).map(({ word }) => word)).toEqual(['arrangementtype'])
    expect(changedBy(data, third).map(({ label }) => label)).toEqual([project.name])
    expect(learnedWhen(data, second)).toBe('1 juni 2026')
    const { columns, rows } = lessonTable(data, [third])
    expect(rows[0]?.slice(3)).toEqual(['aanpassen', '', `project ${project.name}`])
    expect(rows[0]).toHaveLength(columns.length)
  })

  it('are begun for a project from its panel', () => {
    const about = { table: 'projects', id: 'p' } as const
    expect(startOf('lessons', about)).toEqual({ path: '/leren', query: { nieuw: 'projects:p' } })
    expect(startOf('directionChecks', about)).toEqual({
      path: '/leren',
      query: { deel: 'regie-nodig', nieuw: 'projects:p' },
    })
  })
})

describe('the checklist "regie nodig?"', () => {
  const check = (id: string, on: string, yes: readonly string[], rest: 'no' | 'unknown'): DirectionCheck => {
    const draft = draftDirectionCheck(base, context())
    return {
      ...draft,
      id,
      on,
      name: id,
      answers: draft.answers.map((a) => ({ ...a, answer: yes.includes(a.id) ? 'yes' : rest })),
    }
  }

  it('gives advice in the words of advice', () => {
    expect(adviceWords(check('a', '2026-01-01', ['severalDomains', 'severalPartners'], 'no'))).toBe(
      'regie lijkt nodig',
    )
    expect(adviceWords(check('b', '2026-01-01', [], 'no'))).toBe('regie lijkt niet nodig')
    expect(adviceWords(check('c', '2026-01-01', [], 'unknown'))).toBe('nog geen advies')
  })

  it('is kept, the newest first, with what was answered', () => {
    const old = check('old', '2026-01-01', ['standsStill'], 'no')
    const recent = { ...check('new', '2026-06-01', [], 'no'), projectId: project.id }
    const kept = { ...base, directionChecks: new Map([old, recent].map((each) => [each.id, each])) }
    expect(checksOf(kept).map(({ id }) => id)).toEqual(['new', 'old'])
    expect(yesTo(old)).toEqual(['Staat het stil, of wacht iedereen op elkaar?'])
    const { columns, rows } = checkTable(kept, checksOf(kept))
    expect(rows[0]?.[2]).toBe(project.name)
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
  })
})
