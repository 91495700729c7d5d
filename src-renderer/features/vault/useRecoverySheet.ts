import { shallowRef } from 'vue'
import { saveFileAs } from '@/platform'
import { recoveryFileName, type RecoverySheet } from '@/reports/recoverySheet'
import { localToday } from '@/state/clock'
import { makeRecoveryPdf } from '@/workers/pdf/makePdf'
import { printSheet } from './printSheet'

interface Said {
  readonly tone: 'success' | 'error'
  readonly text: string
}

/** The recovery key on paper or in a file. */
export function useRecoverySheet(recoveryKey: () => string) {
  const working = shallowRef(false)
  const said = shallowRef<Said | null>(null)
  const sheet = (): RecoverySheet => ({ recoveryKey: recoveryKey(), madeOn: localToday() })

  async function busy(failed: string, work: () => Promise<Said | null>): Promise<void> {
    working.value = true
    said.value = null
    try {
      said.value = await work()
    } catch {
      said.value = { tone: 'error', text: failed }
    } finally {
      working.value = false
    }
  }

  const print = (): Promise<void> =>
    busy('Afdrukken is niet gelukt. Schrijf de sleutel over, of bewaar hem als PDF.', async () =>
      (await printSheet(sheet())) ? { tone: 'success', text: 'Het blad is naar de printer gestuurd.' } : null,
    )

  const save = (): Promise<void> =>
    busy('Bewaren is niet gelukt. Schrijf de sleutel over, of druk hem af.', async () => {
      const made = sheet()
      const bytes = await makeRecoveryPdf(made)
      const answer = await saveFileAs('pdf', recoveryFileName(made), bytes)
      bytes.fill(0)
      if (!answer.ok) return { tone: 'error', text: answer.error.message }
      return answer.value === null
        ? null
        : { tone: 'success', text: `Het herstelblad is bewaard als "${answer.value.name}".` }
    })

  return { print, save, working, said }
}
