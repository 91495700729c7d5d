import { formatNumber } from '../domain/labels'
import { type Picture, PICTURE_TYPES } from '../domain/regie'
import { ok, refuse, type Result } from '../domain/result'

/** What the first bytes of an image say about it, read before anything decodes it. */
export type PictureHead = Pick<Picture, 'type' | 'width' | 'height'>

export const MAX_PICTURE_FILE = 40 * 1024 * 1024
/** Decoded, each pixel takes four bytes: more would take the memory of a laptop. */
const MAX_PIXELS = 120_000_000

const [JPEG, PNG] = PICTURE_TYPES
const PNG_MARK = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Refuses `picture-large`, and `picture-invalid` for what is no JPEG or PNG, whatever its name says. */
export function readPictureHead(bytes: Uint8Array): Result<PictureHead> {
  if (bytes.byteLength > MAX_PICTURE_FILE)
    return refuse(
      'picture-large',
      `Dit bestand is te groot. Kies een beeld tot ${formatNumber(MAX_PICTURE_FILE / 1024 / 1024)} MB.`,
    )
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = readPng(view) ?? readJpeg(view)
  if (head === null || head.width === 0 || head.height === 0)
    return refuse(
      'picture-invalid',
      'Dit bestand is geen beeld dat Palet kan lezen. Kies een foto of tekening als JPEG of PNG.',
    )
  if (head.width * head.height > MAX_PIXELS)
    return refuse(
      'picture-large',
      `Dit beeld is ${formatNumber(head.width)} bij ${formatNumber(head.height)} beeldpunten. Dat is te groot: maak het eerst kleiner.`,
    )
  return ok(head)
}

function readPng(view: DataView): PictureHead | null {
  if (view.byteLength < 24 || PNG_MARK.some((byte, at) => view.getUint8(at) !== byte)) return null
  return { type: PNG, width: view.getUint32(16), height: view.getUint32(20) }
}

/** Walks the segments up to the one with the size (SOF); a segment says its own length. */
function readJpeg(view: DataView): PictureHead | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { type: JPEG, width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    // The pixels begin: an image without a size before them is broken.
    if (marker === 0xda || marker === 0xd9) return null
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
    at += alone ? 2 : 2 + Math.max(view.getUint16(at + 2), 2)
  }
  return null
}
