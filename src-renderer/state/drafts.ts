import { defineStore } from 'pinia'
import { attempt } from '../data/failure'
import { formatDate } from '../domain/labels'
import type { Id } from '../domain/model/entities'
import { localToday } from './clock'
import { useProgramme } from './programme'
import { theCatalogue } from './programmes'

/** What was typed in a form and not saved yet. */
export interface KeptDraft {
  /** Empty for a form that belongs to no programme. */
  readonly programmeId: Id
  /** Which form: `project`, `report`. */
  readonly form: string
  /** Which record it is about; for a record that isn't there yet a word of the form itself. */
  readonly record: string
  /** Moment in UTC. */
  readonly at: string
  readonly value: unknown
}

type Place = Pick<KeptDraft, 'programmeId' | 'form' | 'record'>
type Unsaved = Pick<KeptDraft, 'record' | 'value'>

const SETTING = 'drafts'
/** Forms outside any programme. */
const APART = new Set(['wizard'])

const isDraft = (value: unknown): value is KeptDraft =>
  typeof value === 'object' &&
  value !== null &&
  ['programmeId', 'form', 'record', 'at'].every((key) => typeof Reflect.get(value, key) === 'string') &&
  'value' in value

const samePlace = (a: Place, b: Place): boolean =>
  a.programmeId === b.programmeId && a.form === b.form && a.record === b.record

/**
 * Forms that are open register here, so that locking can keep what was typed, sealed like everything else. The same
 * form takes it back when it opens on the same record. Forms reach this through `ui/keptDraft.ts`.
 */
export const useDrafts = defineStore('drafts', () => {
  const programme = useProgramme()
  const forms = new Map<() => Unsaved | null, string>()
  /** True while Palet locks: the forms that go then are not being thrown away. */
  let locking = false
  /** Whether anything is kept; null when it isn't known yet. */
  let any: boolean | null = null
  let tail: Promise<unknown> = Promise.resolve()

  const idFor = (form: string): Id | null => (APART.has(form) ? '' : programme.id)

  function register(form: string, unsaved: () => Unsaved | null): () => void {
    forms.set(unsaved, form)
    return () => forms.delete(unsaved)
  }

  async function read(): Promise<readonly KeptDraft[]> {
    const opened = await theCatalogue()
    if (!opened.ok) return []
    const kept = await attempt(() => opened.value.setting(SETTING))
    const drafts = kept.ok && Array.isArray(kept.value) ? kept.value.filter(isDraft) : []
    any = drafts.length > 0
    return drafts
  }

  /** All drafts are one sealed value, so changes take turns. False when it couldn't be written. */
  function change(next: (drafts: readonly KeptDraft[]) => readonly KeptDraft[]): Promise<boolean> {
    const done = tail.then(async () => {
      const before = await read()
      const after = next(before)
      if (after.length === before.length && after.every((draft, i) => draft === before[i])) return true
      const opened = await theCatalogue()
      if (!opened.ok) return false
      const written = await attempt(() => opened.value.setSetting(SETTING, after))
      if (written.ok) any = after.length > 0
      return written.ok
    })
    tail = done.catch(() => undefined)
    return done
  }

  /** Keeps what stands in the open forms. Resolves when it is on disk; false when that failed. */
  function keepAll(): Promise<boolean> {
    locking = true
    const at = new Date().toISOString()
    const fresh = [...forms].flatMap(([unsaved, form]): KeptDraft[] => {
      const found = unsaved()
      const programmeId = idFor(form)
      return found === null || programmeId === null ? [] : [{ ...plain(found), programmeId, form, at }]
    })
    // What was thrown away just before may still be on its way out.
    if (fresh.length === 0) return tail.then(() => true)
    return change((drafts) => [
      ...drafts.filter((draft) => !fresh.some((other) => samePlace(draft, other))),
      ...fresh,
    ])
  }

  /** The lock didn't go on: forms can be thrown away again. */
  function goOn(): void {
    locking = false
  }

  /** The latest draft of a form in this programme, with the words that say so. */
  async function find(form: string, record?: string) {
    await tail
    if (any === false) return null
    const programmeId = idFor(form)
    const [latest] = (await read())
      .filter((draft) => draft.programmeId === programmeId && draft.form === form)
      .filter((draft) => record === undefined || draft.record === record)
      .sort((a, b) => (a.at < b.at ? 1 : -1))
    return latest === undefined ? null : { ...latest, words: wordsFor(latest.at) }
  }

  function forget(form: string, record: string): void {
    const programmeId = idFor(form)
    if (locking || any === false || programmeId === null) return
    void change((drafts) => drafts.filter((draft) => !samePlace(draft, { programmeId, form, record })))
  }

  /** Drafts of a record that is deleted for good, or of a programme that is removed, must not outlive it. */
  async function forgetAll(programmeId: Id, record?: string): Promise<void> {
    await change((drafts) =>
      drafts.filter(
        (draft) => draft.programmeId !== programmeId || (record !== undefined && draft.record !== record),
      ),
    )
  }

  return { register, keepAll, goOn, find, forget, forgetAll }
})

function wordsFor(at: string): string {
  const moment = new Date(at)
  const two = (n: number): string => String(n).padStart(2, '0')
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`
  const day = localToday(moment)
  const when = day === localToday() ? time : `${formatDate(day)}, ${time}`
  return `Niet bewaarde wijzigingen van ${when} zijn teruggezet.`
}

/** Without the proxies that forms wrap around what they hold. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
