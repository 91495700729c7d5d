import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, expect, it } from 'vitest'
import { addKeychain, createKeyring, keepSealedSecret, renewRecoveryKey } from '@/data/crypto/keyring'
import { KEYRING_DATABASE, readKeyring, writeKeyring } from '@/data/keyringStore'
import { codeOf, quickDerive, valueOf } from './support'

afterEach(async () => {
  await Dexie.delete(KEYRING_DATABASE)
})

/** Puts something in the place of the keyring behind the back of the store. */
async function tamper(version: number, row: unknown): Promise<void> {
  const database = new Dexie(KEYRING_DATABASE)
  database.version(version).stores({ keyring: '' })
  await database.table('keyring').put(row, 1)
  database.close()
}

it('has none before a passphrase was chosen, and looking makes none', async () => {
  expect(valueOf(await readKeyring())).toBeNull()
  expect(await Dexie.exists(KEYRING_DATABASE)).toBe(false)
})

it('keeps one keyring: the last', async () => {
  const { keyring, dataKey } = await createKeyring('wachtzin', quickDerive)
  expect(valueOf(await writeKeyring(keyring))).toBeNull()
  expect(valueOf(await readKeyring())).toEqual(keyring)
  const renewed = await renewRecoveryKey(keyring, dataKey)
  const next = keepSealedSecret((await addKeychain(renewed.keyring, dataKey)).keyring, 'verzegeld')
  valueOf(await writeKeyring(next))
  expect(valueOf(await readKeyring())).toEqual(next)
})

it('says that a keyring is damaged, or from a newer version, and leaves it as it is', async () => {
  await tamper(1, { version: 1, id: 7 })
  expect(codeOf(await readKeyring())).toBe('keyring-damaged')
  await tamper(1, { version: 2, id: 'later' })
  expect(codeOf(await readKeyring())).toBe('keyring-newer')
  await Dexie.delete(KEYRING_DATABASE)
  await tamper(2, {})
  expect(codeOf(await readKeyring())).toBe('store-newer')
  const { keyring } = await createKeyring('wachtzin', quickDerive)
  expect(codeOf(await writeKeyring(keyring))).toBe('store-newer')
})
