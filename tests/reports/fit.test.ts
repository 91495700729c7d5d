import pdfMake from 'pdfmake/build/pdfmake'
import { beforeAll, describe, expect, it } from 'vitest'
import { chooseReport } from '@/reports/choose'
import { FIRST_PAGE_END, type PreparedReport } from '@/reports/kind'
import { reportKinds } from '@/reports/registry'
import { checking, fitted, type PageCheck, type PageEnd } from '@/workers/pdf/fit'
import { makeReport, OPTIONS, sample } from './support'

const data = sample()
const example = chooseReport(data, '2026-09-30')
const sentence = 'Dit is een zin die ergens over gaat en die een lezer rustig kan volgen. '

function prepared(sentences: number): PreparedReport {
  const outlook = sentence.repeat(sentences)
  return reportKinds.bestuur.prepare(data, { ...example, outlook }, OPTIONS)
}

/** Lays out the first page and tells where it ends, to the check as well. */
async function layOut(report: PreparedReport, fit: number, check?: PageCheck): Promise<PageEnd> {
  let found: PageEnd = { onePage: false, room: 0 }
  const definition = checking(report.probe(fit), (end) => {
    found = end
    check?.(end)
  })
  await pdfMake.createPdf(definition).getStream()
  return found
}

/** Makes the fonts ready, as every report does. */
beforeAll(async () => {
  await makeReport(data, example)
}, 60_000)

describe('the setting of the first page', () => {
  it.each([0, 3, 8, 14, 40])(
    'is the roomiest that fits, whatever the guess (%i sentences)',
    async (times) => {
      let roomiest = 0
      while (roomiest < prepared(times).fits - 1 && !(await layOut(prepared(times), roomiest)).onePage)
        roomiest += 1
      for (const expected of [0, 3, 5, 7, 8]) {
        const report = { ...prepared(times), expected }
        const made = fitted(
          report,
          async (fit, check) => {
            await layOut(report, fit, check)
            return fit
          },
          () => undefined,
        )
        expect(await made).toBe(roomiest)
      }
    },
    60_000,
  )

  it('is guessed well for the example, so that nothing is laid out twice', async () => {
    const report = reportKinds.bestuur.prepare(data, example, OPTIONS)
    let layouts = 0
    await fitted(
      report,
      (fit, check) => {
        layouts += 1
        return layOut(report, fit, check)
      },
      () => {
        layouts += 1
      },
    )
    expect(layouts).toBe(1)
  }, 60_000)

  it('has its end marked in every setting', () => {
    const report = prepared(1)
    const mark = `"headlineLevel":${String(FIRST_PAGE_END)}`
    for (let fit = 0; fit < report.fits; fit += 1)
      expect(JSON.stringify(report.probe(fit).content)).toContain(mark)
    expect(JSON.stringify(report.document(0).content)).toContain(mark)
  })
})
