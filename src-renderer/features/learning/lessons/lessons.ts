import { Anchor, Unlink, Wrench } from '@lucide/vue'
import type { Component } from 'vue'
import { formatDate, lessonOutcomeLabels, tableLabels } from '@/domain/labels'
import type { Id } from '@/domain/model/basics'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { type Lesson, LESSON_OUTCOMES } from '@/domain/regie'
import type { ExportTable } from '@/exchange'
import { type ShownLink, shownLink } from '@/state/linked'

type Outcome = Lesson['outcome']

export const outcomeIcons: Readonly<Record<Outcome, Component>> = {
  keep: Anchor,
  adjust: Wrench,
  release: Unlink,
}

/** What each column asks. */
export const outcomeQuestions: Readonly<Record<Outcome, string>> = {
  keep: 'Dit werkt: zo blijven doen.',
  adjust: 'Dit kan beter: anders doen.',
  release: 'Dit werkt niet: mee stoppen.',
}

export interface LessonFilter {
  /** Null when nothing was typed. */
  readonly ids: ReadonlySet<Id> | null
  /** Empty means: every type. */
  readonly typeIds: readonly Id[]
}

/** The types that a lesson is about: its own, and those of its projects. */
function typesOf(data: ProgrammeData, lesson: Lesson): Set<Id> {
  const linked = lesson.links.flatMap(({ table, id }) => {
    if (table === 'arrangementTypes') return [id]
    return table === 'projects' ? (data.projects.get(id)?.typeId ?? []) : []
  })
  return new Set([...lesson.typeIds, ...linked])
}

/** The three columns, the newest lesson on top. */
export function lessonColumns(
  data: ProgrammeData,
  { ids, typeIds }: LessonFilter,
): Readonly<Record<Outcome, readonly Lesson[]>> {
  const columns: Record<Outcome, Lesson[]> = { keep: [], adjust: [], release: [] }
  for (const lesson of data.lessons.values()) {
    if (ids !== null && !ids.has(lesson.id)) continue
    if (typeIds.length > 0) {
      const types = typesOf(data, lesson)
      if (!typeIds.some((id) => types.has(id))) continue
    }
    columns[lesson.outcome].push(lesson)
  }
  for (const outcome of LESSON_OUTCOMES)
    columns[outcome].sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : a.id < b.id ? -1 : 1))
  return columns
}

/** What a lesson changes: types, and what it was linked with. */
export function changedBy(data: ProgrammeData, lesson: Lesson): ShownLink[] {
  const types = lesson.typeIds.map((id) => ({ table: 'arrangementTypes' as const, id }))
  return [...types, ...lesson.links]
    .filter(({ table, id }) => data[table].has(id))
    .map((link) => shownLink(data, link))
}

export function lessonTable(data: ProgrammeData, lessons: readonly Lesson[]): ExportTable {
  return {
    columns: [
      { key: 'on', label: 'Datum', kind: 'date' },
      { key: 'name', label: 'Les', kind: 'text' },
      { key: 'observation', label: 'Wat we zagen', kind: 'text' },
      { key: 'outcome', label: 'Wat we doen', kind: 'text' },
      { key: 'change', label: 'Wat er verandert', kind: 'text' },
      { key: 'about', label: 'Geldt voor', kind: 'text' },
    ],
    rows: lessons.map((lesson) => [
      lesson.on,
      lesson.name,
      lesson.observation,
      lessonOutcomeLabels[lesson.outcome],
      lesson.change,
      changedBy(data, lesson)
        .map(({ word, label }) => `${word} ${label}`)
        .join('; '),
    ]),
  }
}

/** `15 maart 2026`, and where it was learned when that was at a table. */
export function learnedWhen(data: ProgrammeData, lesson: Lesson): string {
  const session = lesson.sessionId === null ? undefined : data.sessions.get(lesson.sessionId)
  return session === undefined
    ? formatDate(lesson.on)
    : `${formatDate(lesson.on)}, ${tableLabels.sessions.one} ${session.name}`
}
