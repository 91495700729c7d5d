import { programmeOf } from '../domain/model/programmeData'
import * as platform from '../platform'
import { useNotices } from '../state/notices'
import { noteOutput } from '../state/outputLog'
import { useProgramme } from '../state/programme'
import { askSeal, sealedAs } from '../state/sealedFiles'
import { writePaletFile } from '../workers/paletFile/writePaletFile'

/**
 * Writes the open programme to a file of its own, sealed with a passphrase unless the person wants it plain. The programme
 * itself keeps living in Palet.
 */
export async function saveCopy(): Promise<void> {
  const programme = useProgramme()
  const notices = useNotices()
  if (programme.data === null || programme.id === null) {
    notices.show({ kind: 'info', text: 'Open eerst een programma.' })
    return
  }
  const { id, data } = programme
  const { name } = programmeOf(data)
  const choice = await askSeal({
    title: 'Kopie bewaren',
    description: `Een bestand met alles uit het programma “${name}”.`,
  })
  if (choice === null) return
  const plain = await writePaletFile(data, { savedAt: new Date().toISOString(), programmeId: id })
  const bytes = await sealedAs(choice, plain)
  const fileName = `${name.replace(/[\\/:*?"<>|]/g, ' ').trim()} ${programme.context().today}.palet`
  const answer = await platform.saveFileAs('programme', fileName, bytes)
  if (!answer.ok) {
    notices.show({ kind: 'error', text: answer.error.message })
    return
  }
  if (answer.value === null) return
  const saved = answer.value.name
  const how = choice === 'plain' ? 'zonder wachtzin' : 'met een wachtzin'
  notices.show({
    kind: 'success',
    text: `Kopie bewaard als "${saved}"${choice === 'plain' ? `, ${how}` : ''}.`,
  })
  await noteOutput({
    kind: 'export',
    summary: `kopie bewaard als "${saved}", ${how}`,
    file: { name: saved, bytes },
  })
}
