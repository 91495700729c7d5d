import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Bytes, concat, toHex, toUtf8 } from '@/data/crypto/bytes'
import { deriveHere } from '@/data/crypto/kdf'
import { changePassphrase, createKeyring, renewRecoveryKey } from '@/data/crypto/keyring'
import { SEAL_OVERHEAD } from '@/data/crypto/seal'
import { FILE_PURPOSE, inspectFile, isSealedFile, openFile, sealFile } from '@/data/crypto/sealedFile'
import { openVault } from '@/data/crypto/vault'
import { decode } from './decoder'
import { bytesOf, codeOf, messageOf, quickDerive, someBytes, valueOf } from './support'

const lock = { passphrase: 'kachel paraplu veulen', derive: quickDerive }
const CHUNK = 65_536

/** Where the parts start: behind the header and its digest. */
const startOf = (file: Bytes): number => 14 + new DataView(file.buffer).getUint32(10) + 32

const flipped = (file: Bytes, at: number, by = 1): Bytes => {
  const copy = bytesOf(file)
  copy[at] = (copy[at] ?? 0) ^ by
  return copy
}

const backup = async (content: Bytes) => {
  const { keyring, dataKey, recoveryKey } = await createKeyring('wachtzin van toen', quickDerive)
  const key = bytesOf(dataKey)
  const vault = await openVault(dataKey)
  const file = await sealFile(content, { keyring, dataKeyKey: await vault.keyFor(FILE_PURPOSE) })
  return { keyring, dataKey: key, recoveryKey, vault, file }
}

describe('a sealed file', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 5 * CHUNK, 9_000_000])(
    'gives back %i bytes',
    async (length) => {
      const content = someBytes(length)
      const file = await sealFile(content, lock)
      expect(isSealedFile(file)).toBe(true)
      const opened = valueOf(await openFile(file, lock))
      expect(opened.length).toBe(length)
      expect(Buffer.compare(opened, content)).toBe(0)
    },
  )

  it('shows nothing of its content, and is never the same twice', async () => {
    const content = toUtf8('{"name":"Omklapwoningen Aalten"}')
    const [one, two] = await Promise.all([sealFile(content, lock), sealFile(content, lock)])
    expect(Buffer.from(one).includes('Aalten')).toBe(false)
    expect(toHex(one)).not.toBe(toHex(two))
  })

  it('is not taken for a plain file, nor a plain file for it', () => {
    expect(isSealedFile(toUtf8('{"format":"palet"}'))).toBe(false)
    expect(isSealedFile(new Uint8Array())).toBe(false)
    expect(isSealedFile(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe(false)
  })

  it('says that the passphrase is wrong, and not that the file is damaged', async () => {
    const refused = await openFile(await sealFile(someBytes(10), lock), { ...lock, passphrase: 'anders' })
    expect(codeOf(refused)).toBe('wrong-passphrase')
  })

  it('tells a file of a newer version from a damaged one, without asking anything', async () => {
    const file = bytesOf(await sealFile(someBytes(10), lock))
    file[9] = 2
    expect(codeOf(await inspectFile(file))).toBe('sealed-header-damaged')
    const end = startOf(file) - 32
    file.set(new Uint8Array(await crypto.subtle.digest('SHA-256', file.slice(0, end))), end)
    const refused = await inspectFile(file)
    expect(codeOf(refused)).toBe('sealed-newer')
    expect(messageOf(refused)).toContain('nieuwere versie van Palet')
  })
})

describe('a backup, sealed with the keys of the profile', () => {
  it('opens by itself where the profile is unlocked, and elsewhere with passphrase or recovery key', async () => {
    const content = someBytes(200_000)
    const { keyring, vault, file, recoveryKey } = await backup(content)
    expect(valueOf(await inspectFile(file))).toEqual({
      keyringId: keyring.id,
      hasRecoveryKey: true,
      length: 200_000,
    })
    const ways = [{ vault }, { recoveryKey }, { passphrase: 'wachtzin van toen', derive: quickDerive }]
    for (const way of ways) expect(Buffer.compare(valueOf(await openFile(file, way)), content)).toBe(0)
  })

  it('keeps opening with what it was made with, and with the vault for ever', async () => {
    const { keyring, dataKey, vault, file } = await backup(someBytes(10))
    const later = await changePassphrase(keyring, dataKey, 'nieuwe wachtzin', quickDerive)
    const { keyring: last, recoveryKey } = await renewRecoveryKey(later, dataKey)
    const next = await sealFile(someBytes(10), {
      keyring: last,
      dataKeyKey: await vault.keyFor(FILE_PURPOSE),
    })
    expect(codeOf(await openFile(file, { passphrase: 'nieuwe wachtzin', derive: quickDerive }))).toBe(
      'wrong-passphrase',
    )
    expect(codeOf(await openFile(next, { passphrase: 'wachtzin van toen', derive: quickDerive }))).toBe(
      'wrong-passphrase',
    )
    expect(codeOf(await openFile(file, { recoveryKey }))).toBe('wrong-recovery-key')
    expect(codeOf(await openFile(next, { recoveryKey }))).toBe('ok')
    for (const each of [file, next]) expect(codeOf(await openFile(each, { vault }))).toBe('ok')
  })

  it('says so when the vault is another one', async () => {
    const { file } = await backup(someBytes(10))
    const { vault } = await backup(someBytes(10))
    const refused = await openFile(file, { vault })
    expect(codeOf(refused)).toBe('other-vault')
    expect(messageOf(refused)).toContain('wachtzin van toen')
  })
})

