import { useNotices } from '../../state/notices'
import { useProgramme } from '../../state/programme'

/** Opens the sample programme: the one of an earlier time with all its changes, or else a fresh one. */
export async function openSample(): Promise<boolean> {
  const opened = await useProgramme().openSample(await readSample())
  if (!opened.ok) useNotices().show({ kind: 'error', text: opened.error.message })
  return opened.ok
}

/** The sample travels with Palet as a file of its own, so that it can also be sent and opened as one. */
async function readSample(): Promise<string> {
  const { default: address } = await import('@resources/sample/achterhoek.palet?url')
  const response = await fetch(address)
  return response.text()
}
