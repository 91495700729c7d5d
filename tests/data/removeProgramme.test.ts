import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { useDrafts } from '@/state/drafts'
import { holdVault } from '@/state/heldVault'
import { useProgramme } from '@/state/programme'
import { programmeSetting, setProgrammeSetting } from '@/state/programmeSettings'
import { useProgrammes } from '@/state/programmes'
import { removeProgramme } from '@/state/removeProgramme'
import { someData, testVault, valueOf } from './support'

beforeEach(async () => {
  setActivePinia(createPinia())
  holdVault(await testVault())
})

it('a programme that is removed takes its drafts and settings along, and leaves those of another', async () => {
  const programme = useProgramme()
  const drafts = useDrafts()
  const ids: string[] = []
  for (const text of ['van de een', 'van de ander']) {
    const id = valueOf(await programme.create(someData()))
    ids.push(id)
    valueOf(await setProgrammeSetting('retention', id, { text }))
    const end = drafts.register('project', () => ({ record: 'p1', value: { text } }))
    expect(await drafts.keepAll()).toBe(true)
    drafts.goOn()
    end()
  }
  const [gone = '', stays = ''] = ids

  valueOf(await removeProgramme(gone))
  expect(useProgrammes().entries.map(({ id }) => id)).toEqual([stays])
  expect(valueOf(await programmeSetting('retention', gone))).toBeNull()
  expect((await drafts.find('project'))?.value).toEqual({ text: 'van de ander' })
  expect(valueOf(await programmeSetting('retention', stays))).toEqual({ text: 'van de ander' })

  // The same programme from a file: nothing typed before comes back.
  valueOf(await programme.create(someData(), { id: gone }))
  expect(await drafts.find('project')).toBeNull()

  // The open one is closed first.
  valueOf(await removeProgramme(gone))
  expect(programme.id).toBeNull()
})
