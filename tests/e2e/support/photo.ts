import type { Page } from '@playwright/test'

/** A JPEG as a phone makes it: pixels, with place, words and maker beside them in EXIF and in a remark. */
export async function photo(window: Page, place: string): Promise<Buffer> {
  const plain = await window.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 1800)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, 2400, 1800)
    for (let line = 0; line < 300; line += 1) {
      context.fillStyle = `hsl(${String((line * 37) % 360)} 60% 50%)`
      context.fillRect((line * 331) % 2400, (line * 173) % 1800, 180, 60)
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
    return [...new Uint8Array(await blob.arrayBuffer())]
  })
  const bytes = Buffer.from(plain)
  return Buffer.concat([
    bytes.subarray(0, 2),
    segment(0xe1, exif(place)),
    segment(0xfe, Buffer.from('Camera van de griffie')),
    bytes.subarray(2),
  ])
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** One directory with a description, and one of the place (GPS) with a latitude in degrees. */
function exif(place: string): Buffer {
  const words = Buffer.from(`${place}\0`)
  const entries = 2
  const gpsAt = 8 + 2 + entries * 12 + 4
  const wordsAt = gpsAt + 2 + 12 + 4 + 24
  const tiff = Buffer.alloc(wordsAt + words.length)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(entries, 8)
  entry(tiff, 10, 0x010e, 2, words.length, wordsAt)
  entry(tiff, 22, 0x8825, 4, 1, gpsAt)
  tiff.writeUInt16LE(1, gpsAt)
  entry(tiff, gpsAt + 2, 0x0002, 5, 3, gpsAt + 18)
  for (const [i, number] of [51, 1, 57, 1, 54, 1].entries()) tiff.writeUInt32LE(number, gpsAt + 18 + i * 4)
  words.copy(tiff, wordsAt)
  return Buffer.concat([Buffer.from('Exif\0\0'), tiff])
}

function entry(of: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
  of.writeUInt16LE(tag, at)
  of.writeUInt16LE(type, at + 2)
  of.writeUInt32LE(count, at + 4)
  of.writeUInt32LE(value, at + 8)
}

/** The marks of the segments of a JPEG up to its pixels. */
export function segmentsOf(jpeg: Buffer): string[] {
  const found: string[] = []
  for (let at = 2; at + 4 < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1] ?? 0
    found.push(marker.toString(16))
    if (marker === 0xda) break
  }
  return found
}
