import { onBeforeRouteLeave, useRouter } from 'vue-router'
import type { MeetingTable, Session } from '@/domain/regie'
import { addressOf } from '@/state/address'
import { useRegieRecord } from '@/state/regieRecord'
import { type Draft, useRecordEditor } from '@/ui/recordEditor'

export type TableEditor = ReturnType<typeof useTableEditor>
export type SessionEditor = ReturnType<typeof useSessionEditor>
export type SessionDraft = Draft<Session>

/** A table in its side panel. */
export function useTableEditor() {
  const editor = useRecordEditor<MeetingTable>(useRegieRecord('meetingTables'))
  onBeforeRouteLeave(() => editor.mayLeave())
  return editor
}

/** A session in its side panel: name, date and who is invited. A new one is opened once it is kept. */
export function useSessionEditor() {
  const router = useRouter()
  const record = useRegieRecord('sessions')
  const editor = useRecordEditor<Session>({
    ...record,
    save: async (draft) => {
      const fresh = editor.isNew.value
      const problem = await record.save(draft)
      if (problem === null && fresh) queueMicrotask(() => void router.push(addressOf('sessions', draft.id)))
      return problem
    },
  })
  onBeforeRouteLeave(() => editor.mayLeave())
  return editor
}
