const POLYNOMIAL = 0xedb8_8320

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = (c & 1) === 1 ? POLYNOMIAL ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

/**
 * CRC-32 (IEEE 802.3) of the text in UTF-8, as `crc32:0a1b2c3d`. It shows that a file was damaged on its way; it is no
 * seal against somebody who changes a file on purpose.
 */
export function checksum(text: string): string {
  let crc = 0xffff_ffff
  for (const byte of new TextEncoder().encode(text)) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return `crc32:${((crc ^ 0xffff_ffff) >>> 0).toString(16).padStart(8, '0')}`
}
