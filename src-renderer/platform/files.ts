import type { Answer, FileHandleInfo, FileKind, OpenedFile, SavedFiles } from '@main/contract'
import { bridge } from './bridge'

/** Lets the person choose a file and reads it; the value is null when they cancel. */
export function openFile(kind: FileKind): Promise<Answer<OpenedFile | null>> {
  return bridge().openFile({ kind })
}

/** Reads the file of a token again, such as one the system offered. */
export function readFile(token: string): Promise<Answer<OpenedFile>> {
  return bridge().readFile({ token })
}

const LONGEST_NAME = 120

/** Lets the person choose a place and writes there; the value is null when they cancel. */
export function saveFileAs(
  kind: FileKind,
  suggestedName: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Answer<FileHandleInfo | null>> {
  const name = suggestedName.slice(0, LONGEST_NAME) || 'Palet'
  return bridge().saveFileAs({ kind, suggestedName: name, bytes })
}

/** Writes again to a file that `saveFileAs` gave. */
export function saveFile(token: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answer<FileHandleInfo>> {
  return bridge().saveFile({ token, bytes })
}

export interface FileToSave {
  readonly kind: FileKind
  readonly suggestedName: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Lets the person choose a folder and writes all files there; the value is null when they cancel. */
export function saveFiles(files: readonly FileToSave[]): Promise<Answer<SavedFiles | null>> {
  return bridge().saveFiles({
    files: files.map(({ kind, suggestedName, bytes }) => ({
      kind,
      suggestedName: suggestedName.slice(0, LONGEST_NAME) || 'Palet',
      bytes,
    })),
  })
}

/** A file that the system hands to Palet (double click). Returns a function that ends the subscription. */
export function onFileOffered(listener: (file: FileHandleInfo) => void): () => void {
  return bridge().onFileOffered(listener)
}
