import * as v from 'valibot'
import { channel } from './channel'
import { channelNames } from './names'

/**
 * Files are named by the person, in the system's own dialog, never by the window. A dialog hands out a
 * token; the token stands for that one file until Palet closes. A token from the open dialog or from the
 * system reads; only a token from the save dialog also writes.
 */
export const FileKind = v.picklist([
  'programme',
  'pdf',
  'csv',
  'png',
  'workbook',
  'review',
  'answer',
  'table',
  'calendar',
  'picture',
])
export type FileKind = v.InferOutput<typeof FileKind>

const Token = v.pipe(v.string(), v.uuid())
const Bytes = v.instance(Uint8Array)

/** Above this a file is refused, read or written: it can't be one of ours, and memory is not endless. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024

export const FileHandleInfo = v.strictObject({
  token: Token,
  /** The name only, without its folder: fit to show, useless as a path. */
  name: v.string(),
})
export type FileHandleInfo = v.InferOutput<typeof FileHandleInfo>

export const OpenedFile = v.strictObject({ token: Token, name: v.string(), bytes: Bytes })
export type OpenedFile = v.InferOutput<typeof OpenedFile>

const SuggestedName = v.pipe(v.string(), v.minLength(1), v.maxLength(120))

/** More than one save dialog each would be fit for. */
export const MAX_FILES_AT_ONCE = 500

export const SavedFiles = v.strictObject({
  /** The name of the folder only, without where it is. */
  folder: v.string(),
  /** In the order asked, the names as they were written. Shorter than asked when it stopped halfway. */
  saved: v.array(v.string()),
  /** Why it stopped halfway, in words for the person; null when all were saved. */
  message: v.nullable(v.string()),
})
export type SavedFiles = v.InferOutput<typeof SavedFiles>

export const filesContract = {
  /** Shows the open dialog and reads the chosen file. Null when the person cancels. */
  openFile: channel(channelNames.openFile, v.strictObject({ kind: FileKind }), v.nullable(OpenedFile)),
  /** Reads again the file of a token (a file offered by the system, or a recent one of this run). */
  readFile: channel(channelNames.readFile, v.strictObject({ token: Token }), OpenedFile),
  /** Shows the save dialog and writes atomically. Null when the person cancels. */
  saveFileAs: channel(
    channelNames.saveFileAs,
    v.strictObject({
      kind: FileKind,
      suggestedName: SuggestedName,
      bytes: Bytes,
    }),
    v.nullable(FileHandleInfo),
  ),
  /** Writes atomically to the file of a token that an earlier save dialog gave. */
  saveFile: channel(channelNames.saveFile, v.strictObject({ token: Token, bytes: Bytes }), FileHandleInfo),
  /**
   * Shows the dialog for a folder and writes all files in it, each whole or not at all. Null when the person cancels, or
   * doesn't want what is there to be replaced. The window gets no right to the folder.
   */
  saveFiles: channel(
    channelNames.saveFiles,
    v.strictObject({
      files: v.pipe(
        v.array(v.strictObject({ kind: FileKind, suggestedName: SuggestedName, bytes: Bytes })),
        v.minLength(1),
        v.maxLength(MAX_FILES_AT_ONCE),
      ),
    }),
    v.nullable(SavedFiles),
  ),
}
