import { watch } from 'vue'
import { type Reason } from '../data/backup/ledger'
import { ok, refuse, type Result } from '../domain/result'
import { checkReading, checkUnread } from './backupChecks'
import { useBackups } from './backups'
import { useProgramme } from './programme'
import { guardWith, type Risk, type Snapshot } from './safeguard'

/** How often is looked whether it is time, in milliseconds. */
const LOOK_EVERY = 10_000
/** After opening, the person comes first. */
const REST = 5_000

const REASON: Readonly<Record<Risk, Reason>> = { close: 'gesloten', import: 'import', restore: 'herstel' }

/** Makes backups without being asked: when a programme closes, while working, and before its content is replaced. */
export function keepBackups(): () => void {
  const programme = useProgramme()
  const backups = useBackups()
  let since = Date.now()
  let working = false
  let soon: ReturnType<typeof setTimeout> | undefined

  async function look(): Promise<void> {
    const of = snapshotNow()
    if (of === null || working) return
    working = true
    try {
      await backups.known()
      const { everyMinutes } = backups.ledger
      if (everyMinutes === null || Date.now() - since < everyMinutes * 60_000) return
      if (await backups.isCovered(of)) return
      since = Date.now()
      await programme.settled()
      const made = await backups.make('werk', snapshotNow() ?? of)
      if (made.ok) await checkReading(made.value)
    } finally {
      working = false
    }
  }

  const ends = [
    guardWith((risk, of) => (risk === 'close' ? beforeClosing(of) : beforeReplacing(risk, of))),
    watch(
      () => programme.id,
      (id) => {
        since = Date.now()
        clearTimeout(soon)
        if (id !== null) soon = setTimeout(() => void checkUnread(id), REST)
      },
      { immediate: true },
    ),
  ]
  const timer = setInterval(() => void look(), LOOK_EVERY)
  return () => {
    clearInterval(timer)
    clearTimeout(soon)
    for (const end of ends) end()
  }
}

/** The open programme, or null when there is none. */
export function snapshotNow(): Snapshot | null {
  const { id, data, version, savedAt } = useProgramme()
  return id === null || data === null ? null : { id, data, version, savedAt: savedAt ?? '' }
}

/** The window is about to close; everything is on disk already. */
export async function backupAtClosing(): Promise<void> {
  const of = snapshotNow()
  if (of !== null) await beforeClosing(of)
  // Nothing is open: then this only waits for a programme that is being closed, with its backup.
  else await useProgramme().close()
  await useBackups().settled()
}

/** Closing goes on whatever happens: what fails is kept as a mark, and the next opening makes up for it. */
async function beforeClosing(of: Snapshot): Promise<Result<null>> {
  const backups = useBackups()
  if (!(await backups.isCovered(of))) await backups.make(REASON.close, of)
  return ok(null)
}

/** Nothing is replaced before one good backup is there, read back and compared. */
async function beforeReplacing(risk: Risk, of: Snapshot): Promise<Result<null>> {
  const backups = useBackups()
  const made = await backups.make(REASON[risk], of)
  if (!made.ok) return refuse(made.error.code, `Er is niets vervangen. ${made.error.message}`)
  const checked = await checkReading(made.value)
  if (checked.ok) return ok(null)
  const record = backups.ledger.records.find(({ name }) => name === made.value.name)
  const good = Object.values(record?.checks ?? {}).some(({ fault }) => fault === null)
  return good ? ok(null) : refuse(checked.error.code, `Er is niets vervangen. ${checked.error.message}`)
}
