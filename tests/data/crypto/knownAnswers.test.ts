import { hkdfSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Bytes, toBase64, toHex, toUtf8 } from '@/data/crypto/bytes'
import { argon2, deriveHere, type KdfParameters } from '@/data/crypto/kdf'
import { importSealKey, openBytes, sealBytes } from '@/data/crypto/seal'
import { openVault } from '@/data/crypto/vault'
import { bytesOf, someBytes } from './support'

const hex = (text: string): Bytes => bytesOf(Buffer.from(text, 'hex'))

const cost = (memory: number, passes: number, lanes: number, salt = 'somesalt'): KdfParameters => ({
  algorithm: 'argon2id',
  memory,
  passes,
  lanes,
  salt: toBase64(toUtf8(salt)),
})

describe('argon2id', () => {
  // The vectors that come with the reference implementation, version 1.3.
  it.each([
    [
      65_536,
      2,
      1,
      'password',
      'somesalt',
      '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
    ],
    [256, 2, 1, 'password', 'somesalt', '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [256, 2, 2, 'password', 'somesalt', '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
    [
      65_536,
      1,
      1,
      'password',
      'somesalt',
      'f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98',
    ],
    [
      65_536,
      4,
      1,
      'password',
      'somesalt',
      '9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c',
    ],
    [
      65_536,
      2,
      1,
      'differentpassword',
      'somesalt',
      '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde',
    ],
    [
      65_536,
      2,
      1,
      'password',
      'diffsalt',
      'bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c',
    ],
  ])('%i KiB, %i passes, %i lanes of %s with %s', async (memory, passes, lanes, passphrase, salt, key) => {
    expect(toHex(await argon2(toUtf8(passphrase), cost(memory, passes, lanes, salt)))).toBe(key)
  })

  it('wipes the passphrase it was given', async () => {
    const passphrase = toUtf8('password')
    await argon2(passphrase, cost(256, 1, 1))
    expect(passphrase.every((value) => value === 0)).toBe(true)
  })

  it.each([
    ['64 GiB', cost(67_108_864, 3, 1, 'a salt of 16 byt')],
    ['more than the highest', cost(262_145, 1, 1, 'a salt of 16 byt')],
    ['both high', cost(262_144, 12, 1, 'a salt of 16 byt')],
    ['no pass', cost(65_536, 0, 1, 'a salt of 16 byt')],
    ['half a pass', cost(65_536, 1.5, 1, 'a salt of 16 byt')],
    ['too many lanes', cost(65_536, 3, 255, 'a salt of 16 byt')],
    ['hardly any memory', cost(8, 3, 1, 'a salt of 16 byt')],
    ['a short salt', cost(65_536, 3, 1)],
    ['no number', cost(Number.NaN, 3, 1, 'a salt of 16 byt')],
  ])('refuses %s at once', async (_, parameters) => {
    const before = performance.now()
    await expect(deriveHere('wachtzin', parameters)).rejects.toThrow('kdf-out-of-range')
    expect(performance.now() - before).toBeLessThan(50)
  })
})

describe('AES-256-GCM', () => {
  // Test case 14 of the specification of GCM: key, nonce and content all zero.
  const vector = hex(`01${'00'.repeat(12)}cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919`)

  it('opens the vector', async () => {
    const key = await importSealKey(new Uint8Array(32))
    expect(toHex(await openBytes(key, vector, ''))).toBe('00'.repeat(16))
  })

  it('opens it nowhere else', async () => {
    const key = await importSealKey(new Uint8Array(32))
    await expect(openBytes(key, vector, 'elders')).rejects.toThrow('sealed bytes')
    await expect(openBytes(key, vector.subarray(0, 20), '')).rejects.toThrow('sealed bytes')
  })

  it('never seals twice alike', async () => {
    const key = await importSealKey(new Uint8Array(32))
    const seals = await Promise.all(Array.from({ length: 200 }, () => sealBytes(key, toUtf8('a'), 'b')))
    expect(new Set(seals.map(toHex)).size).toBe(200)
  })
})

describe('HKDF-SHA-256', () => {
  it('is what Node and the standard say', async () => {
    // Test case 3 of RFC 5869: no salt, no info.
    const known = '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8'
    expect(Buffer.from(hkdfSync('sha256', Buffer.alloc(22, 0x0b), '', '', 42)).toString('hex')).toBe(known)

    const raw = bytesOf(new Uint8Array(hkdfSync('sha256', someBytes(32), '', 'palet/programme/7', 32)))
    const vault = await openVault(someBytes(32))
    const sealed = await sealBytes(await vault.keyFor('programme/7'), toUtf8('inhoud'), 'plaats')
    expect(await openBytes(await importSealKey(raw), sealed, 'plaats')).toEqual(toUtf8('inhoud'))
  })
})
