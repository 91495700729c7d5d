import { useNotices } from '../../state/notices'
import { useProgramme } from '../../state/programme'
import { useVault } from '../../state/vault'

/** Opens the sample programme: the one of an earlier time with all its changes, or else a fresh one. */
export async function openSample(): Promise<boolean> {
  if (!(await useVault().ready())) return false
  const opened = await useProgramme().openSample(await sampleText())
  if (!opened.ok) useNotices().show({ kind: 'error', text: opened.error.message })
  return opened.ok
}

let fetched: Promise<string> | null = null

function sampleText(): Promise<string> {
  fetched ??= readSample().catch((cause: unknown) => {
    fetched = null
    throw cause
  })
  return fetched
}

/** While the start screen waits, so that opening only has to read it. When it fails, opening tries again and tells. */
export function fetchSampleAhead(): void {
  sampleText().catch(() => undefined)
}

/** The sample travels with Palet as a file of its own, so that it can also be sent and opened as one. */
async function readSample(): Promise<string> {
  const { default: address } = await import('@resources/sample/achterhoek.palet?url')
  const response = await fetch(address)
  return response.text()
}
