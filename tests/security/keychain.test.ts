import { describe, expect, it } from 'vitest'
import { BridgeFailure } from '@main/files/failure'
import { Keychain, type SecretStorage } from '@main/keys/keychain'

/** A keychain that turns every byte over, so that what it sealed can be told from what it didn't. */
function storage(changes: Partial<SecretStorage> = {}): SecretStorage {
  const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff))
  return {
    isEncryptionAvailable: () => true,
    encryptString: (plain) => turned(Buffer.from(plain)),
    decryptString: (sealed) => turned(sealed).toString(),
    ...changes,
  }
}

const secret = Buffer.alloc(32, 5).toString('base64')
const codeOf = (work: () => unknown) => {
  try {
    return work()
  } catch (error) {
    return error instanceof BridgeFailure ? error.code : String(error)
  }
}

describe('the keychain of the system', () => {
  it.each(['win32', 'darwin', 'linux'] as const)('gives back what it was given on %s', (platform) => {
    const keychain = new Keychain(storage({ getSelectedStorageBackend: () => 'gnome_libsecret' }), platform)
    expect(keychain.status()).toEqual({ available: true, reason: null })
    expect(keychain.open(keychain.seal(secret))).toBe(secret)
  })

  it.each(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'])(
    'is trusted on Linux when it is %s',
    (name) => {
      expect(
        new Keychain(storage({ getSelectedStorageBackend: () => name }), 'linux').status().available,
      ).toBe(true)
    },
  )

  it.each([
    ['basic_text', /bewaart geheimen leesbaar op de schijf/],
    ['unknown', /biedt geen sleutelhanger aan/],
    ['', /biedt geen sleutelhanger aan/],
    ['plain_future', /biedt geen sleutelhanger aan/],
  ])('is refused on Linux when it is %s, though it says that it can seal', (name, words) => {
    const asked: string[] = []
    const keychain = new Keychain(
      storage({
        getSelectedStorageBackend: () => name,
        encryptString: (plain) => Buffer.from(String(asked.push(plain))),
        decryptString: (sealed) => String(asked.push(sealed.toString())),
      }),
      'linux',
    )
    expect(keychain.status()).toEqual({ available: false, reason: expect.stringMatching(words) })
    expect(codeOf(() => keychain.seal(secret))).toBe('keychain-unavailable')
    expect(codeOf(() => keychain.open('AAAA'))).toBe('keychain-unavailable')
    expect(asked).toEqual([])
  })

  it.each(['win32', 'darwin', 'linux'] as const)('is refused on %s when there is none', (platform) => {
    const keychain = new Keychain(storage({ isEncryptionAvailable: () => false }), platform)
    expect(keychain.status().available).toBe(false)
    expect(codeOf(() => keychain.seal(secret))).toBe('keychain-unavailable')
  })

  it('opens only what Palet sealed, not what others keep in the same keychain', () => {
    const kept = storage()
    const cookie = kept.encryptString('sessie van een ander programma').toString('base64')
    expect(codeOf(() => new Keychain(kept, 'win32').open(cookie))).toBe('keychain-failed')
  })

  it('turns a fault of the system into words without details', () => {
    const broken = () => {
      throw new Error('org.freedesktop.secrets: /home/anna')
    }
    const keychain = new Keychain(storage({ encryptString: broken, decryptString: broken }), 'win32')
    for (const work of [() => keychain.seal(secret), () => keychain.open('AAAA')]) {
      expect(work).toThrow(/sleutelhanger van deze computer/)
      expect(work).not.toThrow(/freedesktop|anna/)
    }
  })
})
