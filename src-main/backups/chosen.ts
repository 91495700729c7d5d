import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import type { ChosenBackupPlace } from '../contract'
import { writeAtomic } from '../files/atomic'

/** A folder that the person chose, and the mark that was left in it to know it by. */
const ChosenFolder = v.strictObject({
  folder: v.pipe(v.string(), v.minLength(1)),
  mark: v.pipe(v.string(), v.uuid()),
})
export type ChosenFolder = v.InferOutput<typeof ChosenFolder>

const ChosenFolders = v.strictObject({ first: v.nullable(ChosenFolder), second: v.nullable(ChosenFolder) })
type ChosenFolders = v.InferOutput<typeof ChosenFolders>

const NONE: ChosenFolders = { first: null, second: null }

/** Which folders the person chose, kept in a small file beside the profile; the only place that knows the paths. */
export class ChosenPlaces {
  readonly #file: string
  #known: Promise<ChosenFolders> | null = null

  constructor(file: string) {
    this.#file = file
  }

  async folderOf(place: ChosenBackupPlace): Promise<ChosenFolder | null> {
    return (await this.#folders())[place]
  }

  async choose(place: ChosenBackupPlace, folder: ChosenFolder | null): Promise<void> {
    const next = { ...(await this.#folders()), [place]: folder }
    await writeAtomic(this.#file, new TextEncoder().encode(`${JSON.stringify(next, null, 2)}\n`))
    this.#known = Promise.resolve(next)
  }

  #folders(): Promise<ChosenFolders> {
    this.#known ??= recall(this.#file)
    return this.#known
  }
}

/** A missing or damaged file: nothing is chosen, and the window shows that. */
async function recall(file: string): Promise<ChosenFolders> {
  try {
    const parsed = v.safeParse(ChosenFolders, JSON.parse(await readFile(file, 'utf8')))
    return parsed.success ? parsed.output : NONE
  } catch {
    return NONE
  }
}
