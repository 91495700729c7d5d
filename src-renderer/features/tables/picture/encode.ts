import { toBase64 } from '@/data/crypto/bytes'
import { MAX_PICTURE, type Picture } from '@/domain/regie'
import { ok, refuse, type Result } from '@/domain/result'
import { readPictureHead } from '@/exchange/picture'

/** The longest side that is kept: handwriting on a sheet stays readable, and it still prints well over half an A4. */
const LONGEST_SIDE = 1_600
const QUALITIES = [0.85, 0.75, 0.62]
const SHRINK = 0.8
const SMALLEST_SIDE = 320

export type EncodedPicture = Pick<Picture, 'type' | 'width' | 'height' | 'content'>

/**
 * Makes an image of its pixels alone: drawn again and encoded here, so that nothing of what the camera wrote beside
 * them (place, moment, owner) can come along. Small enough to keep. Refuses what is no image or can't be read.
 */
export async function encodePicture(bytes: Uint8Array<ArrayBuffer>): Promise<Result<EncodedPicture>> {
  const head = readPictureHead(bytes)
  if (!head.ok) return head
  const { type } = head.value
  let image: ImageBitmap
  try {
    // The way up that the camera noted is applied here, since the note itself goes.
    image = await createImageBitmap(new Blob([bytes], { type }))
  } catch {
    return refuse(
      'picture-invalid',
      'Dit beeld is beschadigd en niet te lezen. Open het in een ander programma, bewaar het opnieuw en kies het dan weer.',
    )
  }
  try {
    const encoded = await smallEnough(image, type)
    return encoded === null
      ? refuse(
          'picture-large',
          'Dit beeld is niet klein genoeg te maken om te bewaren. Kies een ander beeld.',
        )
      : ok(encoded)
  } finally {
    image.close()
  }
}

/** The best of size and quality that may be kept; null when even the smallest is too much. */
async function smallEnough(image: ImageBitmap, type: Picture['type']): Promise<EncodedPicture | null> {
  let side = Math.min(LONGEST_SIDE, Math.max(image.width, image.height))
  while (side >= Math.min(SMALLEST_SIDE, image.width, image.height)) {
    const canvas = drawn(image, side)
    const { width, height } = canvas
    // Drawings in few colours are sharper and often smaller as PNG.
    if (type === 'image/png') {
      const content = await contentOf(canvas, { type })
      if (content.length <= MAX_PICTURE) return { type, width, height, content }
    }
    for (const quality of QUALITIES) {
      const content = await contentOf(canvas, { type: 'image/jpeg', quality })
      if (content.length <= MAX_PICTURE) return { type: 'image/jpeg', width, height, content }
    }
    side = Math.floor(side * SHRINK)
  }
  return null
}

function drawn(image: ImageBitmap, longest: number): OffscreenCanvas {
  const scale = longest / Math.max(image.width, image.height)
  const width = Math.max(1, Math.round(image.width * scale))
  const height = Math.max(1, Math.round(image.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  context.imageSmoothingQuality = 'high'
  // JPEG knows no transparency: what was see-through is paper.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0, width, height)
  return canvas
}

async function contentOf(canvas: OffscreenCanvas, options: ImageEncodeOptions): Promise<string> {
  return toBase64(new Uint8Array(await (await canvas.convertToBlob(options)).arrayBuffer()))
}

/** The picture as an address of its own, for an image on the screen. */
export const pictureUrl = ({ type, content }: Pick<Picture, 'type' | 'content'>): string =>
  `data:${type};base64,${content}`
