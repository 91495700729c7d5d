import './lib/node-version.mjs'

import { ensureTestApplication } from './lib/application.mjs'
import { ensureBuild } from './lib/build.mjs'
import { Stop, command, optionValue } from './lib/command.mjs'
import { hasDisplay, shareDisplay } from './lib/display.mjs'
import { ensureNodePackages } from './lib/node-packages.mjs'
import {
  asOrdinaryUser,
  homeOfWindow,
  tellAboutOrdinaryUser,
  windowEnvironment,
} from './lib/ordinary-user.mjs'
import { isRoot, top } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { ensureRuntime } from './lib/runtime.mjs'
import { takeSamplePicture } from './lib/sample-picture.mjs'
import { ensureSystemPackages, windowPackages } from './lib/system-packages.mjs'

const usage = `npm start                            opent Palet
npm start -- BESTAND.palet           opent Palet met dat bestand
npm start -- --screenshot X.png      opent het voorbeeld op een virtueel scherm en bewaart een afbeelding`

await command(async () => {
  const args = process.argv.slice(2)
  if (args.includes('--help')) return console.log(usage)
  const picture = optionValue(args, '--screenshot')
  if (picture === undefined && !hasDisplay()) {
    throw new Stop(
      'Deze computer heeft geen scherm (DISPLAY is leeg). Start Palet op een computer met een scherm, ' +
        'of maak een afbeelding van het voorbeeld met: npm start -- --screenshot palet.png',
    )
  }
  await ensureNodePackages()
  if (picture !== undefined) return takeSamplePicture(picture)
  return openWindow(args)
})

/** @param {readonly string[]} args */
async function openWindow(args) {
  await ensureSystemPackages(windowPackages)
  const { executable, before } = await findProgram()
  const home = homeOfWindow()
  tellAboutOrdinaryUser()
  if (isRoot) console.log(`Uw gegevens staan in ${home}.`)
  const env = { ...windowEnvironment(executable, home), ...shareDisplay() }
  const { status } = await run(asOrdinaryUser(executable), [...before, ...args], {
    cwd: isRoot ? '/' : top,
    env,
  })
  return status
}

/** An ordinary Electron opens the build as it is; another one, or another user, needs it packaged. */
async function findProgram() {
  const runtime = await ensureRuntime()
  if (runtime.kind === 'official' && !isRoot) {
    await ensureBuild()
    return { executable: runtime.executable, before: [top] }
  }
  return { executable: (await ensureTestApplication()).executable, before: [] }
}
