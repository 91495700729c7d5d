import { useNotices } from '../../state/notices'
import { useProgramme } from '../../state/programme'

/** The sample travels with Palet as a file of its own, so that it can also be sent and opened as one. */
const samples = import.meta.glob<string>('../../../resources/sample/achterhoek.palet', {
  query: '?url',
  import: 'default',
})

/** Opens the sample programme: the one of an earlier time with all its changes, or else a fresh one. */
export async function openSample(): Promise<boolean> {
  const opened = await useProgramme().openSample(await readSample())
  if (!opened.ok) useNotices().show({ kind: 'error', text: opened.error.message })
  return opened.ok
}

async function readSample(): Promise<string> {
  const load = Object.values(samples)[0]
  if (load === undefined) throw new Error('the sample programme is missing from this build')
  const response = await fetch(await load())
  return response.text()
}
