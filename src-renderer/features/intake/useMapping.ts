import { computed, ref, shallowRef } from 'vue'
import {
  type FieldKey,
  type FoundValue,
  foundValues,
  guessColumns,
  guessSubject,
  isPersonal,
  type Mapping,
  missingColumns,
  openValues,
  parseRemembered,
  recall,
  remember,
  type Subject,
} from '@/domain/intake'
import { programmeSetting, setProgrammeSetting } from '@/state/programmeSettings'
import { useProgramme } from '@/state/programme'
import type { Words } from '@/workers/sheet/messages'
import type { useSheet } from './useSheet'

const NOTHING: Mapping = { subject: 'projects', columns: {}, fixed: {}, values: {}, hiddenRows: true }

/** How the columns and the words of the sheet become fields and values: guessed, remembered, confirmed. */
export function useMapping(sheet: ReturnType<typeof useSheet>) {
  const programme = useProgramme()
  const mapping = shallowRef<Mapping>(NOTHING)
  const words = shallowRef<Words>({})
  /** True when the same form was read before and its choices were taken from then. */
  const remembered = ref(false)
  const readingWords = ref(false)

  const headings = computed(() => sheet.look.value?.columns.map((column) => column.heading) ?? [])
  const values = computed((): FoundValue[] =>
    programme.data === null ? [] : foundValues(programme.data, mapping.value, words.value),
  )
  const open = computed(() => openValues(values.value))
  const missing = computed(() => missingColumns(mapping.value))
  const personal = computed(() => headings.value.filter(isPersonal))

  async function kept() {
    if (programme.id === null) return []
    const read = await programmeSetting('intake', programme.id)
    return read.ok ? parseRemembered(read.value) : []
  }

  /** For a sheet that was just opened, or with other heads: as the last time, else by what the headings say. */
  async function start(): Promise<void> {
    const known = recall(await kept(), headings.value)
    remembered.value = known !== null
    const subject = known?.subject ?? guessSubject(headings.value)
    mapping.value = { ...NOTHING, subject, columns: guessColumns(subject, headings.value), ...known }
    await readWords()
  }

  async function setSubject(subject: Subject): Promise<void> {
    if (subject === mapping.value.subject) return
    remembered.value = false
    mapping.value = { ...NOTHING, subject, columns: guessColumns(subject, headings.value) }
    await readWords()
  }

  /** @param column from 0; null for none */
  async function setColumn(field: FieldKey, column: number | null): Promise<void> {
    const columns: Partial<Record<FieldKey, number>> = { ...mapping.value.columns }
    // A column fills one field.
    for (const [key, at] of Object.entries(columns))
      if (at === column || key === field) Reflect.deleteProperty(columns, key)
    if (column !== null) columns[field] = column
    mapping.value = { ...mapping.value, columns }
    await readWords()
  }

  function setFixed(field: FieldKey, value: string | null): void {
    const fixed: Partial<Record<FieldKey, string>> = { ...mapping.value.fixed }
    if (value === null || value === '') Reflect.deleteProperty(fixed, field)
    else fixed[field] = value
    mapping.value = { ...mapping.value, fixed }
  }

  function setValue({ field, key }: Pick<FoundValue, 'field' | 'key'>, to: string | null): void {
    const { values: all } = mapping.value
    mapping.value = { ...mapping.value, values: { ...all, [field]: { ...all[field], [key]: to } } }
  }

  /** All that was offered is right. */
  function confirmAll(): void {
    for (const value of open.value) if (value.state === 'alike') setValue(value, value.to)
  }

  async function setHiddenRows(hiddenRows: boolean): Promise<void> {
    mapping.value = { ...mapping.value, hiddenRows }
    await readWords()
  }

  async function readWords(): Promise<void> {
    const { data } = programme
    const desk = sheet.desk.value
    if (data === null || desk === null) return
    readingWords.value = true
    const asked = mapping.value
    const found = await desk.words(data, sheet.place.value, asked)
    // Somebody chose another column meanwhile: that choice reads its own words.
    if (asked.columns !== mapping.value.columns || asked.hiddenRows !== mapping.value.hiddenRows) return
    readingWords.value = false
    words.value = found.ok ? found.value : {}
  }

  /** Next time a file with these headings needs no choices. */
  async function keep(today: string): Promise<void> {
    if (programme.id === null) return
    const confirmed: Record<string, Record<string, string | null>> = {}
    for (const { field, key, state, to } of values.value)
      if (state === 'chosen') (confirmed[field] ??= {})[key] = to
    const next = remember(await kept(), headings.value, { ...mapping.value, values: confirmed }, today)
    await setProgrammeSetting('intake', programme.id, JSON.parse(JSON.stringify(next)))
  }

  return {
    mapping,
    headings,
    values,
    open,
    missing,
    personal,
    remembered,
    readingWords,
    start,
    setSubject,
    setColumn,
    setFixed,
    setValue,
    confirmAll,
    setHiddenRows,
    keep,
  }
}
