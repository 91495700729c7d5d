import { type BackupRecord, type Check, latestOf } from '../data/backup/ledger'
import { restoredInScratch } from '../data/backup/scratch'
import { openFile } from '../data/crypto/sealedFile'
import { ok, refuse, type Result } from '../domain/result'
import * as platform from '../platform'
import type { BackupInfo } from '../platform'
import { digestOf, readBackup } from '../workers/backup/backupInWorker'
import { parsePaletFile } from '../workers/paletFile/parsePaletFile'
import { lockOfProfile, PLACE_WORDS, useBackups } from './backups'
import { vaultOrRefusal } from './heldVault'
import { useNotices } from './notices'

const DIFFERENT = 'De inhoud is een andere dan toen de reservekopie werd gemaakt.'

/** Reads a backup back from every place where it is, opens it and compares it with what was in memory. */
export async function checkReading(record: BackupRecord): Promise<Result<null>> {
  return checkAll(record, 'read', async (bytes) => {
    const lock = await lockOfProfile()
    if (!lock.ok) return lock
    const digest = await readBackup(bytes, lock.value.dataKeyKey)
    if (!digest.ok) return ok(digest.error.message)
    return ok(digest.value === record.digest ? null : DIFFERENT)
  })
}

/** Puts a backup back in a programme of its own that nobody sees, compares it, and removes it again. */
export async function checkRestoring(record: BackupRecord): Promise<Result<null>> {
  return checkAll(record, 'restored', async (bytes) => {
    const vault = await vaultOrRefusal()
    if (!vault.ok) return vault
    const opened = await openFile(bytes, { vault: vault.value })
    if (!opened.ok) return ok(opened.error.message)
    const file = await parsePaletFile(opened.value)
    if (!file.ok) return ok(file.error.message)
    // What keeps it from being put back here, such as a full disk, is no fault of the backup.
    const restored = await restoredInScratch(file.value.data, vault.value)
    if (!restored.ok) return restored
    const { savedAt, programmeId } = file.value
    const digest = await digestOf(restored.value, { savedAt, programmeId })
    return ok(digest === record.digest ? null : DIFFERENT)
  })
}

type Look = (bytes: Uint8Array<ArrayBuffer>) => Promise<Result<string | null>>

async function checkAll(record: BackupRecord, how: Check['how'], look: Look): Promise<Result<null>> {
  const backups = useBackups()
  const listed = await platform.listBackups()
  if (!listed.ok) return refuse(listed.error.code, listed.error.message)
  const copies = listed.value.filter(({ name }) => name === record.name)
  if (copies.length === 0)
    return refuse('backup-gone', 'Deze reservekopie is er niet meer. Bekijk de lijst opnieuw.')
  let bad: string | null = null
  for (const copy of copies) {
    const fault = await faultOf(copy, look)
    if (!fault.ok) return fault
    await backups.noteCheck(record.name, copy.place, {
      at: new Date().toISOString(),
      how,
      fault: fault.value,
    })
    if (fault.value !== null)
      bad ??= `De reservekopie op ${PLACE_WORDS[copy.place]} is niet goed. ${fault.value}`
  }
  if (bad === null) return ok(null)
  backups.distrust()
  return refuse('backup-bad', bad)
}

async function faultOf(copy: BackupInfo, look: Look): Promise<Result<string | null>> {
  const answer = await platform.readBackup(copy.token)
  // Not there or not readable now says nothing about what is in it.
  if (!answer.ok) return refuse(answer.error.code, answer.error.message)
  return look(answer.value.bytes.slice())
}

/** The newest backup of a programme that nobody has looked into yet, such as the one made when the window closed. */
export async function checkUnread(programmeId: string): Promise<void> {
  const backups = useBackups()
  await backups.known()
  const record = latestOf(backups.ledger, programmeId)
  if (record === null || Object.keys(record.checks).length > 0) return
  const checked = await checkReading(record)
  if (!checked.ok && checked.error.code === 'backup-bad')
    useNotices().show({ kind: 'error', text: checked.error.message })
}
