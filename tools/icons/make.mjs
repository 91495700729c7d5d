import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, say } from '../lib/command.mjs'
import { top } from '../lib/paths.mjs'
import { ground, shapes, size } from './drawing.mjs'
import { ico, png } from './raster.mjs'

const folder = join(top, 'resources/icons')

function svg() {
  const paths = shapes.map(
    ({ colour, points }) =>
      `  <path fill="${colour}" d="M${points.map((point) => point.join(' ')).join('L')}z"/>\n`,
  )
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">\n` +
    `  <rect width="${size}" height="${size}" rx="${ground.radius}" fill="${ground.colour}"/>\n${paths.join('')}</svg>\n`
  )
}

// Makes the icon files from the one drawing: node tools/icons/make.mjs
await command(async () => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'icon.svg'), svg())
  for (const dots of [48, 128, 256, 512]) writeFileSync(join(folder, `${dots}x${dots}.png`), png(dots))
  writeFileSync(join(folder, 'icon.ico'), ico([16, 32, 48, 256]))
  say(`De iconen staan in ${folder}.`)
})
