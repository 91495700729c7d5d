import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { allFigures } from '@/domain/indicators/index'
import { isIsoDate } from '@/domain/time/day'
import { parsePalet } from '@/exchange/index'

/** `npm run figures -- FILE --on DATE`: all figures of a programme file as JSON, from the same domain as the window. */

function stop(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

function argumentsOf(): { file: string; on: string } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { on: { type: 'string' } } })
    const [file] = positionals
    if (file === undefined || values.on === undefined)
      return stop('Gebruik: npm run figures -- BESTAND.palet --on JJJJ-MM-DD')
    return { file, on: values.on }
  } catch {
    return stop('Gebruik: npm run figures -- BESTAND.palet --on JJJJ-MM-DD')
  }
}

const { file, on } = argumentsOf()
if (!isIsoDate(on))
  stop(`“${on}” is geen datum. Schrijf de peildatum als JJJJ-MM-DD, bijvoorbeeld 2026-09-30.`)

let bytes: Uint8Array
try {
  bytes = readFileSync(file)
} catch {
  stop(`Het bestand ${file} kan niet worden gelezen. Controleer de naam en of u het mag openen.`)
}
const parsed = parsePalet(bytes)
if (!parsed.ok) {
  process.stderr.write(`${file}: ${parsed.error.message}\n`)
  process.exit(1)
}
process.stdout.write(`${JSON.stringify(allFigures(parsed.value.data, on), null, 2)}\n`)
