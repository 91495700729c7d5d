import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ledgerFrom, latestOf, withCheck, withFault, withRecord } from '@/data/backup/ledger'
import { removeScratch, restoredInScratch } from '@/data/backup/scratch'
import type { Bytes } from '@/data/crypto/bytes'
import { createKeyring } from '@/data/crypto/keyring'
import { FILE_PURPOSE, openFile } from '@/data/crypto/sealedFile'
import { openVault } from '@/data/crypto/vault'
import { programmesOnDisk } from '@/data/database'
import { createSession } from '@/data/open'
import { parsePalet } from '@/exchange'
import { digestOf, makeBackup, readBackup } from '@/workers/backup/work'
import { created, reopened, someData as storable, VAULT, valueOf, WHO } from '../support'

/** As a file takes it: the projects of the store's tests have a type that isn't there. */
const sample = readFileSync(
  resolve(import.meta.dirname, '../../../resources/sample/achterhoek.palet'),
  'utf8',
)
const SAMPLE = valueOf(parsePalet(sample)).data
const STAMP = { savedAt: '2026-04-14T09:00:00.000Z', programmeId: 'a-programme' }
const derive = (passphrase: string): Promise<Bytes> =>
  Promise.resolve(new Uint8Array(32).fill(passphrase.length))

async function aLock() {
  const { keyring, dataKey, recoveryKey } = await createKeyring('drempel kaneel paraplu', derive)
  const vault = await openVault(dataKey)
  return { lock: { keyring, dataKeyKey: await vault.keyFor(FILE_PURPOSE) }, recoveryKey }
}

test('what is read back has the digest of what was made; of other content it is another', async () => {
  const { lock } = await aLock()
  const made = await makeBackup(SAMPLE, STAMP, lock)
  expect(valueOf(await readBackup(made.bytes, lock.dataKeyKey))).toBe(made.digest)
  expect(await digestOf(SAMPLE, STAMP)).toBe(made.digest)
  expect(await digestOf({ ...SAMPLE, partners: new Map() }, STAMP)).not.toBe(made.digest)
})

test('damage anywhere in a backup is found when it is read back', async () => {
  const { lock } = await aLock()
  const { bytes } = await makeBackup(SAMPLE, STAMP, lock)
  for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
    const bent = bytes.slice()
    bent[at] = (bent[at] ?? 0) ^ 1
    expect((await readBackup(bent, lock.dataKeyKey)).ok).toBe(false)
    expect((await readBackup(bytes.slice(0, at), lock.dataKeyKey)).ok).toBe(false)
  }
})

test('without the profile a backup opens with the passphrase of then and with the recovery key', async () => {
  const { lock, recoveryKey } = await aLock()
  const { bytes } = await makeBackup(SAMPLE, STAMP, lock)
  const one = valueOf(await openFile(bytes, { passphrase: 'drempel kaneel paraplu', derive }))
  expect(valueOf(await openFile(bytes, { recoveryKey }))).toEqual(one)
  expect((await openFile(bytes, { passphrase: 'iets anders', derive })).ok).toBe(false)
})

test('put back on trial it is the same, and nothing of it stays, also after a power cut', async () => {
  const before = (await programmesOnDisk()).length
  const restored = valueOf(await restoredInScratch(SAMPLE, VAULT))
  expect(await digestOf(restored, STAMP)).toBe(await digestOf(SAMPLE, STAMP))
  expect(await programmesOnDisk()).toHaveLength(before)
  const left = await createSession('proefherstel-1', SAMPLE, WHO, { vault: VAULT })
  await valueOf(left).close()
  await removeScratch()
  expect(await programmesOnDisk()).toHaveLength(before)
})

test('putting back is one entry of its own kind, and can be undone, also after a restart', async () => {
  const session = await created(storable(3))
  const commit = valueOf(await session.replaceAll(storable(1), 'teruggezet', { ...WHO, kind: 'restore' }))
  expect([commit.kind, commit.patches.length]).toEqual(['restore', 2])
  const again = await reopened(session)
  expect(again.data.projects.size).toBe(1)
  valueOf(await again.undo(WHO))
  expect(again.data.projects.size).toBe(3)
  await again.close()
})

test('what is known of backups survives as it was, and what is no such thing is left out', () => {
  const record = {
    name: 'palet-2026-04-14-090000-zelf-0a1b2c3d.palet',
    programmeId: 'a-programme',
    programmeName: 'Proef',
    at: '2026-04-14T09:00:00.000Z',
    version: 3,
    digest: 'ab',
    checks: {},
  }
  const check = { at: '2026-04-14T09:00:01.000Z', how: 'read', fault: null } as const
  let ledger = withCheck(withRecord(ledgerFrom(null), record), record.name, 'own', check)
  ledger = withFault(withFault(ledger, 'first', 'weg'), 'second', 'vol')
  expect(ledgerFrom(JSON.parse(JSON.stringify(ledger)))).toEqual(ledger)
  expect(latestOf(ledger, 'a-programme')?.checks.own).toEqual(check)
  expect(latestOf(ledger, 'another')).toBeNull()
  expect(withFault(ledger, 'first', null).faults).toEqual({ second: 'vol' })
  expect(ledgerFrom({ records: [1, { name: 'x' }], faults: { mars: 'x', own: 3 }, everyMinutes: 7 })).toEqual(
    {
      records: [],
      faults: {},
      everyMinutes: 15,
    },
  )
  expect(ledgerFrom({ ...ledger, everyMinutes: null }).everyMinutes).toBeNull()
})