describe('damage', () => {
  it('is noticed in every single byte', async () => {
    const { vault, file } = await backup(someBytes(300))
    const seen = new Map<string, number>()
    for (let at = 0; at < file.length; at++)
      for (const by of [1, 128]) {
        const code = codeOf(await openFile(flipped(file, at, by), { vault }))
        seen.set(code, (seen.get(code) ?? 0) + 1)
      }
    expect([...seen.keys()].sort()).toEqual([
      'sealed-cut-off',
      'sealed-header-damaged',
      'sealed-part-damaged',
    ])
    // All of the part, and nothing else, is named as the part.
    expect(seen.get('sealed-part-damaged')).toBe(2 * (300 + SEAL_OVERHEAD))
  })

  it('is noticed wherever the file is cut off', async () => {
    const { vault, file } = await backup(someBytes(300))
    for (let length = 0; length < file.length; length++) {
      const code = codeOf(await openFile(file.subarray(0, length), { vault }))
      expect(code).toMatch(/^(not-sealed|sealed-(cut-off|header-damaged))$/)
    }
  })

  it('is named by part', async () => {
    const file = await sealFile(someBytes(11 * CHUNK + 5), lock)
    const part = (number: number): number => startOf(file) + (number - 1) * (CHUNK + SEAL_OVERHEAD)
    const third = await openFile(flipped(file, part(3) + 1_000), lock)
    expect(messageOf(third)).toContain('Deel 3 van 12 van het bestand is beschadigd.')
    const two = await openFile(flipped(flipped(file, part(3)), part(12)), lock)
    expect(messageOf(two)).toContain('De delen 3 en 12 van 12')
    const nearlyAll = Array.from({ length: 11 }, (_, index) => part(index + 1)).reduce(
      (damaged, at) => flipped(damaged, at),
      file,
    )
    expect(messageOf(await openFile(nearlyAll, lock))).toContain('De delen 1, 2, 3, 4, 5 en nog 6 van 12')
  })

  it('is parts that were swapped, doubled, left out or taken from another file', async () => {
    const file = await sealFile(someBytes(4 * CHUNK), lock)
    const from = (number: number, of = file): Bytes =>
      of.slice(
        startOf(of) + (number - 1) * (CHUNK + SEAL_OVERHEAD),
        startOf(of) + number * (CHUNK + SEAL_OVERHEAD),
      )
    const head = file.slice(0, startOf(file))
    const open = (...parts: Bytes[]) => openFile(concat(head, ...parts), lock)
    expect(codeOf(await open(from(1), from(2), from(3), from(4)))).toBe('ok')
    expect(messageOf(await open(from(1), from(3), from(2), from(4)))).toContain('De delen 2 en 3 van 4')
    expect(messageOf(await open(from(1), from(2), from(2), from(4)))).toContain('Deel 3 van 4')
    expect(messageOf(await open(from(1), from(2), from(4), from(3)))).toContain('De delen 3 en 4')
    expect(messageOf(await open(from(1), from(2), from(4)))).toContain(
      'van de 4 delen zijn er 3 heel aanwezig',
    )
    expect(messageOf(await open(from(1), from(2), from(3), from(4), from(4)))).toContain(
      'Achter het einde van dit bestand is iets toegevoegd',
    )
    const other = await sealFile(someBytes(4 * CHUNK), lock)
    expect(messageOf(await open(from(1), from(2, other), from(3), from(4)))).toContain('Deel 2 van 4')
    expect(codeOf(await openFile(concat(file, Uint8Array.of(0)), lock))).toBe('sealed-too-long')
  })
})

describe('a file of the first version', () => {
  const file = Uint8Array.from(readFileSync(resolve(import.meta.dirname, '../../fixtures/v1/backup.sealed')))
  const content = toUtf8('Wat vandaag verzegeld is, moet over tien jaar open gaan.')

  it('opens for ever, with passphrase and with the key on paper', async () => {
    const way = { passphrase: 'kachel paraplu veulen drempel', derive: deriveHere }
    expect(valueOf(await openFile(file, way))).toEqual(content)
    const recoveryKey = '6VKGF-X8EY7-1YRD1-34YZ8-Z18SD-HGNRW-KF71A-PM470'
    expect(valueOf(await openFile(file, { recoveryKey }))).toEqual(content)
  })
})

describe('the documented form', () => {
  it('opens with a decoder that knows only the documentation', async () => {
    const content = someBytes(150_000)
    const own = await sealFile(content, { passphrase: 'caf\u00e9 op dinsdag', derive: deriveHere })
    expect((await decode(Buffer.from(own), { passphrase: 'cafe\u0301 op dinsdag' })).compare(content)).toBe(0)

    const { keyring, dataKey, recoveryKey } = await createKeyring('wachtzin van toen', deriveHere)
    const vault = await openVault(dataKey)
    const file = await sealFile(content, { keyring, dataKeyKey: await vault.keyFor(FILE_PURPOSE) })
    expect((await decode(Buffer.from(file), { paper: recoveryKey })).compare(content)).toBe(0)
    expect((await decode(Buffer.from(file), { passphrase: 'wachtzin van toen' })).compare(content)).toBe(0)
    await expect(decode(Buffer.from(file), { passphrase: 'een andere' })).rejects.toThrow()
  })
})
