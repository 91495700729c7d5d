import { crc32, deflateSync } from 'node:zlib'
import { ground, shapes, size } from './drawing.mjs'

// Draws the icon dot by dot: four by four samples in every dot make the edges smooth.
const samples = 4

/** @param {number} dots width and height of the picture */
export function png(dots) {
  const rows = []
  for (let y = 0; y < dots; y += 1) {
    const row = Buffer.alloc(1 + dots * 4)
    for (let x = 0; x < dots; x += 1) row.set(dot(x, y, size / dots), 1 + x * 4)
    rows.push(row)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(dots, 0)
  header.writeUInt32BE(dots, 4)
  // Eight bits for each of red, green, blue and opacity.
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A Windows icon: several pictures in one file. */
export function ico(/** @type {readonly number[]} */ sizes) {
  const pictures = sizes.map((dots) => ({ dots, data: png(dots) }))
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { dots, data }] of pictures.entries()) {
    const at = 6 + 16 * index
    // The format writes 256 as 0.
    head.set([dots % 256, dots % 256], at)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(data.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += data.length
  }
  return Buffer.concat([head, ...pictures.map(({ data }) => data)])
}

/** @param {string} kind @param {Buffer} data */
function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** @param {number} x @param {number} y @param {number} scale */
function dot(x, y, scale) {
  let [red, green, blue, covered] = [0, 0, 0, 0]
  for (let sample = 0; sample < samples * samples; sample += 1) {
    const atX = (x + ((sample % samples) + 0.5) / samples) * scale
    const atY = (y + (Math.floor(sample / samples) + 0.5) / samples) * scale
    const colour = colourAt(atX, atY)
    if (colour === undefined) continue
    red += Number.parseInt(colour.slice(1, 3), 16)
    green += Number.parseInt(colour.slice(3, 5), 16)
    blue += Number.parseInt(colour.slice(5, 7), 16)
    covered += 1
  }
  if (covered === 0) return [0, 0, 0, 0]
  const opacity = (covered / (samples * samples)) * 255
  return [red / covered, green / covered, blue / covered, opacity].map(Math.round)
}

/** @param {number} x @param {number} y */
function colourAt(x, y) {
  const top = shapes.findLast(({ points }) => inside(points, x, y))
  if (top !== undefined) return top.colour
  const { radius } = ground
  const awayX = Math.max(radius - x, x - (size - radius), 0)
  const awayY = Math.max(radius - y, y - (size - radius), 0)
  return Math.hypot(awayX, awayY) <= radius ? ground.colour : undefined
}

/** @param {[number, number][]} points @param {number} x @param {number} y */
function inside(points, x, y) {
  let within = false
  let [fromX, fromY] = points.at(-1) ?? [0, 0]
  for (const [toX, toY] of points) {
    const crosses = toY > y !== fromY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX
    if (crosses) within = !within
    fromX = toX
    fromY = toY
  }
  return within
}
