import type {} from '@/platform/bridge'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { onTinyDisk } from '../security/support/tiny-disk'
import { App, expect, readWindowPlan, test } from './support'

test('a disk that is really full: the old file stays and the message says what to do', async () => {
  const plan = readWindowPlan()
  const scratch = mkdtempSync(join(plan.temporary, 'full-disk-'))
  const app = new App(onTinyDisk(plan, join(scratch, 'files'), scratch), scratch)
  try {
    await app.launch()
    await app.saveDialogAnswers('plan.palet')
    await app.openDialogAnswers('plan.palet')
    const outcome = await app.window.evaluate(async () => {
      const save = (bytes: Uint8Array<ArrayBuffer>) =>
        window.palet.saveFileAs({ kind: 'programme', suggestedName: 'plan', bytes })
      const first = await save(new TextEncoder().encode('eerste versie'))
      const second = await save(new Uint8Array(200_000))
      const kept = await window.palet.openFile({ kind: 'programme' })
      return {
        first,
        second,
        kept: kept.ok && kept.value ? new TextDecoder().decode(kept.value.bytes) : null,
      }
    })
    expect(outcome.first).toMatchObject({ ok: true, value: { name: 'plan.palet' } })
    expect(outcome.second).toEqual({
      ok: false,
      error: {
        code: 'disk-full',
        message:
          'De schijf is vol: “plan.palet” is niet bewaard. Het bestand dat er al stond is niet veranderd. ' +
          'Maak ruimte vrij of kies een andere plek.',
      },
    })
    expect(outcome.kept).toBe('eerste versie')
    // Only the window sees the little disk; through its eyes nothing is left beside the old file.
    const main = await app.electron.evaluate(() => process.pid)
    expect(readdirSync(`/proc/${main}/root${app.filesFolder}`)).toEqual(['plan.palet'])
  } finally {
    await app.close()
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
