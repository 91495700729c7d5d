import { readFileSync } from 'node:fs'
import { deriveHere } from '@/data/crypto/kdf'
import { isSealedFile, openFile } from '@/data/crypto/sealedFile'
import { type PaletFile, parsePalet } from '@/exchange/index'

/** Ends a tool with a message. 1: a file can't be read or written, 2: wrong command, 3: no passphrase, or a wrong one. */
export class Stop extends Error {
  constructor(
    message: string,
    readonly status: 1 | 2 | 3,
  ) {
    super(message)
  }
}

/** Runs a tool; a {@link Stop} becomes its message and its status. */
export async function run(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause
    process.stderr.write(`${cause.message}\n`)
    process.exitCode = cause.status
  }
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    throw new Stop(
      `Het bestand ${file} kan niet worden gelezen. Controleer de naam en of u het mag openen.`,
      1,
    )
  }
}

/** The first line: an editor puts an end of line behind it that is no part of the passphrase. */
function passphraseIn(file: string): string {
  const [line = ''] = new TextDecoder().decode(read(file)).split(/\r?\n/)
  if (line === '') throw new Stop(`In ${file} staat geen wachtzin. Zet hem op de eerste regel.`, 3)
  return line
}

/** A programme file, sealed or not. The passphrase comes out of a file: a command line can be seen by others. */
export async function readProgramme(file: string, passphraseFile: string | undefined): Promise<PaletFile> {
  const parsed = parsePalet(await plain(file, read(file), passphraseFile))
  if (!parsed.ok) throw new Stop(`${file}: ${parsed.error.message}`, 1)
  return parsed.value
}

async function plain(
  file: string,
  bytes: Uint8Array,
  passphraseFile: string | undefined,
): Promise<Uint8Array> {
  if (!isSealedFile(bytes)) return bytes
  if (passphraseFile === undefined)
    throw new Stop(
      `${file} is verzegeld met een wachtzin. Zet de wachtzin in een tekstbestand en geef dat mee met --passphrase-file.`,
      3,
    )
  const opened = await openFile(bytes, { passphrase: passphraseIn(passphraseFile), derive: deriveHere })
  if (opened.ok) return opened.value
  const { code, message } = opened.error
  throw new Stop(`${file}: ${message}`, code === 'wrong-passphrase' ? 3 : 1)
}
