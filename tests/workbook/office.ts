import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'

/** A real LibreOffice as the client: see office.py. The system's own Python knows how to talk to it. */

const SCRIPT = resolve(import.meta.dirname, 'office.py')

export interface Edit {
  readonly sheet: string
  readonly cell: string
  /** As a person types it: protection counts. The others put the content in the cell itself. */
  readonly typed?: string
  readonly number?: number
  readonly text?: string
  readonly formula?: string
}

export const SAVED = {
  xlsx: { filter: 'Calc MS Excel 2007 XML', options: '' },
  ods: { filter: 'calc8', options: '' },
  // Separator, quotes, character set, first line … and last: which sheet. The name of the sheet comes into the file name.
  csv: { filter: 'Text - txt - csv (StarCalc)', options: '59,34,76,1,,0,false,true,false,false,false,2' },
  csv1252: { filter: 'Text - txt - csv (StarCalc)', options: '44,34,1,1,,0,false,true,false,false,false,2' },
  xls: { filter: 'MS Excel 97', options: '' },
} as const
export type SavedAs = keyof typeof SAVED

export interface Job {
  readonly open: Uint8Array
  readonly edits?: readonly Edit[]
  readonly look?: readonly { readonly sheet: string; readonly cell: string }[]
  readonly save?: readonly SavedAs[]
}

const reportSchema = v.array(
  v.object({
    sheets: v.array(
      v.object({
        name: v.string(),
        protected: v.boolean(),
        visible: v.boolean(),
        landscape: v.boolean(),
        width: v.number(),
        titleRow: v.nullable(v.number()),
        frozen: v.boolean(),
        formatConditions: v.number(),
      }),
    ),
    seen: v.array(
      v.object({
        cell: v.string(),
        value: v.looseObject({ shown: v.string(), formula: v.optional(v.nullable(v.string())) }),
        locked: v.boolean(),
        rule: v.object({
          type: v.string(),
          operator: v.string(),
          first: v.string(),
          second: v.string(),
          stops: v.boolean(),
        }),
        conditions: v.number(),
        hiddenColumn: v.boolean(),
      }),
    ),
  }),
)

export type OfficeReport = v.InferOutput<typeof reportSchema>[number] & {
  readonly saved: ReadonlyMap<SavedAs, Uint8Array>
}

/** Opens each workbook in one LibreOffice, and comes back with what it saw and saved. */
export async function office(jobs: readonly Job[]): Promise<OfficeReport[]> {
  const folder = mkdtempSync(join(tmpdir(), 'palet-office-'))
  const target = (job: number, as: SavedAs): string =>
    join(folder, `out-${String(job)}-${as}.${as.replace('1252', '')}`)
  try {
    const plans = jobs.map((job, i) => {
      const open = join(folder, `in-${String(i)}.xlsx`)
      writeFileSync(open, job.open)
      const save = (job.save ?? []).map((as) => ({ path: target(i, as), ...SAVED[as] }))
      return { open, edits: job.edits ?? [], look: job.look ?? [], save }
    })
    writeFileSync(join(folder, 'jobs.json'), JSON.stringify(plans))
    await promisify(execFile)(
      '/usr/bin/python3',
      [SCRIPT, join(folder, 'jobs.json'), join(folder, 'report.json'), join(folder, 'profile')],
      { timeout: 240_000, env: { ...process.env, HOME: folder } },
    )
    const report = v.parse(reportSchema, JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')))
    return report.map((seen, i) => ({
      ...seen,
      saved: new Map((jobs[i]?.save ?? []).map((as) => [as, readSaved(target(i, as))])),
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readSaved(path: string): Uint8Array {
  const named = path.replace(/(\.csv)$/, '-Capaciteit$1')
  return new Uint8Array(readFileSync(path.endsWith('.csv') ? named : path))
}
