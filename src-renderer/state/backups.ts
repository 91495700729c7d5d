import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import {
  type BackupRecord,
  type Check,
  emptyLedger,
  latestOf,
  type Ledger,
  ledgerFrom,
  type Reason,
  withCheck,
  withFault,
  withRecord,
} from '../data/backup/ledger'
import { superfluous } from '../data/backup/rotation'
import { sha256, toHex, toUtf8 } from '../data/crypto/bytes'
import { FILE_PURPOSE } from '../data/crypto/sealedFile'
import { attempt } from '../data/failure'
import { readKeyring } from '../data/keyringStore'
import type { Id } from '../domain/model/entities'
import { programmeOf } from '../domain/model/programmeData'
import { ok, refuse, type Result } from '../domain/result'
import * as platform from '../platform'
import type { BackupInfo, BackupPlace, BackupPlaceInfo, ChosenBackupPlace } from '../platform'
import { type BackupLock } from '../workers/backup/work'
import { makeBackup } from '../workers/backup/backupInWorker'
import { localToday } from './clock'
import { vaultOrRefusal } from './heldVault'
import { useNotices } from './notices'
import { theCatalogue } from './programmes'
import type { Snapshot } from './safeguard'
import { takingTurns } from './turns'

const SETTING = 'backups'

export const PLACE_WORDS: Readonly<Record<BackupPlace, string>> = {
  own: 'de eigen map van Palet',
  first: 'de eerste plek',
  second: 'de tweede plek',
}

