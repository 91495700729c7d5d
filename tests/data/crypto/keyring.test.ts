import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bytes } from '@/data/crypto/bytes'
import { deriveHere } from '@/data/crypto/kdf'
import {
  addKeychain,
  changePassphrase,
  createKeyring,
  hasKeychain,
  keepSealedSecret,
  type Keyring,
  needsUpgrade,
  removeKeychain,
  renewRecoveryKey,
  unlockWithKeychain,
  unlockWithPassphrase,
  unlockWithRecoveryKey,
} from '@/data/crypto/keyring'
import { parseKeyring } from '@/data/crypto/parseKeyring'
import { bytesOf, codeOf, messageOf, passphrases, quickDerive, valueOf } from './support'

describe('the keyring', () => {
  it('opens with what it was made with, through the real derivation', async () => {
    const { keyring, dataKey, recoveryKey } = await createKeyring('een wachtzin van vijf woorden', deriveHere)
    expect(dataKey).toHaveLength(32)
    const kept = valueOf(parseKeyring(JSON.parse(JSON.stringify(keyring))))
    expect(valueOf(await unlockWithPassphrase(kept, 'een wachtzin van vijf woorden', deriveHere))).toEqual(
      dataKey,
    )
    expect(valueOf(await unlockWithRecoveryKey(kept, recoveryKey))).toEqual(dataKey)
    const wrong = await unlockWithPassphrase(kept, 'een wachtzin van zes woorden', deriveHere)
    expect(codeOf(wrong)).toBe('wrong-passphrase')
    expect(messageOf(wrong)).toContain('past niet')
  })

  it('takes the same letters however a keyboard makes them', async () => {
    const { keyring, dataKey } = await createKeyring('caf\u00e9 met cr\u00e8me', quickDerive)
    expect(valueOf(await unlockWithPassphrase(keyring, 'cafe\u0301 met cre\u0300me', quickDerive))).toEqual(
      dataKey,
    )
  })

  it('has nothing of the secrets in it', async () => {
    const { keyring, dataKey, recoveryKey } = await createKeyring('geheime wachtzin', quickDerive)
    const { keyring: withKeychain, secret } = await addKeychain(keyring, dataKey)
    const text = JSON.stringify(withKeychain)
    for (const hidden of [dataKey, secret]) expect(text).not.toContain(Buffer.from(hidden).toString('base64'))
    expect(text).not.toContain('geheim')
    for (const group of recoveryKey.split('-')) expect(text).not.toContain(group)
  })

  it('never gives the same twice', async () => {
    const [a, b] = await Promise.all([
      createKeyring('zelfde', quickDerive),
      createKeyring('zelfde', quickDerive),
    ])
    expect(a.dataKey).not.toEqual(b.dataKey)
    expect(a.recoveryKey).not.toBe(b.recoveryKey)
    expect(a.keyring.id).not.toBe(b.keyring.id)
    expect(a.keyring.passphrase.kdf.salt).not.toBe(b.keyring.passphrase.kdf.salt)
  })

  it('says that a slot made with less needs upgrading, and the same passphrase then gets the cost of today', async () => {
    const made = await createKeyring('wachtzin', quickDerive)
    expect(needsUpgrade(made.keyring)).toBe(false)
    const { passphrase } = made.keyring
    const old: Keyring = {
      ...made.keyring,
      passphrase: { ...passphrase, kdf: { ...passphrase.kdf, memory: 19_456, passes: 2 } },
    }
    expect(needsUpgrade(old)).toBe(true)
    const next = await changePassphrase(old, made.dataKey, 'wachtzin', quickDerive)
    expect(needsUpgrade(next)).toBe(false)
    expect(next.passphrase.kdf).toMatchObject({ memory: 65_536, passes: 3, lanes: 1 })
    expect(valueOf(await unlockWithPassphrase(next, 'wachtzin', quickDerive))).toEqual(made.dataKey)
  })

  it('refuses parameters that ask for 64 GiB before deriving anything', async () => {
    const { keyring } = await createKeyring('wachtzin', quickDerive)
    const hostile: Keyring = {
      ...keyring,
      passphrase: { ...keyring.passphrase, kdf: { ...keyring.passphrase.kdf, memory: 67_108_864 } },
    }
    const refused = await unlockWithPassphrase(hostile, 'wachtzin', () => {
      throw new Error('derived')
    })
    expect(codeOf(refused)).toBe('kdf-out-of-range')
  })

  it('says when there was no memory to derive', async () => {
    const { keyring } = await createKeyring('wachtzin', quickDerive)
    const refused = await unlockWithPassphrase(keyring, 'wachtzin', () =>
      Promise.reject(new RangeError('memory')),
    )
    expect(codeOf(refused)).toBe('kdf-failed')
  })

  it('tells a damaged slot from a wrong passphrase, and the other ways in go on working', async () => {
    const { keyring, dataKey, recoveryKey } = await createKeyring('wachtzin', quickDerive)
    const wrapped = keyring.passphrase.wrapped
    const damaged: Keyring = {
      ...keyring,
      passphrase: {
        ...keyring.passphrase,
        wrapped: wrapped.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      },
    }
    const refused = await unlockWithPassphrase(damaged, 'wachtzin', quickDerive)
    expect(codeOf(refused)).toBe('passphrase-slot-damaged')
    expect(messageOf(refused)).toContain('herstelsleutel')
    expect(valueOf(await unlockWithRecoveryKey(damaged, recoveryKey))).toEqual(dataKey)
  })

  it('does not take a slot of another keyring, or of another kind', async () => {
    const one = await createKeyring('wachtzin', quickDerive)
    const two = await createKeyring('wachtzin', quickDerive)
    const swapped: Keyring = { ...one.keyring, passphrase: two.keyring.passphrase }
    expect(codeOf(await unlockWithPassphrase(swapped, 'wachtzin', quickDerive))).toBe(
      'passphrase-slot-damaged',
    )
    const { keyring, secret } = await addKeychain(one.keyring, one.dataKey)
    const turned: Keyring = { ...keyring, recovery: keyring.keychain }
    expect(codeOf(await unlockWithRecoveryKey(turned, one.recoveryKey))).toBe('recovery-slot-damaged')
    expect(valueOf(await unlockWithKeychain(keyring, bytesOf(secret)))).toEqual(one.dataKey)
  })

  it('says what is missing', async () => {
    const { keyring } = await createKeyring('wachtzin', quickDerive)
    expect(codeOf(await unlockWithKeychain(keyring, new Uint8Array(32)))).toBe('no-keychain')
  })

  it.each([
    ['nothing', null],
    ['a list', []],
    ['no slots', { version: 1, id: 'a' }],
    ['a number for a text', { version: 1, id: 5 }],
    ['another derivation', { version: 1, id: 'a', passphrase: { kdf: { algorithm: 'md5' } } }],
  ])('refuses %s as a keyring', (_, value) => {
    expect(codeOf(parseKeyring(value))).toBe('keyring-damaged')
  })

  it('refuses a keyring of a newer version as such', () => {
    expect(codeOf(parseKeyring({ version: 2 }))).toBe('keyring-newer')
  })
})

