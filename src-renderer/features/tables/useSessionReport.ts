import { ref } from 'vue'
import type { Id } from '@/domain/model/basics'
import { saveFileAs } from '@/platform'
import { sessionFileName, type SessionSheet, sessionSheet } from '@/reports/session'
import { localToday } from '@/state/clock'
import { useNotices } from '@/state/notices'
import { noteOutput } from '@/state/outputLog'
import { printUpright } from '@/state/print'
import { useProgramme } from '@/state/programme'
import { makeSessionPdf } from '@/workers/pdf/makePdf'

/** The minutes of a session as a PDF: saved where the person says, or printed. */
export function useSessionReport(sessionId: () => Id) {
  const programme = useProgramme()
  const notices = useNotices()
  const busy = ref(false)

  async function once(
    failed: string,
    work: (sheet: SessionSheet, bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
  ): Promise<void> {
    const { data } = programme
    const sheet = data === null ? null : sessionSheet(data, sessionId(), { generatedOn: localToday() })
    if (sheet === null || busy.value) return
    busy.value = true
    try {
      await work(sheet, await makeSessionPdf(sheet))
    } catch {
      notices.show({ kind: 'error', text: failed })
    } finally {
      busy.value = false
    }
  }

  const save = (): Promise<void> =>
    once('Het verslag kon niet worden gemaakt. Probeer het opnieuw.', async (sheet, bytes) => {
      const answer = await saveFileAs('pdf', sessionFileName(sheet), bytes)
      if (!answer.ok) notices.show({ kind: 'error', text: answer.error.message })
      else if (answer.value !== null) {
        const { name } = answer.value
        notices.show({ kind: 'success', text: `Verslag bewaard als ${name}.` })
        await noteOutput({
          kind: 'export',
          summary: `verslag van "${sheet.name}" bewaard als "${name}"`,
          file: { name, bytes },
        })
      }
    })

  const print = (): Promise<void> =>
    once('Afdrukken is niet gelukt. Bewaar het verslag als PDF en druk dat af.', async (sheet, bytes) => {
      // The reader of PDFs comes along only when somebody prints.
      const { printPages } = await import('@/ui/printPages')
      if (await printPages(bytes, () => undefined, printUpright))
        await noteOutput({ kind: 'print', summary: `verslag van "${sheet.name}" afgedrukt` })
    })

  return { busy, save, print }
}
