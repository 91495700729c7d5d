import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { formatShortDate } from '@/domain/labels/index'
import type { IsoDate } from '@/domain/model/entities'
import { isIsoDate } from '@/domain/time/day'
import { chooseReport } from '@/reports/choose'
import { type FontBytes, fontFiles } from '@/reports/fonts'
import { isReportKind, reportKinds, type ReportKindName } from '@/reports/registry'
import { defaultPrint, type TimelinePrint } from '@/reports/timeline/model'
import { readProgramme, run, Stop } from './programmeFile'

/**
 * `npm run report -- FILE --kind bestuur|tijdlijn --on DATE --out X.pdf [--made DATE] [--passphrase-file TEXT]`, for a
 * timeline also `--paper A3|A4` and `--by gemeente|corporatie|type`: the report of a programme file, made by the same code as in the window. Status 2 for a wrong command, 1 when a file can't be read or
 * written, 3 when it is sealed and the passphrase is missing or wrong.
 */
const USAGE =
  'Gebruik: npm run report -- BESTAND.palet --kind bestuur|tijdlijn --on JJJJ-MM-DD --out RAPPORT.pdf [--made JJJJ-MM-DD] [--paper A3|A4] [--by gemeente|corporatie|type] [--passphrase-file WACHTZIN.txt]'

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        kind: { type: 'string', default: 'bestuur' },
        on: { type: 'string' },
        out: { type: 'string' },
        made: { type: 'string' },
        paper: { type: 'string' },
        by: { type: 'string' },
        'passphrase-file': { type: 'string' },
      },
    })
  } catch {
    throw new Stop(USAGE, 2)
  }
}

function dateOf(text: string): IsoDate {
  if (isIsoDate(text)) return text
  throw new Stop(`“${text}” is geen datum. Schrijf een datum als JJJJ-MM-DD, bijvoorbeeld 2026-09-30.`, 2)
}

function today(): IsoDate {
  const now = new Date()
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

const groupings: Readonly<Record<string, TimelinePrint['by']>> = {
  gemeente: 'municipality',
  corporatie: 'association',
  type: 'type',
}

/** Paper and grouping; a board report is always on A4, so asking for another is a mistake. */
function timelineOf(kind: ReportKindName, paper?: string, by?: string): TimelinePrint | undefined {
  if (kind !== 'tijdlijn') {
    if (paper === undefined && by === undefined) return undefined
    throw new Stop('Papier (--paper) en indeling (--by) kiest u alleen bij --kind tijdlijn.', 2)
  }
  const chosen = paper?.toUpperCase() ?? defaultPrint.paper
  if (chosen !== 'A3' && chosen !== 'A4')
    throw new Stop(`“${String(paper)}” is geen papier voor een tijdlijn. Kies: A3 of A4.`, 2)
  const grouping = by === undefined ? defaultPrint.by : groupings[by]
  if (grouping === undefined)
    throw new Stop(`“${String(by)}” is geen indeling. Kies: ${Object.keys(groupings).join(', ')}.`, 2)
  return { paper: chosen, by: grouping }
}

function fonts(): FontBytes {
  const folder = join(import.meta.dirname, '..', 'resources', 'fonts')
  const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)))
  return {
    [fontFiles.normal]: bytes(fontFiles.normal),
    [fontFiles.bold]: bytes(fontFiles.bold),
    [fontFiles.italics]: bytes(fontFiles.italics),
    [fontFiles.bolditalics]: bytes(fontFiles.bolditalics),
  }
}

const unwritable = (out: string): Stop =>
  new Stop(`Het rapport kan niet worden bewaard als ${out}. Controleer de map en of u daar mag schrijven.`, 1)

async function main(): Promise<void> {
  const { values, positionals } = optionsOf(process.argv.slice(2))
  const [file] = positionals
  const { kind, on, out, made } = values
  if (file === undefined || on === undefined || out === undefined) throw new Stop(USAGE, 2)
  if (!isReportKind(kind))
    throw new Stop(`“${kind}” is geen soort rapport. Kies: ${Object.keys(reportKinds).join(', ')}.`, 2)
  const date = dateOf(on)
  const generatedOn = made === undefined ? today() : dateOf(made)

  const timeline = timelineOf(kind, values.paper, values.by)

  // Said before the work is done, not after.
  if (!existsSync(dirname(resolve(out)))) throw unwritable(out)
  const { data, savedAt } = await readProgramme(file, values['passphrase-file'])
  const saved = savedAt.slice(0, 10)
  // Only now: a wrong command is answered without waiting for the layout engine.
  const { renderPdf } = await import('@/workers/pdf/engine')
  const bytes = await renderPdf(
    {
      kind,
      data,
      report: chooseReport(data, date),
      options: {
        generatedOn,
        dataVersion: isIsoDate(saved) ? `bestand van ${formatShortDate(saved)}` : 'bestand',
        ...(timeline === undefined ? {} : { timeline }),
      },
    },
    fonts(),
    () => undefined,
  )
  try {
    writeFileSync(out, bytes)
  } catch {
    throw unwritable(out)
  }
  process.stdout.write(`Rapport bewaard: ${resolve(out)}\n`)
}

await run(main)
