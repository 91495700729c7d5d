import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { expect, it, vi } from 'vitest'
import { type Bytes } from '@/data/crypto/bytes'
import { createKeyring, needsUpgrade, unlockWithPassphrase } from '@/data/crypto/keyring'
import type * as Parameters from '@/data/crypto/kdfParameters'
import { COST, freshParameters, type KdfParameters } from '@/data/crypto/kdfParameters'
import { readKeyring, writeKeyring } from '@/data/keyringStore'
import { dropVault } from '@/state/heldVault'
import { useVault } from '@/state/vault'
import { quickDerive, valueOf } from './crypto/support'

const costs: number[] = []
vi.mock('@/workers/kdf/deriveInWorker', async () => {
  const { quickDerive: quick } = await import('./crypto/support')
  return {
    deriveInWorker: (passphrase: string, parameters: KdfParameters): Promise<Bytes> => {
      costs.push(parameters.memory)
      return quick(passphrase, parameters)
    },
  }
})
vi.mock('@/data/crypto/kdfParameters', async (original) => {
  const real = await original<typeof Parameters>()
  return { ...real, freshParameters: vi.fn(real.freshParameters) }
})

it('a slot of less than today’s cost is made anew at the next unlock, and the passphrase stays the same', async () => {
  setActivePinia(createPinia())
  const weak = { memory: COST.memory / 2, passes: COST.passes }
  vi.mocked(freshParameters).mockImplementationOnce(() => ({
    algorithm: 'argon2id',
    lanes: 1,
    salt: btoa('0123456789abcdef'),
    ...weak,
  }))
  const { keyring } = await createKeyring('kabouter spijkerbroek', quickDerive)
  expect(needsUpgrade(keyring)).toBe(true)
  valueOf(await writeKeyring(keyring))

  const vault = useVault()
  await vault.look()
  expect((await vault.unlock('iets anders')).ok).toBe(false)
  expect(needsUpgrade(valueOf(await readKeyring()) ?? keyring)).toBe(true)
  valueOf(await vault.unlock('kabouter spijkerbroek'))
  await vi.waitFor(async () => {
    expect(needsUpgrade(valueOf(await readKeyring()) ?? keyring)).toBe(false)
  })
  const stronger = valueOf(await readKeyring()) ?? keyring
  const [before, after] = await Promise.all(
    [keyring, stronger].map((ring) => unlockWithPassphrase(ring, 'kabouter spijkerbroek', quickDerive)),
  )
  expect(after).toEqual(before)
  expect(stronger.recovery).toEqual(keyring.recovery)

  // Once is enough: the next unlock derives one key.
  dropVault()
  const again = useVault()
  await again.look()
  costs.length = 0
  valueOf(await again.unlock('kabouter spijkerbroek'))
  expect(costs).toEqual([COST.memory])
})
