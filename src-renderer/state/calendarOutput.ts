import { type CalendarDay, toCalendar } from '../exchange'
import { saveFileAs } from '../platform'
import { useNotices } from './notices'
import { noteOutput } from './outputLog'

/** Days on their way to a calendar of the person. */
export interface CalendarOut {
  readonly days: readonly CalendarDay[]
  /** Name of the file, without extension. */
  readonly name: string
}

/** Writes days as an .ics file, says so and puts it in the log. */
export function useCalendarOutput() {
  const notices = useNotices()

  async function save({ days, name }: CalendarOut): Promise<void> {
    const bytes = new TextEncoder().encode(toCalendar(days, new Date().toISOString()))
    const answer = await saveFileAs('calendar', `${name}.ics`, bytes)
    if (!answer.ok) {
      notices.show({ kind: 'error', text: answer.error.message })
      return
    }
    if (answer.value === null) return
    const saved = answer.value.name
    notices.show({
      kind: 'success',
      text: `Bewaard als ${saved}. Open het bestand om het in uw agenda te zetten.`,
    })
    await noteOutput({
      kind: 'export',
      summary: `agenda bewaard als "${saved}"`,
      file: { name: saved, bytes },
    })
  }

  return { save }
}
