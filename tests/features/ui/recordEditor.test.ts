import { describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { useRecordEditor } from '@/ui/recordEditor'

// Only a mounted screen holds the window open.
vi.mock('@/ui/windowClosing', () => ({ useWindowClosing: () => undefined }))

interface Thing {
  readonly id: string
  readonly name: string
}

function editorOf(first: Thing) {
  const stored = shallowRef<Thing | undefined>(first)
  const scope = effectScope()
  const editor = scope.run(() =>
    useRecordEditor<Thing>({
      form: 'thing',
      stored: () => stored.value,
      validate: () => [],
      save: () => Promise.resolve(null),
    }),
  )
  if (editor === undefined) throw new Error('no editor')
  return { stored, editor }
}

describe('an open panel and the data under it', () => {
  it('follows the data while nothing was typed', async () => {
    const { stored, editor } = editorOf({ id: 'a', name: 'nieuw' })
    await editor.open({ id: 'a', name: 'nieuw' })
    stored.value = { id: 'a', name: 'oud' }
    await nextTick()
    expect(editor.draft.value?.name).toBe('oud')
    expect(editor.dirty.value).toBe(false)
  })

  it('keeps what was typed', async () => {
    const { stored, editor } = editorOf({ id: 'a', name: 'nieuw' })
    await editor.open({ id: 'a', name: 'nieuw' })
    if (editor.draft.value !== null) editor.draft.value.name = 'getypt'
    stored.value = { id: 'a', name: 'oud' }
    await nextTick()
    expect(editor.draft.value?.name).toBe('getypt')
    expect(editor.dirty.value).toBe(true)
  })

  it('closes when the record is gone', async () => {
    const { stored, editor } = editorOf({ id: 'a', name: 'nieuw' })
    await editor.open({ id: 'a', name: 'nieuw' })
    stored.value = undefined
    await nextTick()
    expect(editor.draft.value).toBeNull()
  })

  it('leaves a record that is still being made alone', async () => {
    const { stored, editor } = editorOf({ id: 'a', name: 'nieuw' })
    await editor.open({ id: 'b', name: '' }, true)
    stored.value = undefined
    await nextTick()
    expect(editor.draft.value).toEqual({ id: 'b', name: '' })
  })
})
