import { onBeforeRouteLeave, useRouter } from 'vue-router'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { type MeetingTable, removeRecord, saveRecord, type Session } from '@/domain/regie'
import { validateRegie } from '@/domain/validation/regie'
import { addressOf } from '@/state/address'
import { useChange } from '@/state/change'
import { type Draft, useRecordEditor } from '@/ui/recordEditor'

export type TableEditor = ReturnType<typeof useTableEditor>
export type SessionEditor = ReturnType<typeof useSessionEditor>
export type SessionDraft = Draft<Session>

/** A table in its side panel. */
export function useTableEditor(data: () => ProgrammeData | null) {
  const { change } = useChange()
  const editor = useRecordEditor<MeetingTable>({
    form: 'tafel',
    stored: ({ id }) => data()?.meetingTables.get(id),
    validate: (draft) => {
      const of = data()
      return of === null ? [] : validateRegie(of, 'meetingTables', draft)
    },
    save: (draft) => change(saveRecord('meetingTables', draft)),
    remove: ({ id }) => change(removeRecord('meetingTables', id)),
  })
  onBeforeRouteLeave(() => editor.mayLeave())
  return editor
}

/** A session in its side panel: name, date and who is invited. A new one is opened once it is kept. */
export function useSessionEditor(data: () => ProgrammeData | null) {
  const { change } = useChange()
  const router = useRouter()
  const editor = useRecordEditor<Session>({
    form: 'sessie',
    stored: ({ id }) => data()?.sessions.get(id),
    validate: (draft) => {
      const of = data()
      return of === null ? [] : validateRegie(of, 'sessions', draft)
    },
    save: async (draft) => {
      const fresh = editor.isNew.value
      const problem = await change(saveRecord('sessions', draft))
      if (problem === null && fresh) queueMicrotask(() => void router.push(addressOf('sessions', draft.id)))
      return problem
    },
    remove: ({ id }) => change(removeRecord('sessions', id)),
  })
  onBeforeRouteLeave(() => editor.mayLeave())
  return editor
}
