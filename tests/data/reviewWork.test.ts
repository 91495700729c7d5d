import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { deleteDatabase } from '@/data/database'
import { openReviewDesk, REVIEW_WORK_DATABASE, type ReviewWorkLock } from '@/data/reviewWork'
import { deriveHere } from '@/data/crypto/kdf'
import { valueOf } from './support'

const TODAY = '2026-11-20'
const plain = { roundId: 'ronde', associationId: 'corporatie', sealedFile: null }
const sealed = { ...plain, sealedFile: 'a'.repeat(32) }
const lock = (passphrase: string): ReviewWorkLock => ({ passphrase, derive: deriveHere })

beforeEach(() => deleteDatabase(REVIEW_WORK_DATABASE))

async function rowsOnDisk(): Promise<Record<string, unknown>[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(REVIEW_WORK_DATABASE)
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(new Error('open failed'))
    }
  })
  const rows = await new Promise<Record<string, unknown>[]>((resolve) => {
    const request = database.transaction('work').objectStore('work').getAll()
    request.onsuccess = () => {
      resolve(request.result)
    }
  })
  database.close()
  return rows
}

test('work on an open question is there the next time, and not in words on the disk', async () => {
  const desk = valueOf(await openReviewDesk(plain, null, TODAY))
  expect(desk.found).toBeNull()
  valueOf(await desk.write('eerste'))
  valueOf(await desk.write('Manager Wonen'))
  expect(valueOf(await openReviewDesk(plain, null, TODAY))).toMatchObject({
    found: 'Manager Wonen',
    damaged: false,
  })
  const [row] = await rowsOnDisk()
  expect(new TextDecoder().decode(row?.['body'] as Uint8Array)).not.toContain('Manager')
  expect(JSON.stringify(row)).not.toContain('corporatie')
  const { key } = row?.['lock'] as { key: CryptoKey }
  expect(key.extractable).toBe(false)
  expect(valueOf(await openReviewDesk({ ...plain, roundId: 'andere' }, null, TODAY)).found).toBeNull()
})

test('work on a sealed question opens with the passphrase of its file only', async () => {
  const desk = valueOf(await openReviewDesk(sealed, lock('kabouter orkaan'), TODAY))
  valueOf(await desk.write('geheim'))
  expect(valueOf(await openReviewDesk(sealed, lock('kabouter orkaan'), TODAY)).found).toBe('geheim')
  expect(await openReviewDesk(sealed, lock('drempel oester'), TODAY)).toMatchObject({
    ok: false,
    error: { code: 'wrong-passphrase' },
  })
  expect(valueOf(await openReviewDesk(plain, null, TODAY)).found).toBeNull()
  expect(JSON.stringify(await rowsOnDisk())).not.toContain('kabouter')
})

test('work can be thrown away, and goes by itself after two years', async () => {
  const desk = valueOf(await openReviewDesk(plain, null, '2024-11-19'))
  valueOf(await desk.write('oud'))
  expect(valueOf(await openReviewDesk(plain, null, '2026-11-19')).found).toBe('oud')
  expect(valueOf(await openReviewDesk(plain, null, '2026-11-20')).found).toBeNull()
  valueOf(await desk.write('nieuw'))
  valueOf(await desk.clear())
  expect(await rowsOnDisk()).toEqual([])
})
