import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pdfMake from 'pdfmake/build/pdfmake'
import { parsePalet } from '@/exchange/index'
import { chooseReport } from '@/reports/choose'
import { type FontBytes, fontFiles } from '@/reports/fonts'
import { reportKinds } from '@/reports/registry'
import { renderPdf } from '@/workers/pdf/engine'
import { report, timed } from './measure'

/**
 * The board report of the sample: figures, charts, making the first page fit and drawing, against pdfmake alone on the
 * definition that comes out of it. A definition is used once: pdfmake writes in it.
 */
const top = join(import.meta.dirname, '../..')
const sample = parsePalet(readFileSync(join(top, 'resources/sample/achterhoek.palet')))
if (!sample.ok) throw new Error(sample.error.message)
const { data } = sample.value
const date = '2026-09-30'
const chosen = chooseReport(data, date)
const options = { generatedOn: '2026-11-01', dataVersion: 'meting' }
const fonts = Object.fromEntries(
  Object.values(fontFiles).map((name) => [
    name,
    new Uint8Array(readFileSync(join(top, 'resources/fonts', name))),
  ]),
) as FontBytes

const whole = (): Promise<unknown> =>
  renderPdf({ kind: 'bestuur', data, report: chosen, options }, fonts, () => undefined)

/** The setting in which the first page fits, found once: the finished definition has it built in. */
async function fittingSetting(): Promise<number> {
  const prepared = reportKinds.bestuur.prepare(data, chosen, options)
  for (let fit = 0; fit < prepared.fits; fit += 1) {
    let pages = 0
    const footer = (_page: number, count: number): string => {
      pages = count
      return ''
    }
    await pdfMake.createPdf({ ...prepared.probe(fit), footer }).getBuffer()
    if (pages <= 1) return fit
  }
  return prepared.fits - 1
}

await whole()
const fit = await fittingSetting()
const subject: number[] = []
const floor: number[] = []
for (let run = 0; run < 7; run += 1) {
  const definition = reportKinds.bestuur.prepare(data, chosen, options).document(fit)
  const bare = await timed(() => pdfMake.createPdf(definition).getBuffer())
  const full = await timed(whole)
  if (run === 0) continue
  floor.push(bare)
  subject.push(full)
}
report({
  name: `Board report of the sample (first page set in way ${String(fit + 1)})`,
  floorName: 'pdfmake on the finished definition',
  subject,
  floor,
  aim: 1.3,
})
