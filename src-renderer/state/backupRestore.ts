import { restoredInScratch } from '../data/backup/scratch'
import { sha256, toHex } from '../data/crypto/bytes'
import { openSession } from '../data/open'
import { differences, previewOf, type TableDifference } from '../data/restore'
import { formatDateTime } from '../domain/labels'
import type { Id } from '../domain/model/entities'
import { type ProgrammeData, programmeOf, PROGRAMME_ID } from '../domain/model/programmeData'
import { type DomainError, ok, refuse, type Result } from '../domain/result'
import type { PaletFile } from '../exchange'
import * as platform from '../platform'
import type { BackupInfo } from '../platform'
import { parsePaletFile } from '../workers/paletFile/parsePaletFile'
import { localToday } from './clock'
import { vaultOrRefusal } from './heldVault'
import type { FileSource } from './openFile'
import { useProgramme } from './programme'
import { useProgrammes } from './programmes'
import { unsealed } from './sealedFiles'

/** A backup that was opened, and what putting it back would bring. Nothing has changed yet. */
export interface RestoreOffer {
  readonly file: PaletFile
  readonly source: FileSource
  /** Moment in UTC. */
  readonly at: string
  /**
   * The programme that it is of: `here` on this computer, `gone`, `broken` when it doesn't open any more, or `barred` when
   * it can't be reached now.
   */
  readonly target: 'here' | 'gone' | 'broken' | 'barred'
  /** Why it is broken or barred. */
  readonly refusal: DomainError | null
  /** Only tables in which something changes; null when there is nothing to compare with. */
  readonly changes: readonly TableDifference[] | null
}

/** Opens a backup of the list. Null when the person gave up typing a passphrase. */
export async function offerOfBackup({ token, name }: BackupInfo): Promise<Result<RestoreOffer | null>> {
  const answer = await platform.readBackup(token)
  return answer.ok ? offerOf(answer.value.bytes, name) : refuse(answer.error.code, answer.error.message)
}

/** Lets the person choose a backup somewhere else, such as one of another computer. */
export async function offerOfFile(): Promise<Result<RestoreOffer | null>> {
  const answer = await platform.openFile('programme')
  if (!answer.ok) return refuse(answer.error.code, answer.error.message)
  return answer.value === null ? ok(null) : offerOf(answer.value.bytes, answer.value.name)
}

async function offerOf(bytes: Uint8Array, fileName: string): Promise<Result<RestoreOffer | null>> {
  const plain = await unsealed(bytes, fileName)
  if (!plain.ok) return plain
  if (plain.value === null) return ok(null)
  const parsed = await parsePaletFile(plain.value)
  if (!parsed.ok) return parsed
  const file = parsed.value
  const source = { fileName, sha256: toHex(await sha256(bytes.slice())) }
  const now = await contentNow(file.programmeId)
  const changes = now.ok ? previewOf(0, differences(now.value, file.data)).tables : null
  return ok({
    file,
    source,
    at: file.savedAt,
    target: now.ok ? 'here' : targetOf(now.error),
    refusal: now.ok ? null : now.error,
    changes,
  })
}

const BROKEN: readonly string[] = ['store-damaged', 'store-failed', 'store-closed']

function targetOf({ code }: DomainError): RestoreOffer['target'] {
  if (code === 'programme-missing') return 'gone'
  return BROKEN.includes(code) ? 'broken' : 'barred'
}

/** What the programme holds now, open or not. */
async function contentNow(id: Id): Promise<Result<ProgrammeData>> {
  const programme = useProgramme()
  if (programme.id === id && programme.data !== null) return ok(programme.data)
  const vault = await vaultOrRefusal()
  if (!vault.ok) return vault
  const opened = await openSession(id, { vault: vault.value })
  if (!opened.ok) return opened
  const { data } = opened.value
  await opened.value.close()
  return ok(data)
}

const momentOf = (at: string): string => {
  const moment = new Date(at)
  return formatDateTime(localToday(moment), moment.getHours(), moment.getMinutes())
}

/** Puts the programme back as it was: one change that can be undone, or when it is gone or broken, anew. */
export async function restoreInPlace({
  file,
  source,
  at,
  target,
  refusal,
}: RestoreOffer): Promise<Result<Id>> {
  const programme = useProgramme()
  const id = file.programmeId
  if (target === 'barred') return { ok: false, error: refusal ?? { code: 'barred', message: '' } }
  if (target === 'here') {
    const opened = await programme.open(id)
    if (!opened.ok) return opened
    const summary = `teruggezet uit de reservekopie van ${momentOf(at)}`
    const restored = await programme.restoreFrom(file.data, summary, source)
    return restored.ok ? ok(id) : restored
  }
  if (target === 'broken') {
    const cleared = await clearBroken(file)
    if (!cleared.ok) return cleared
  }
  return programme.create(file.data, { id, why: `reservekopie van ${momentOf(at)}`, source })
}

/** What is broken goes only after the backup has shown that it can be put back here. */
async function clearBroken(file: PaletFile): Promise<Result<null>> {
  const vault = await vaultOrRefusal()
  if (!vault.ok) return vault
  const tried = await restoredInScratch(file.data, vault.value)
  return tried.ok ? useProgrammes().remove(file.programmeId) : tried
}

const LONGEST_NAME = 70

/** Makes a programme of its own out of a backup, beside the one that it is of. */
export async function openApart({ file, source, at }: RestoreOffer): Promise<Result<Id>> {
  const programme = programmeOf(file.data)
  const when = momentOf(at)
  const name = `${programme.name.slice(0, LONGEST_NAME).trim()} (${when})`
  const data = { ...file.data, programme: new Map([[PROGRAMME_ID, { ...programme, name }]]) }
  return useProgramme().create(data, { why: `reservekopie van ${when}`, source })
}
