import { onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import type { ProgressReport } from '@/domain/model/entities'
import { isIsoDate } from '@/domain/time/day'
import { localToday } from '@/state/clock'
import { useProgramme } from '@/state/programme'
import type { PdfProgress } from '@/workers/pdf/engine'
import { makePdf } from '@/workers/pdf/makePdf'

/** Longer than saving takes, so that one edit gives one new preview. */
const RENDER_AFTER_MS = 900

export interface MadePdf {
  readonly report: ProgressReport
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The PDF of the report as it is now, made again in a worker after each change. The last one stays until then. */
export function useReportPdf(draft: Ref<ProgressReport | null>) {
  const programme = useProgramme()
  const pdf = shallowRef<MadePdf | null>(null)
  const progress = shallowRef<PdfProgress | null>(null)
  const failed = ref(false)
  const stopped = ref(false)
  let running: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Makes the PDF now. Resolves to null when it was stopped, overtaken by a newer one, or failed. */
  async function make(): Promise<MadePdf | null> {
    clearTimeout(timer)
    running?.abort()
    const { data } = programme
    const report = draft.value
    if (data === null || report === null || !isIsoDate(report.referenceDate)) return null
    const controller = new AbortController()
    running = controller
    failed.value = false
    stopped.value = false
    progress.value = { percent: 0, step: 'Beginnen' }
    const options = { generatedOn: localToday(), dataVersion: String(programme.version) }
    try {
      const bytes = await makePdf(
        { kind: 'bestuur', data, report, options },
        (now) => {
          progress.value = now
        },
        controller.signal,
      )
      pdf.value = { report, bytes }
      return pdf.value
    } catch (cause) {
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) failed.value = true
      return null
    } finally {
      if (running === controller) {
        running = undefined
        progress.value = null
      }
    }
  }

  function stop(): void {
    clearTimeout(timer)
    stopped.value = true
    running?.abort()
  }

  watch(
    [() => programme.data, draft],
    ([, report], [, before]) => {
      clearTimeout(timer)
      if (report === null) {
        running?.abort()
        pdf.value = null
        return
      }
      timer = setTimeout(() => void make(), report.id === before?.id ? RENDER_AFTER_MS : 0)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    clearTimeout(timer)
    running?.abort()
  })

  return { pdf, progress, failed, stopped, make, stop }
}
