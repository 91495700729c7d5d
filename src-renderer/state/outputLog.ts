import { sha256, toHex } from '../data/crypto/bytes'
import { useNotices } from './notices'
import { useProgramme } from './programme'

/** Something that left the program: a file, a print, a table on the clipboard. */
export interface Output {
  readonly kind: 'export' | 'print'
  /** What left and in what form, for the log: no capital at the start, no full stop. */
  readonly summary: string
  readonly why?: string
  /** The file that was written, so that it can be recognised afterwards. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
}

/** Writes in the log that something left the program. Every export and every print comes past here. */
export async function noteOutput({ kind, summary, why, file }: Output): Promise<void> {
  const programme = useProgramme()
  if (programme.id === null) return
  const noted = await programme.note(
    { kind, summary },
    {
      ...(why === undefined ? {} : { why }),
      ...(file === undefined
        ? {}
        : { source: { fileName: file.name, sha256: toHex(await sha256(file.bytes)) } }),
    },
  )
  if (!noted.ok)
    useNotices().show({
      kind: 'error',
      text: `Dit kon niet in het logboek worden gezet. ${noted.error.message}`,
    })
}
