import { ref } from 'vue'
import { saveFileAs } from '@/platform'
import { useAssociationReview } from '@/state/associationReview'
import { localToday } from '@/state/clock'
import { useNotices } from '@/state/notices'
import { makeReviewPdf } from '@/workers/pdf/makePdf'
import { printAnswers, questionSheet } from './paper'

/** On paper: the question as a PDF for a meeting, and the answers so far to the printer. */
export function usePaper() {
  const review = useAssociationReview()
  const notices = useNotices()
  const busy = ref(false)

  async function once(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      await work()
    } finally {
      busy.value = false
    }
  }
  function fail(text: string): void {
    notices.show({ kind: 'error', text })
  }

  const savePdf = (): Promise<void> =>
    once(async () => {
      if (review.opened === null) return
      const { file } = review.opened
      let bytes: Uint8Array<ArrayBuffer>
      try {
        bytes = await makeReviewPdf(questionSheet(file, localToday()))
      } catch {
        fail('De PDF kon niet worden gemaakt. Probeer het opnieuw.')
        return
      }
      const name = `Reviewronde ${String(file.roundNumber)} van ${file.associationName}`
      const saved = await saveFileAs('pdf', name, bytes)
      if (!saved.ok) fail(saved.error.message)
      else if (saved.value !== null)
        notices.show({ kind: 'success', text: `Tabel bewaard als "${saved.value.name}".` })
    })

  const print = (): Promise<void> =>
    once(async () => {
      if (review.opened === null) return
      try {
        await printAnswers(review.opened.file, review.work)
      } catch (cause) {
        fail(cause instanceof Error ? cause.message : 'Het afdrukken is niet gelukt. Probeer het opnieuw.')
      }
    })

  return { busy, savePdf, print }
}
