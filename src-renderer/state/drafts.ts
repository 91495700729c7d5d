import { defineStore } from 'pinia'
import { attempt } from '../data/failure'
import type { Id } from '../domain/model/entities'
import { theCatalogue } from './programmes'

/** What was typed in a form and not saved yet. */
export interface KeptDraft {
  readonly programmeId: Id
  /** Which form: `project`, `report`. */
  readonly form: string
  /** Which record it is about; for a record that isn't there yet a word of the form itself. */
  readonly record: string
  /** Moment in UTC. */
  readonly at: string
  readonly value: unknown
}

/** A form that can be interrupted: what it holds now, or null when nothing would be lost. */
export type UnsavedForm = () => Omit<KeptDraft, 'at'> | null

const SETTING = 'drafts'

const isDraft = (value: unknown): value is KeptDraft =>
  typeof value === 'object' &&
  value !== null &&
  ['programmeId', 'form', 'record', 'at'].every((key) => typeof Reflect.get(value, key) === 'string') &&
  'value' in value

const samePlace = (a: Omit<KeptDraft, 'at' | 'value'>, b: Omit<KeptDraft, 'at' | 'value'>): boolean =>
  a.programmeId === b.programmeId && a.form === b.form && a.record === b.record

/**
 * Forms that are open register here, so that locking can keep what was typed, sealed like everything else. The same
 * form takes it back when it opens on the same record.
 */
export const useDrafts = defineStore('drafts', () => {
  const forms = new Set<UnsavedForm>()
  let tail: Promise<unknown> = Promise.resolve()

  /** Returns a function that takes the form out again. */
  function register(form: UnsavedForm): () => void {
    forms.add(form)
    return () => forms.delete(form)
  }

  async function read(): Promise<readonly KeptDraft[]> {
    const opened = await theCatalogue()
    if (!opened.ok) return []
    const kept = await attempt(() => opened.value.setting(SETTING))
    return kept.ok && Array.isArray(kept.value) ? kept.value.filter(isDraft) : []
  }

  /** All drafts are one sealed value, so changes take turns. False when it couldn't be written. */
  function change(next: (drafts: readonly KeptDraft[]) => readonly KeptDraft[]): Promise<boolean> {
    const done = tail.then(async () => {
      const before = await read()
      const after = next(before)
      if (after.length === 0 && before.length === 0) return true
      const opened = await theCatalogue()
      if (!opened.ok) return false
      return (await attempt(() => opened.value.setSetting(SETTING, after))).ok
    })
    tail = done.catch(() => undefined)
    return done
  }

  /** Keeps what stands in the open forms. Resolves when it is on disk; false when that failed. */
  function keepAll(): Promise<boolean> {
    const at = new Date().toISOString()
    const found = [...forms].map((form) => form()).filter((draft) => draft !== null)
    const fresh: KeptDraft[] = found.map((draft) => ({ ...plain(draft), at }))
    if (fresh.length === 0) return Promise.resolve(true)
    return change((drafts) => [
      ...drafts.filter((draft) => !fresh.some((other) => samePlace(draft, other))),
      ...fresh,
    ])
  }

  async function find(programmeId: Id, form: string, record: string): Promise<KeptDraft | null> {
    await tail
    return (await read()).find((draft) => samePlace(draft, { programmeId, form, record })) ?? null
  }

  /** All drafts of a form in a programme, the latest first. */
  async function list(programmeId: Id, form: string): Promise<readonly KeptDraft[]> {
    await tail
    const drafts = await read()
    return drafts
      .filter((draft) => draft.programmeId === programmeId && draft.form === form)
      .sort((a, b) => (a.at < b.at ? 1 : -1))
  }

  async function forget(programmeId: Id, form: string, record: string): Promise<void> {
    await change((drafts) => drafts.filter((draft) => !samePlace(draft, { programmeId, form, record })))
  }

  /** Drafts of a record that is deleted for good, or of a programme that is removed, must not outlive it. */
  async function forgetAll(programmeId: Id, record?: string): Promise<void> {
    await change((drafts) =>
      drafts.filter(
        (draft) => draft.programmeId !== programmeId || (record !== undefined && draft.record !== record),
      ),
    )
  }

  return { register, keepAll, find, list, forget, forgetAll }
})

/** Without the proxies that forms wrap around what they hold. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
