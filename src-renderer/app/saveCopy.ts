import { programmeOf } from '../domain/model/programmeData'
import { serialisePalet } from '../exchange'
import * as platform from '../platform'
import { useNotices } from '../state/notices'
import { useProgramme } from '../state/programme'

/** Writes the open programme to a file of its own. The programme itself keeps living in Palet. */
export async function saveCopy(): Promise<void> {
  const programme = useProgramme()
  const notices = useNotices()
  if (programme.data === null || programme.id === null) {
    notices.show({ kind: 'info', text: 'Open eerst een programma.' })
    return
  }
  const text = serialisePalet(programme.data, {
    savedAt: new Date().toISOString(),
    programmeId: programme.id,
  })
  const { name } = programmeOf(programme.data)
  const fileName = `${name.replace(/[\\/:*?"<>|]/g, ' ').trim()} ${programme.context().today}.palet`
  const answer = await platform.saveFileAs('programme', fileName, new TextEncoder().encode(text))
  if (!answer.ok) notices.show({ kind: 'error', text: answer.error.message })
  else if (answer.value !== null)
    notices.show({ kind: 'success', text: `Kopie bewaard als "${answer.value.name}".` })
}
