import './lib/node-version.mjs'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ensureBuild } from './lib/build.mjs'
import { Stop, command, say } from './lib/command.mjs'
import { ensureNodePackages } from './lib/node-packages.mjs'
import { top } from './lib/paths.mjs'
import { tail } from './lib/run.mjs'
import { ensureRuntime } from './lib/runtime.mjs'
import { runBuilder } from './package/builder.mjs'
import { debTool, makeDeb } from './package/deb.mjs'
import { leftOutBecause } from './package/left-out.mjs'

/** @typedef {{ name: string, option: string[] }} Target */

/** @type {Partial<Record<NodeJS.Platform, Target[]>>} */
const installers = {
  linux: [{ name: 'AppImage', option: ['--linux', 'AppImage'] }],
  win32: [
    { name: 'NSIS', option: ['--win', 'nsis'] },
    { name: 'MSI', option: ['--win', 'msi'] },
  ],
}

// Makes what is handed out: the folder with the program, and the installers of this system. An installer
// whose maker can't be had here is left out, and named.
await command(async () => {
  await ensureNodePackages()
  const runtime = await ensureRuntime()
  await ensureBuild()
  const forTrial = runtime.kind === 'trial'
  const dist = join(top, forTrial ? 'dist/proef' : 'dist')
  mkdirSync(dist, { recursive: true })
  const work = mkdtempSync(join(dist, 'work-'))
  try {
    const variant = { electronFolder: runtime.folder, electronVersion: runtime.version }
    const result = await runBuilder(work, ['--dir'], variant)
    const unpacked = readdirSync(work).find((name) => name.endsWith('unpacked') || name.startsWith('mac'))
    if (result.status !== 0 || unpacked === undefined) {
      throw new Stop(`${tail(result, 40)}\nHet inpakken van Palet is niet gelukt.`)
    }
    const program = join(dist, unpacked)
    rmSync(program, { recursive: true, force: true })
    renameSync(join(work, unpacked), program)
    say(`Gemaakt: ${program}`)
    if (process.platform === 'linux') await makeDebian(dist, program, work)
    for (const target of installers[process.platform] ?? [])
      await makeInstaller(target, { dist, program, work, variant })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  if (forTrial) say('In deze pakketten zit de oude proef-Electron: geef ze niet uit.')
})

/** @param {string} dist @param {string} program @param {string} work */
async function makeDebian(dist, program, work) {
  if (!existsSync(debTool)) return say('Overgeslagen: deb. Het programma dpkg-deb is hier niet.')
  const { file, result } = await makeDeb(program, mkdtempSync(join(work, 'deb-')))
  if (result.status !== 0) return say(`Overgeslagen: deb. ${tail(result, 3)}`)
  renameSync(file, join(dist, basename(file)))
  say(`Gemaakt: ${join(dist, basename(file))}`)
}

/**
 * @param {Target} target
 * @param {{ dist: string, program: string, work: string, variant: { electronFolder: string, electronVersion: string } }} from
 */
async function makeInstaller({ name, option }, { dist, program, work, variant }) {
  const folder = mkdtempSync(join(work, 'installer-'))
  const result = await runBuilder(folder, [...option, '--prepackaged', program], variant)
  const files = readdirSync(folder).filter((file) => /\.(deb|AppImage|exe|msi)$/.test(file))
  if (result.status !== 0 || files.length === 0) {
    say(`Overgeslagen: ${name}. ${leftOutBecause(result)}`)
    return
  }
  for (const file of files) {
    renameSync(join(folder, file), join(dist, file))
    say(`Gemaakt: ${join(dist, file)}`)
  }
}