/** What is known beside the keyring: what should open it now, and what should not any more. */
interface Model {
  keyring: Keyring
  passphrase: string
  recoveryKey: string
  secret: Bytes | null
  readonly before: { passphrases: Set<string>; recoveryKeys: Set<string>; secrets: Bytes[] }
}

type Step = { kind: 'passphrase'; next: string } | { kind: 'recovery' | 'keychain' | 'no-keychain' | 'kept' }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    passphrases.map((next): Step => ({ kind: 'passphrase', next })),
    fc.constantFrom<Step>(
      { kind: 'recovery' },
      { kind: 'keychain' },
      { kind: 'no-keychain' },
      { kind: 'kept' },
    ),
  ),
  { maxLength: 8 },
)

async function take(step: Step, model: Model, dataKey: Bytes): Promise<void> {
  if (step.kind === 'passphrase') {
    model.before.passphrases.add(model.passphrase)
    model.passphrase = step.next
    model.keyring = await changePassphrase(model.keyring, dataKey, step.next, quickDerive)
  } else if (step.kind === 'recovery') {
    model.before.recoveryKeys.add(model.recoveryKey)
    const renewed = await renewRecoveryKey(model.keyring, dataKey)
    model.keyring = renewed.keyring
    model.recoveryKey = renewed.recoveryKey
  } else if (step.kind === 'kept')
    model.keyring = valueOf(parseKeyring(JSON.parse(JSON.stringify(model.keyring))))
  else {
    if (model.secret !== null) model.before.secrets.push(model.secret)
    model.secret = null
    if (step.kind === 'no-keychain') model.keyring = removeKeychain(model.keyring)
    else {
      const added = await addKeychain(model.keyring, dataKey)
      model.keyring = keepSealedSecret(added.keyring, 'verzegeld')
      model.secret = added.secret
    }
  }
}

describe('any sequence of changes', () => {
  it('keeps the data key, opens with what is new and with nothing that is old', async () => {
    await fc.assert(
      fc.asyncProperty(passphrases, steps, async (first, taken) => {
        const { keyring, dataKey, recoveryKey } = await createKeyring(first, quickDerive)
        const key = bytesOf(dataKey)
        const model: Model = {
          keyring,
          passphrase: first,
          recoveryKey,
          secret: null,
          before: { passphrases: new Set(), recoveryKeys: new Set(), secrets: [] },
        }
        for (const step of taken) await take(step, model, dataKey)
        expect(dataKey).toEqual(key)
        expect(valueOf(await unlockWithPassphrase(model.keyring, model.passphrase, quickDerive))).toEqual(key)
        expect(valueOf(await unlockWithRecoveryKey(model.keyring, model.recoveryKey))).toEqual(key)
        expect(hasKeychain(model.keyring)).toBe(model.secret !== null)
        if (model.secret !== null) {
          expect(model.keyring.keychain?.sealedSecret).toBe('verzegeld')
          expect(valueOf(await unlockWithKeychain(model.keyring, bytesOf(model.secret)))).toEqual(key)
        }
        for (const old of model.before.passphrases)
          if (old.normalize('NFC') !== model.passphrase.normalize('NFC'))
            expect(codeOf(await unlockWithPassphrase(model.keyring, old, quickDerive))).toBe(
              'wrong-passphrase',
            )
        for (const old of model.before.recoveryKeys)
          expect(codeOf(await unlockWithRecoveryKey(model.keyring, old))).toBe('wrong-recovery-key')
        for (const old of model.before.secrets)
          expect(codeOf(await unlockWithKeychain(model.keyring, bytesOf(old)))).toBe(
            model.secret === null ? 'no-keychain' : 'wrong-keychain-key',
          )
      }),
      { numRuns: 60, seed: 4 },
    )
  })
})
