import * as v from 'valibot'
import { channel } from './channel'
import { channelNames } from './names'

/**
 * Backups go to three places: Palet's own folder, and two that the person may choose. Where those are stays in the
 * main process; the window knows them as 'first' and 'second'.
 */
export const BackupPlace = v.picklist(['own', 'first', 'second'])
export type BackupPlace = v.InferOutput<typeof BackupPlace>

const ChosenPlace = v.picklist(['first', 'second'])
export type ChosenBackupPlace = v.InferOutput<typeof ChosenPlace>

/**
 * palet-2026-04-14-153012-automatisch-<id of the programme>.palet: the moment in UTC, one word for why, and nothing
 * that says what is in it.
 */
export const BACKUP_NAME = /^palet-\d{4}-\d{2}-\d{2}-\d{6}-[a-z]{1,16}-[0-9a-f][0-9a-f-]{7,35}\.palet$/
const BackupName = v.pipe(v.string(), v.maxLength(100), v.regex(BACKUP_NAME))

const Token = v.pipe(v.string(), v.uuid())
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const BackupPlaceInfo = v.strictObject({
  place: BackupPlace,
  /** The name of the folder only, fit to show; useless as a path. */
  label: v.string(),
  chosen: v.boolean(),
  available: v.boolean(),
  /** Why a chosen place is not available, in Dutch. */
  message: v.nullable(v.string()),
  /** Room left on that disk in bytes; null when unknown. */
  free: v.nullable(Count),
})
export type BackupPlaceInfo = v.InferOutput<typeof BackupPlaceInfo>

export const BackupResult = v.strictObject({
  place: BackupPlace,
  ok: v.boolean(),
  /** What went wrong and what to do, in Dutch; null when it went well. */
  message: v.nullable(v.string()),
})
export type BackupResult = v.InferOutput<typeof BackupResult>

export const BackupInfo = v.strictObject({
  token: Token,
  name: BackupName,
  place: BackupPlace,
  size: Count,
  /** ISO 8601 in UTC. */
  modifiedAt: v.string(),
})
export type BackupInfo = v.InferOutput<typeof BackupInfo>

export const backupsContract = {
  /** All three, also those that are not chosen or can't be reached now. */
  backupPlaces: channel(channelNames.backupPlaces, v.strictObject({}), v.array(BackupPlaceInfo)),
  /** Lets the person choose a folder. Null when they cancel, otherwise all places anew. */
  chooseBackupPlace: channel(
    channelNames.chooseBackupPlace,
    v.strictObject({ place: ChosenPlace }),
    v.nullable(v.array(BackupPlaceInfo)),
  ),
  /** Palet no longer writes there; the backups that are there stay. */
  forgetBackupPlace: channel(
    channelNames.forgetBackupPlace,
    v.strictObject({ place: ChosenPlace }),
    v.array(BackupPlaceInfo),
  ),
  /** Writes to every chosen place, each atomically; never over a backup that is there already. */
  writeBackup: channel(
    channelNames.writeBackup,
    v.strictObject({
      name: BackupName,
      bytes: v.pipe(
        v.instance(Uint8Array),
        v.check(({ byteLength }) => byteLength > 0),
      ),
    }),
    v.array(BackupResult),
  ),
  /** The backups in the places that can be reached, newest name first. */
  listBackups: channel(channelNames.listBackups, v.strictObject({}), v.array(BackupInfo)),
  readBackup: channel(
    channelNames.readBackup,
    v.strictObject({ token: Token }),
    v.strictObject({ name: BackupName, bytes: v.instance(Uint8Array) }),
  ),
  removeBackup: channel(channelNames.removeBackup, v.strictObject({ token: Token }), v.strictObject({})),
}
