import { useNotices } from '../../state/notices'
import { useProgramme } from '../../state/programme'
import { useProgrammes } from '../../state/programmes'

/** The sample travels with Palet as a file of its own, so that it can also be sent and opened as one. */
const samples = import.meta.glob<string>('../../../resources/sample/achterhoek.palet', {
  query: '?url',
  import: 'default',
})

/** Opens the sample programme: the one of an earlier time with all its changes, or else a fresh one. */
export async function openSample(): Promise<boolean> {
  const programme = useProgramme()
  const [{ parsePalet }, text] = await Promise.all([import('../../exchange'), readSample()])
  const parsed = parsePalet(text)
  if (!parsed.ok) return fail(parsed.error.message)
  const listed = await useProgrammes().refresh()
  if (!listed.ok) return fail(listed.error.message)
  const id = parsed.value.programmeId
  const opened = listed.value.some((entry) => entry.id === id)
    ? await programme.open(id)
    : await programme.create(parsed.value.data, { id, why: 'voorbeeld geopend' })
  return opened.ok ? true : fail(opened.error.message)
}

async function readSample(): Promise<string> {
  const load = Object.values(samples)[0]
  if (load === undefined) throw new Error('the sample programme is missing from this build')
  const response = await fetch(await load())
  return response.text()
}

function fail(text: string): false {
  useNotices().show({ kind: 'error', text })
  return false
}
