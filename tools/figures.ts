import { parseArgs } from 'node:util'
import { allFigures } from '@/domain/indicators/index'
import { isIsoDate } from '@/domain/time/day'
import { readProgramme, run, Stop } from './programmeFile'

/**
 * `npm run figures -- FILE --on DATE [--passphrase-file TEXT]`: all figures of a programme file as JSON, from the same
 * domain as the window.
 */
const USAGE = 'Gebruik: npm run figures -- BESTAND.palet --on JJJJ-MM-DD [--passphrase-file WACHTZIN.txt]'

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { on: { type: 'string' }, 'passphrase-file': { type: 'string' } },
    })
  } catch {
    throw new Stop(USAGE, 2)
  }
}

await run(async () => {
  const { values, positionals } = optionsOf(process.argv.slice(2))
  const [file] = positionals
  const { on } = values
  if (file === undefined || on === undefined) throw new Stop(USAGE, 2)
  if (!isIsoDate(on))
    throw new Stop(`“${on}” is geen datum. Schrijf de peildatum als JJJJ-MM-DD, bijvoorbeeld 2026-09-30.`, 2)
  const { data } = await readProgramme(file, values['passphrase-file'])
  process.stdout.write(`${JSON.stringify(allFigures(data, on), null, 2)}\n`)
})
