import { onBeforeUnmount, ref } from 'vue'
import type { Id } from '@/domain/model/entities'
import { programmeOf } from '@/domain/model/programmeData'
import { saveFileAs } from '@/platform'
import { chooseReport } from '@/reports/choose'
import type { Paper } from '@/reports/timeline/layout'
import { timelineFileName } from '@/reports/timeline/fileName'
import { localToday } from '@/state/clock'
import { useNotices } from '@/state/notices'
import { noteOutput } from '@/state/outputLog'
import { useProgramme } from '@/state/programme'
import { makePdf } from '@/workers/pdf/makePdf'
import type { GroupBy } from './timelineRows'

interface Wanted {
  readonly paper: Paper
  readonly by: GroupBy
  /** Absent: all of them. */
  readonly projectIds?: readonly Id[]
}

/** The timeline as a PDF, made in the worker and saved where the person says. */
export function usePrintTimeline() {
  const programme = useProgramme()
  const notices = useNotices()
  const busy = ref(false)
  const running = new AbortController()
  onBeforeUnmount(() => {
    running.abort()
  })

  async function print(wanted: Wanted): Promise<void> {
    const { data } = programme
    if (data === null || busy.value) return
    busy.value = true
    const today = localToday()
    try {
      const bytes = await makePdf(
        {
          kind: 'tijdlijn',
          data,
          report: { ...chooseReport(data, today), scope: [] },
          options: { generatedOn: today, dataVersion: String(programme.version), timeline: wanted },
        },
        () => undefined,
        running.signal,
      )
      const answer = await saveFileAs('pdf', timelineFileName(programmeOf(data), today), bytes)
      if (!answer.ok) notices.show({ kind: 'error', text: answer.error.message })
      else if (answer.value !== null) {
        const { name } = answer.value
        notices.show({ kind: 'success', text: `Tijdlijn bewaard als ${name}.` })
        await noteOutput({
          kind: 'export',
          summary: `tijdlijn bewaard als "${name}"`,
          file: { name, bytes },
        })
      }
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') return
      notices.show({ kind: 'error', text: 'De tijdlijn kon niet worden gemaakt. Probeer het opnieuw.' })
    } finally {
      busy.value = false
    }
  }

  return { busy, print }
}
