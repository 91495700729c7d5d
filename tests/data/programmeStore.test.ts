import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isProxy, reactive } from 'vue'
import type { Command } from '@/domain/commands/context'
import type { Project } from '@/domain/model/entities'
import { ok, refuse } from '@/domain/result'
import { serialisePalet } from '@/exchange'
import { holdVault } from '@/state/heldVault'
import { useNotices } from '@/state/notices'
import { useProgramme } from '@/state/programme'
import { useProgrammes } from '@/state/programmes'
import { useSettings } from '@/state/settings'
import { aProject, newProgrammeId, renaming, someData, testVault, valueOf } from './support'

const rename =
  (id: string, name: string): Command =>
  (data) =>
    ok(renaming(data, id, name))

const fileOf = (programmeId: string, projects: number): Uint8Array =>
  new TextEncoder().encode(
    serialisePalet(validData(projects), { programmeId, savedAt: '2026-02-03T10:00:00Z' }),
  )

/** Complete enough for a file: every project names a type that is there. */
function validData(projects: number) {
  const data = someData(projects)
  return {
    ...data,
    arrangementTypes: new Map([
      [
        'type',
        {
          id: 'type',
          name: 'Doorstroomwoning',
          family: 'intermediate' as const,
          contract: 'temporaryLease' as const,
          supportBandId: 'licht',
          audience: '',
          duration: '',
          description: '',
          retired: false,
        },
      ],
    ]),
  }
}

beforeEach(async () => {
  setActivePinia(createPinia())
  holdVault(await testVault())
})

