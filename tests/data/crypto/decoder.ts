import { createDecipheriv, createHash, hkdfSync } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import * as v from 'valibot'

/**
 * Opens a sealed `.palet` file with nothing but what README.md of data/crypto says, Node's own cryptography and argon2id.
 * Shares no code with Palet on purpose: when this and Palet differ, the documentation is wrong.
 */
const Slot = v.object({ wrapped: v.string(), checksum: v.string() })
const Kdf = v.object({ memory: v.number(), passes: v.number(), lanes: v.number(), salt: v.string() })
const Header = v.object({
  chunkSize: v.number(),
  fileKey: v.string(),
  keyring: v.object({
    id: v.string(),
    passphrase: v.object({ ...Slot.entries, kdf: Kdf }),
    recovery: v.nullable(Slot),
  }),
  length: v.number(),
})
type Header = v.InferOutput<typeof Header>

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function open(key: Buffer, sealed: Buffer, place: string): Buffer {
  if (sealed[0] !== 1) throw new Error('form')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()])
}

const hkdf = (secret: Buffer, salt: string, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, 32))

async function dataKeyBy(header: Header, passphrase: string): Promise<Buffer> {
  const { id, passphrase: slot } = header.keyring
  const { memory, passes, lanes, salt } = slot.kdf
  const place = `palet/keyring/1/${id}/passphrase/argon2id/${String(memory)}/${String(passes)}/${String(lanes)}/${salt}`
  const sum = createHash('sha256').update(`${place}/${slot.wrapped}`).digest().subarray(0, 12)
  if (sum.toString('base64') !== slot.checksum) throw new Error('checksum of the slot')
  const secret = await argon2id({
    password: passphrase.normalize('NFC'),
    salt: Buffer.from(salt, 'base64'),
    memorySize: memory,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  })
  const key = hkdf(Buffer.from(secret), id, 'palet/slot/passphrase')
  return open(key, Buffer.from(slot.wrapped, 'base64'), place)
}

function dataKeyByPaper(header: Header, paper: string): Buffer {
  const { id, recovery } = header.keyring
  if (recovery === null) throw new Error('no recovery slot')
  const bits = paper
    .split('-')
    .flatMap((group) => Array.from(group.slice(0, 4)))
    .map((sign) => SIGNS.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const key = hkdf(secret, id, 'palet/slot/recovery')
  return open(key, Buffer.from(recovery.wrapped, 'base64'), `palet/keyring/1/${id}/recovery`)
}

export async function decode(
  file: Buffer,
  secret: { readonly passphrase: string } | { readonly paper: string },
): Promise<Buffer> {
  if (file.subarray(0, 8).toString('hex') !== '8950414c45540d0a') throw new Error('magic')
  if (file.readUInt16BE(8) !== 1) throw new Error('version')
  const end = 14 + file.readUInt32BE(10)
  const digest = createHash('sha256').update(file.subarray(0, end)).digest()
  if (!digest.equals(file.subarray(end, end + 32))) throw new Error('digest')
  const header = v.parse(Header, JSON.parse(file.subarray(14, end).toString('utf8')))

  const dataKey =
    'paper' in secret ? dataKeyByPaper(header, secret.paper) : await dataKeyBy(header, secret.passphrase)
  const purpose = hkdf(dataKey, '', 'palet/file')
  const fileKey = open(
    purpose,
    Buffer.from(header.fileKey, 'base64'),
    `palet/file-key/1/${header.keyring.id}`,
  )

  const count = Math.max(1, Math.ceil(header.length / header.chunkSize))
  const parts: Buffer[] = []
  let at = end + 32
  for (let part = 1; part <= count; part++) {
    const size = Math.min(header.chunkSize, header.length - (part - 1) * header.chunkSize) + 29
    const place = `palet/file/1/${digest.toString('hex')}/${String(part)}/${part === count ? 'last' : 'more'}`
    parts.push(open(fileKey, file.subarray(at, at + size), place))
    at += size
  }
  if (at !== file.length) throw new Error('length')
  return Buffer.concat(parts)
}
