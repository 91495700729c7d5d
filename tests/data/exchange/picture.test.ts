import { describe, expect, it } from 'vitest'
import { readPictureHead } from '@/exchange/picture'

const png = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}
/** Start, a segment of the camera, the size, and the pixels. */
const jpeg = (width: number, height: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xd8],
    ...[0xff, 0xe1, 0, 6, 0x45, 0x78, 0x69, 0x66],
    ...[0xff, 0xc2, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 0, 0, 0],
    ...[0xff, 0xda, 0, 0],
  ])

describe('the head of a picture', () => {
  it('tells kind and size without decoding anything', () => {
    expect(readPictureHead(png(640, 480))).toEqual({
      ok: true,
      value: { type: 'image/png', width: 640, height: 480 },
    })
    expect(readPictureHead(jpeg(4000, 3000))).toEqual({
      ok: true,
      value: { type: 'image/jpeg', width: 4000, height: 3000 },
    })
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a web page', new TextEncoder().encode('<html>')],
    ['a JPEG that ends early', jpeg(10, 10).slice(0, 9)],
    ['a JPEG without a size', Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['a JPEG whose segments lie about their length', Uint8Array.from([0xff, 0xd8, ...Array(40).fill(0xff)])],
    ['a picture of no size', png(0, 10)],
    ['a GIF', new TextEncoder().encode('GIF89a............................')],
  ])('refuses %s', (_, bytes) => {
    const result = readPictureHead(bytes)
    expect(result.ok ? '' : result.error.code).toBe('picture-invalid')
  })

  it('refuses what would take the memory of the computer', () => {
    for (const bytes of [png(40_000, 40_000), new Uint8Array(41 * 1024 * 1024)]) {
      const result = readPictureHead(bytes)
      expect(result.ok ? '' : result.error.code).toBe('picture-large')
    }
  })
})
