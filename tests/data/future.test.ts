import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openCatalogue } from '@/data/catalogue'
import { CATALOGUE_DATABASE, programmeDatabase } from '@/data/database'
import { openSession } from '@/data/open'
import { created, newProgrammeId, PLAN, rawContent, VAULT } from './support'

function openNative(
  name: string,
  version?: number,
  upgrade?: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = () => {
      upgrade?.(request.result)
    }
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('open'))
    }
  })
}

/** A database as a later Palet might leave it: a higher version, other tables. */
async function leaveFuture(name: string): Promise<void> {
  const database = await openNative(name, 90, (fresh) => {
    fresh.createObjectStore('vault', { keyPath: 'page' })
  })
  const transaction = database.transaction('vault', 'readwrite')
  transaction.objectStore('vault').put({ page: 1, bytes: new Uint8Array([1, 2, 3]) })
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
  database.close()
}

async function contentOf(name: string): Promise<{ version: number; stores: string[]; rows: unknown[] }> {
  const database = await openNative(name)
  const request = database.transaction('vault').objectStore('vault').getAll()
  const rows = await new Promise<unknown[]>((resolve) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
  })
  const content = { version: database.version, stores: [...database.objectStoreNames], rows }
  database.close()
  return content
}

test('a programme of a newer Palet is refused and stays as it is', async () => {
  const id = newProgrammeId()
  const name = programmeDatabase(id)
  await leaveFuture(name)
  const before = await contentOf(name)
  const opened = await openSession(id, { vault: VAULT, plan: PLAN })
  expect(opened).toMatchObject({ ok: false, error: { code: 'store-newer' } })
  expect(opened.ok ? '' : opened.error.message).toBe(
    'Deze gegevens zijn gemaakt met een nieuwere versie van Palet. Er is niets gewijzigd. Installeer de nieuwste versie om verder te werken.',
  )
  expect(await contentOf(name)).toEqual(before)
})

test('records in a newer format are refused and stay as they are', async () => {
  const session = await created(undefined, { plan: { current: 7, migrations: [] } })
  await session.close()
  const before = await rawContent(session.id)
  expect(await openSession(session.id, { vault: VAULT, plan: PLAN })).toMatchObject({
    ok: false,
    error: { code: 'store-newer' },
  })
  expect(await rawContent(session.id)).toEqual(before)
})

test('a newer catalogue is refused and stays as it is', async () => {
  await leaveFuture(CATALOGUE_DATABASE)
  const before = await contentOf(CATALOGUE_DATABASE)
  expect(await openCatalogue(VAULT)).toMatchObject({ ok: false, error: { code: 'store-newer' } })
  expect(await contentOf(CATALOGUE_DATABASE)).toEqual(before)
})

test('a programme without the mark of its store is refused and stays as it is', async () => {
  const session = await created()
  await session.close()
  const database = await openNative(programmeDatabase(session.id))
  const transaction = database.transaction('meta', 'readwrite')
  transaction.objectStore('meta').clear()
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
  database.close()
  const before = await rawContent(session.id)
  expect(await openSession(session.id, { vault: VAULT, plan: PLAN })).toMatchObject({
    ok: false,
    error: { code: 'store-damaged' },
  })
  expect(await rawContent(session.id)).toEqual(before)
})
