import { randomUUID } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import {
  MAX_FILE_BYTES,
  type BackupInfo,
  type BackupPlace,
  type BackupPlaceInfo,
  type BackupResult,
  type ChosenBackupPlace,
} from '../contract'
import { BridgeFailure, tooLarge } from '../files/failure'
import { readBounded } from '../files/read'
import { ChosenPlaces } from './chosen'
import { backupWriteFailure, chooseRefusal, folderGone } from './failure'
import { BackupFolder, folderLabel, markFolder } from './folder'

/** Asks the person for a folder; the real one is the system's dialog. Null when cancelled. */
export type ChooseFolder = (title: string) => Promise<string | null>

const PLACES: readonly BackupPlace[] = ['own', 'first', 'second']
const TITLES: Readonly<Record<ChosenBackupPlace, string>> = {
  first: 'Map voor reservekopieën kiezen',
  second: 'Tweede map voor reservekopieën kiezen',
}
const OWN_LABEL = 'Eigen map van Palet'
const NOT_CHOSEN = 'Niet gekozen'

/** More than anyone keeps; a folder with more doesn't make the window wait. */
const MOST_LISTED = 5000

interface Grant {
  readonly place: BackupPlace
  readonly path: string
  readonly name: string
}

/** Backups on behalf of the window, which knows places and tokens, never a path. */
export class BackupService {
  readonly #profile: string
  readonly #chosen: ChosenPlaces
  readonly #choose: ChooseFolder
  readonly #grants = new Map<string, Grant>()
  readonly #tokens = new Map<string, string>()

  constructor(profile: string, choose: ChooseFolder) {
    this.#profile = profile
    this.#chosen = new ChosenPlaces(join(profile, 'backup.json'))
    this.#choose = choose
  }

  async places(): Promise<BackupPlaceInfo[]> {
    return Promise.all(PLACES.map((place) => this.#describe(place)))
  }

  async choose(place: ChosenBackupPlace): Promise<BackupPlaceInfo[] | null> {
    const answer = await this.#choose(TITLES[place])
    if (answer === null) return null
    const folder = await realpath(answer).catch(() => null)
    if (folder === null) throw folderGone(folderLabel(answer))
    await this.#refuseUseless(place, folder)
    try {
      await this.#chosen.choose(place, { folder, mark: await markFolder(folder) })
    } catch (error) {
      throw chosenFailure(error, folderLabel(folder))
    }
    return this.places()
  }

  async forget(place: ChosenBackupPlace): Promise<BackupPlaceInfo[]> {
    try {
      await this.#chosen.choose(place, null)
    } catch (error) {
      throw backupWriteFailure(error, OWN_LABEL)
    }
    return this.places()
  }

  /** One place that fails doesn't keep the others from being written. */
  async write(name: string, bytes: Uint8Array): Promise<BackupResult[]> {
    if (bytes.byteLength > MAX_FILE_BYTES) throw tooLarge(name, MAX_FILE_BYTES)
    const attempts = PLACES.map(async (place): Promise<BackupResult | null> => {
      const folder = await this.#folder(place)
      if (folder === null) return null
      const message = await failureOf(folder, () => folder.write(name, bytes))
      return { place, ok: message === null, message }
    })
    return (await Promise.all(attempts)).filter((result) => result !== null)
  }

  async list(): Promise<BackupInfo[]> {
    const all: BackupInfo[] = []
    for (const place of PLACES) {
      const folder = await this.#folder(place)
      // A place that can't be reached now says so among the places.
      const found = (await folder?.list().catch(() => [])) ?? []
      for (const backup of found) {
        all.push({ ...backup, place, token: this.#grant(place, folder?.path ?? '', backup.name) })
      }
    }
    return all.sort((one, other) => compare(other.name, one.name)).slice(0, MOST_LISTED)
  }

  async read(token: string): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
    const { folder, name } = await this.#granted(token)
    if ((await folder.find(name)) === null) throw gone(name)
    return { name, bytes: await readBounded(join(folder.path, name), MAX_FILE_BYTES) }
  }

  async remove(token: string): Promise<void> {
    const { folder, name } = await this.#granted(token)
    await folder.remove(name)
  }

  async #describe(place: BackupPlace): Promise<BackupPlaceInfo> {
    const folder = await this.#folder(place)
    if (folder === null) {
      return { place, label: NOT_CHOSEN, chosen: false, available: false, message: null, free: null }
    }
    const message = await failureOf(folder, () => folder.insist())
    const free = message === null ? await folder.free() : null
    return { place, label: folder.label, chosen: true, available: message === null, message, free }
  }

  async #folder(place: BackupPlace): Promise<BackupFolder | null> {
    if (place === 'own') return new BackupFolder(join(this.#profile, 'reservekopieen'), null, OWN_LABEL)
    const chosen = await this.#chosen.folderOf(place)
    return chosen === null ? null : new BackupFolder(chosen.folder, chosen.mark)
  }

  /** A second backup in the same place, or inside the profile that may get lost, would only look like safety. */
  async #refuseUseless(place: ChosenBackupPlace, folder: string): Promise<void> {
    const profile = await realpath(this.#profile)
    if (isInside(folder, profile)) {
      throw chooseRefusal(
        'In deze map staan al de gegevens van Palet zelf. Kies een andere map, liefst op een andere schijf.',
      )
    }
    const other = await this.#chosen.folderOf(place === 'first' ? 'second' : 'first')
    if (other?.folder === folder) throw chooseRefusal('Deze map is al gekozen. Kies een andere map.')
  }

  #grant(place: BackupPlace, path: string, name: string): string {
    const key = join(path, name)
    const known = this.#tokens.get(key)
    if (known !== undefined) return known
    const token = randomUUID()
    this.#tokens.set(key, token)
    this.#grants.set(token, { place, path, name })
    return token
  }

  /** The folder must still be the one of that place: after another choice, the old tokens are worth nothing. */
  async #granted(token: string): Promise<{ folder: BackupFolder; name: string }> {
    const grant = this.#grants.get(token)
    const folder = grant === undefined ? null : await this.#folder(grant.place)
    if (grant === undefined || folder?.path !== grant.path) {
      throw new BridgeFailure(
        'unknown-token',
        'Palet kent deze reservekopie niet meer. Bekijk de lijst opnieuw.',
      )
    }
    await folder.insist()
    return { folder, name: grant.name }
  }
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

function gone(name: string): BridgeFailure {
  return new BridgeFailure(
    'file-not-found',
    `De reservekopie “${name}” is er niet meer. Bekijk de lijst opnieuw.`,
  )
}

function chosenFailure(error: unknown, label: string): BridgeFailure {
  const { code } = backupWriteFailure(error, label)
  return new BridgeFailure(
    code,
    code === 'disk-full'
      ? `De schijf van de map “${label}” is vol. Maak ruimte vrij of kies een andere map.`
      : `In de map “${label}” mag Palet niet schrijven. Kies een andere map of vraag om toegang.`,
  )
}

function isInside(folder: string, parent: string): boolean {
  const path = relative(parent, folder)
  return path === '' || (!path.startsWith('..') && !isAbsolute(path))
}

/** The words for the person, or null when it went well. */
async function failureOf({ label }: BackupFolder, work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    return backupWriteFailure(error, label).message
  }
}
