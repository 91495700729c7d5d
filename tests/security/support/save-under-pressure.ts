/**
 * A small program of its own: saves an old file, then tries to replace it with one that doesn't fit, and
 * prints what came of it. The test runs it where the room is really too small.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BridgeFailure } from '../../../src-main/files/failure'
import { FileService } from '../../../src-main/files/service'

const folder = process.argv[2] ?? ''
const size = Number(process.argv[3])
const path = join(folder, 'plan.palet')

const files = new FileService({
  chooseToOpen: () => Promise.resolve(path),
  chooseToSave: () => Promise.resolve(path),
  mayReplace: () => Promise.resolve(true),
  chooseFolder: () => Promise.resolve(folder),
  mayReplaceAll: () => Promise.resolve(true),
})

async function attempt(bytes: Uint8Array): Promise<unknown> {
  try {
    return await files.saveAs('programme', 'plan', bytes)
  } catch (error) {
    return error instanceof BridgeFailure ? error.toAnswer() : String(error)
  }
}

const fresh = process.argv[4] === 'fresh'
if (!fresh) await writeFile(path, 'oude inhoud')
const outcome = await attempt(new Uint8Array(size).fill(32))
const names = await readdir(folder)
const content = names.includes('plan.palet') ? await readFile(path, 'utf8') : null
process.stdout.write(JSON.stringify({ outcome, names, content }))
