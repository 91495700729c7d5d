import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * One hash over the names and contents of files and folders: equal when nothing changed.
 * @param {string} base names are taken from here, so that the place of the checkout doesn't count
 * @param {readonly string[]} paths relative to base; one that doesn't exist counts as absent
 */
export function hashOf(base, paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, base, join(base, path))
  return hash.digest('hex')
}

/** @param {import('node:crypto').Hash} hash @param {string} base @param {string} path */
function addTo(hash, base, path) {
  if (!existsSync(path)) return
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, base, join(path, name))
    return
  }
  hash
    .update(`${relative(base, path)}\0`)
    .update(readFileSync(path))
    .update('\0')
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 */
export async function fileHash(file, algorithm, encoding) {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  return hash.digest(encoding)
}