/** Sealed copies of programmes in up to three places: making them, tidying them up, and what is known of them. */
export const useBackups = defineStore('backups', () => {
  const notices = useNotices()
  const places = shallowRef<readonly BackupPlaceInfo[]>([])
  const found = shallowRef<readonly BackupInfo[]>([])
  const ledger = shallowRef<Ledger>(emptyLedger)
  /** What goes wrong now, per place, in sentences for the person. */
  const faults = computed(() => Object.values(ledger.value.faults))
  let reading: Promise<void> | null = null
  /** Content that is in a backup already: nothing to do again. */
  let last: Snapshot | null = null
  let lastSecond = 0

  /** Reads what this profile knows, once. */
  function known(): Promise<void> {
    reading ??= readLedger()
    return reading
  }

  async function readLedger(): Promise<void> {
    const opened = await theCatalogue()
    const kept = opened.ok ? await attempt(() => opened.value.setting(SETTING)) : opened
    if (kept.ok) ledger.value = ledgerFrom(kept.value)
    else reading = null
  }

  async function change(next: (before: Ledger) => Ledger): Promise<void> {
    ledger.value = next(ledger.value)
    const opened = await theCatalogue()
    // What is known of backups helps; the backups themselves don't depend on it.
    if (opened.ok) await attempt(() => opened.value.setSetting(SETTING, ledger.value))
  }

  async function refresh(): Promise<Result<null>> {
    await known()
    const [where, what] = await Promise.all([platform.backupPlaces(), platform.listBackups()])
    if (!where.ok) return refuse(where.error.code, where.error.message)
    if (!what.ok) return refuse(what.error.code, what.error.message)
    places.value = where.value
    found.value = what.value
    return ok(null)
  }

  async function choose(place: ChosenBackupPlace): Promise<Result<null>> {
    const answer = await platform.chooseBackupPlace(place)
    if (!answer.ok) return refuse(answer.error.code, answer.error.message)
    if (answer.value === null) return ok(null)
    // The new place has nothing yet: the next backup comes without waiting for a change.
    last = null
    await change((before) => withFault(before, place, null))
    return refresh()
  }

  async function forget(place: ChosenBackupPlace): Promise<Result<null>> {
    const answer = await platform.forgetBackupPlace(place)
    if (!answer.ok) return refuse(answer.error.code, answer.error.message)
    await change((before) => withFault(before, place, null))
    return refresh()
  }

  async function setEvery(minutes: number | null): Promise<void> {
    await known()
    await change((before) => ({ ...before, everyMinutes: minutes }))
  }

  /** True when what the programme holds now is in a backup, in every place that was chosen. */
  async function isCovered({ id, data, version, savedAt }: Snapshot): Promise<boolean> {
    await known()
    if (faults.value.length > 0) return false
    if (last?.id === id) return last.data === data
    const record = latestOf(ledger.value, id)
    // A programme that was put back anew counts from one again: then the number alone says nothing.
    if (record?.version !== version || record.at < savedAt) return false
    const listed = await platform.listBackups()
    return listed.ok && listed.value.some(({ name }) => name === record.name)
  }

  const inTurn = takingTurns()
  const make = inTurn(makeNow)
  /** Resolves when nothing is being made any more. */
  const settled = inTurn(() => Promise.resolve())

  async function makeNow(why: Reason, of: Snapshot): Promise<Result<BackupRecord>> {
    await known()
    const lock = await lockOfProfile()
    if (!lock.ok) return lock
    const at = nextSecond()
    const name = platform.backupName({ at, why, programmeId: await idInName(of.id) })
    const made = await makeBackup(of.data, { savedAt: at, programmeId: of.id }, lock.value)
    const answer = await platform.writeBackup(name, made.bytes)
    if (!answer.ok) return failed(answer.error.message)
    await tell(answer.value)
    const written = answer.value.filter((result) => result.ok).map(({ place }) => place)
    if (written.length === 0) return failed(answer.value.find((result) => !result.ok)?.message ?? '')
    const record: BackupRecord = {
      name,
      programmeId: of.id,
      programmeName: programmeOf(of.data).name,
      at,
      version: of.version,
      digest: made.digest,
      checks: {},
    }
    last = of
    await change((before) => withRecord(before, record))
    await rotate(of.id, written)
    return ok(record)
  }

  /** Names of files hold seconds, and nothing is ever written over. */
  function nextSecond(): string {
    lastSecond = Math.max(Math.floor(Date.now() / 1000), lastSecond + 1)
    return new Date(lastSecond * 1000).toISOString()
  }

  /** Only what is new is told; the screen and its mark keep saying it. */
  async function tell(results: readonly platform.BackupResult[]): Promise<void> {
    const before = ledger.value
    let after = before
    for (const { place, message } of results) {
      const words =
        message === null ? null : `De reservekopie staat niet op ${PLACE_WORDS[place]}. ${message}`
      if (words !== null && before.faults[place] !== words) notices.show({ kind: 'error', text: words })
      if (words !== (before.faults[place] ?? null)) after = withFault(after, place, words)
    }
    if (after !== before) await change(() => after)
  }

  /** Only backups that this profile made: whatever else lies in a place belongs to somebody else. */
  async function rotate(programmeId: Id, written: readonly BackupPlace[]): Promise<void> {
    const listed = await platform.listBackups()
    if (!listed.ok) return
    found.value = listed.value
    const mine = new Map(
      ledger.value.records
        .filter((each) => each.programmeId === programmeId)
        .map((each) => [each.name, each]),
    )
    for (const place of written) {
      const here = listed.value.filter((each) => each.place === place && mine.has(each.name))
      const gone = new Set(
        superfluous(
          here.map(({ name }) => {
            const { at, checks } = mine.get(name) ?? { at: '', checks: {} }
            return { name, at, day: localToday(new Date(at)), state: stateOf(checks[place]) }
          }),
          localToday(),
        ),
      )
      for (const each of here) if (gone.has(each.name)) await platform.removeBackup(each.token)
    }
    await tidyLedger()
  }

  /** Forgets what is nowhere any more, as far as all places can be seen. */
  async function tidyLedger(): Promise<void> {
    const [where, listed] = await Promise.all([platform.backupPlaces(), platform.listBackups()])
    if (!where.ok || !listed.ok) return
    places.value = where.value
    found.value = listed.value
    if (where.value.some(({ chosen, available }) => chosen && !available)) return
    const names = new Set(listed.value.map(({ name }) => name))
    const left = ledger.value.records.filter(({ name }) => names.has(name))
    if (left.length < ledger.value.records.length) await change((before) => ({ ...before, records: left }))
  }

  const noteCheck = (name: string, place: BackupPlace, check: Check): Promise<void> =>
    change((before) => withCheck(before, name, place, check))

  /** Removes a backup from every place that can be reached now. */
  async function remove(names: readonly string[]): Promise<Result<null>> {
    const chosen = new Set(names)
    last = null
    for (const each of found.value.filter(({ name }) => chosen.has(name))) {
      const answer = await platform.removeBackup(each.token)
      if (!answer.ok) return refuse(answer.error.code, answer.error.message)
    }
    await tidyLedger()
    return ok(null)
  }

  /** What was made but turned out bad doesn't count as a backup. */
  function distrust(): void {
    last = null
  }

  return {
    places,
    found,
    ledger,
    faults,
    known,
    refresh,
    choose,
    forget,
    setEvery,
    isCovered,
    make,
    settled,
    noteCheck,
    remove,
    distrust,
  }
})

const stateOf = (check: Check | undefined) =>
  check === undefined ? 'unknown' : check.fault === null ? 'good' : 'bad'

const failed = (message: string): Result<never> =>
  refuse('backup-failed', `De reservekopie is niet gemaakt. ${message}`)

/** The ways in of this profile and its key for files: then a backup opens here without asking. */
export async function lockOfProfile(): Promise<Result<BackupLock>> {
  const vault = await vaultOrRefusal()
  if (!vault.ok) return vault
  const keyring = await readKeyring()
  if (!keyring.ok) return keyring
  if (keyring.value === null) return failed('Er is nog geen wachtzin gekozen.')
  return ok({ keyring: keyring.value, dataKeyKey: await vault.value.keyFor(FILE_PURPOSE) })
}

/** Ids made elsewhere may be words: those don't belong in the name of a file. */
export async function idInName(id: Id): Promise<string> {
  if (/^[0-9a-f][0-9a-f-]{7,35}$/.test(id)) return id
  return toHex(await sha256(toUtf8(id))).slice(0, 32)
}