afterEach(async () => {
  await useProgramme().close()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('a command changes what is shown at once, and is on disk when its promise resolves', async () => {
  const programme = useProgramme()
  valueOf(await programme.create(someData()))
  await useSettings().setWho('Noor')
  const promise = programme.run(rename('p0', 'Anders'), { why: 'afgesproken in het overleg' })
  expect(programme.data?.projects.get('p0')?.name).toBe('Anders')
  expect(programme.saving).toBe(true)
  expect(programme.undoLabel).toBe('project "Anders" gewijzigd')
  const commit = valueOf(await promise)
  expect(commit).toMatchObject({ who: 'Noor', why: 'afgesproken in het overleg', sequence: 2 })
  expect(programme.saving).toBe(false)
  expect(programme.savedAt).toBe(commit.at)
  expect(programme.version).toBe(2)
  expect(useNotices().items).toEqual([])
})

test('a refusal of a command comes back as it is, and shows nothing', async () => {
  const programme = useProgramme()
  expect(await programme.run(rename('p0', 'X'))).toMatchObject({ error: { code: 'no-programme' } })
  valueOf(await programme.create(someData()))
  const refusal = refuse('date-order', 'De einddatum ligt voor de begindatum.', 'horizon')
  expect(await programme.run(() => refusal)).toEqual(refusal)
  expect(programme.version).toBe(1)
  expect(useNotices().items).toEqual([])
})

test('records are never wrapped by the view layer, not even when a form hands over wrapped ones', async () => {
  const programme = useProgramme()
  valueOf(await programme.create(someData()))
  const form = reactive(structuredClone(aProject('p0'))) as { -readonly [K in keyof Project]: Project[K] }
  const command: Command = (data) => {
    const before = data.projects.get('p0') ?? null
    form.name = 'Uit het formulier'
    return ok({ patches: [{ table: 'projects', id: 'p0', before, after: form }], summary: 'gewijzigd' })
  }
  valueOf(await programme.run(command))
  const shown = programme.data?.projects.get('p0')
  expect(shown?.name).toBe('Uit het formulier')
  for (const part of [programme.data, programme.data?.projects, shown, shown?.homes, shown?.rating])
    expect(isProxy(part)).toBe(false)
})

test('undo and redo say what they did, and the notice can turn it around', async () => {
  const programme = useProgramme()
  const notices = useNotices()
  valueOf(await programme.create(someData()))
  valueOf(await programme.run(rename('p0', 'Anders')))
  await programme.undo()
  expect(notices.items.map((item) => item.text)).toEqual(['Ongedaan gemaakt: project "Anders" gewijzigd.'])
  expect(programme.data?.projects.get('p0')?.name).toBe('Project p0')
  expect([programme.canUndo, programme.canRedo]).toEqual([false, true])
  await programme.redo()
  expect(notices.items.at(-1)?.text).toBe('Opnieuw gedaan: project "Anders" gewijzigd.')
  expect(programme.data?.projects.get('p0')?.name).toBe('Anders')
  await programme.redo()
  expect(notices.items.at(-1)?.text).toBe('Er is niets om opnieuw te doen.')
})

test('when the store fails the change is taken back on screen and an error stays', async () => {
  const programme = useProgramme()
  valueOf(await programme.create(someData()))
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await programme.run(rename('p0', 'Anders'))).toMatchObject({
    ok: false,
    error: { code: 'store-full' },
  })
  expect(programme.data?.projects.get('p0')?.name).toBe('Project p0')
  expect(programme.canUndo).toBe(false)
  const [notice] = useNotices().items
  expect(notice?.kind).toBe('error')
  expect(notice?.text).toContain('De schijf is vol.')
})

test('the list of programmes follows opening and the name of the programme', async () => {
  const programme = useProgramme()
  const programmes = useProgrammes()
  const first = valueOf(await programme.create(someData()))
  const second = valueOf(await programme.create(someData()))
  expect(programmes.entries.slice(0, 2).map((entry) => entry.id)).toEqual([second, first])
  valueOf(await programme.open(first))
  expect(programmes.entries[0]?.id).toBe(first)
  const nameIt: Command = (data) => {
    const before = data.programme.get('programme') ?? null
    if (before === null) return refuse('none', 'Geen programma.')
    const after = { ...before, name: 'Achterhoek thuis' }
    return ok({
      patches: [{ table: 'programme', id: 'programme', before, after }],
      summary: 'naam gewijzigd',
    })
  }
  valueOf(await programme.run(nameIt))
  expect(programmes.entries[0]?.name).toBe('Achterhoek thuis')
  valueOf(await programme.undo())
  expect(programmes.entries[0]?.name).toBe('Proefprogramma')
  valueOf(await programmes.remove(second))
  expect(programmes.entries.map((entry) => entry.id)).not.toContain(second)
})

test('a file makes a programme; opened again it asks, and replacing can be undone', async () => {
  const programme = useProgramme()
  const id = newProgrammeId()
  expect(valueOf(await programme.openFile(fileOf(id, 2), 'proef.palet'))).toEqual({ kind: 'opened', id })
  expect(programme.data?.projects.size).toBe(2)
  valueOf(await programme.run(rename('p0', 'Verder gewerkt')))
  const question = valueOf(await programme.openFile(fileOf(id, 5), 'proef.palet'))
  if (question.kind !== 'exists') throw new Error('should ask')
  expect(question.entry).toMatchObject({ id, name: 'Proefprogramma' })
  expect(programme.data?.projects.size).toBe(2)
  valueOf(await question.replace())
  expect(programme.data?.projects.size).toBe(5)
  expect(programme.undoLabel).toBe('inhoud vervangen door bestand "proef.palet"')
  await programme.undo()
  expect(programme.data?.projects.size).toBe(2)
  expect(programme.data?.projects.get('p0')?.name).toBe('Verder gewerkt')
  const other = valueOf(await question.asNew())
  expect(other).not.toBe(id)
  expect(programme.id).toBe(other)
  expect(programme.data?.projects.size).toBe(5)
})

test('a file that is no good changes nothing', async () => {
  const programme = useProgramme()
  valueOf(await programme.create(someData()))
  const [shown, listed] = [programme.data, useProgrammes().entries]
  const result = await programme.openFile(new TextEncoder().encode('{"format":'), 'kapot.palet')
  expect(result).toMatchObject({ ok: false, error: { code: 'not-json' } })
  expect(programme.data).toBe(shown)
  expect(useProgrammes().entries).toEqual(listed)
})

test('the sample opens once, and after that as it was left', async () => {
  const programme = useProgramme()
  const text = new TextDecoder().decode(fileOf(newProgrammeId(), 2))
  const first = valueOf(await programme.openSample(text))
  valueOf(await programme.run(rename('p0', 'Eigen naam')))
  await programme.close()
  expect(programme.data).toBeNull()
  expect(valueOf(await programme.openSample(text))).toEqual(first)
  expect(programme.data?.projects.get('p0')?.name).toBe('Eigen naam')
})

test('a double click opens once', async () => {
  const programme = useProgramme()
  const text = new TextDecoder().decode(fileOf(newProgrammeId(), 2))
  const [first, second] = await Promise.all([programme.openSample(text), programme.openSample(text)])
  expect(valueOf(second)).toEqual(valueOf(first))
  const listed = useProgrammes().entries.filter((entry) => entry.id === programme.id)
  expect(listed).toHaveLength(1)
  expect(await programme.run(rename('p0', 'Nog open'))).toMatchObject({ ok: true })
})

test('the log is there for the screen, and not without a programme', async () => {
  const programme = useProgramme()
  expect(await programme.log({ page: 0, pageSize: 10 })).toMatchObject({ error: { code: 'no-programme' } })
  valueOf(await programme.create(someData()))
  void programme.run(rename('p0', 'Net gewijzigd'))
  const page = valueOf(await programme.log({ page: 0, pageSize: 10 }))
  expect(page.entries.map((entry) => entry.summary)).toEqual([
    'project "Net gewijzigd" gewijzigd',
    'programma "Proefprogramma" aangemaakt',
  ])
})
