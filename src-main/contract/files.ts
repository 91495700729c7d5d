import * as v from 'valibot'
import { channel } from './channel'
import { channelNames } from './names'

/**
 * Files are named by the person, in the system's own dialog, never by the window. A dialog hands out a
 * token; the token stands for that one file until Palet closes. A token from the open dialog or from the
 * system reads; only a token from the save dialog also writes.
 */
export const FileKind = v.picklist(['programme', 'pdf', 'csv', 'png', 'workbook', 'review', 'answer', 'table'])
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
      suggestedName: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
      bytes: Bytes,
    }),
    v.nullable(FileHandleInfo),
  ),
  /** Writes atomically to the file of a token that an earlier save dialog gave. */
  saveFile: channel(channelNames.saveFile, v.strictObject({ token: Token, bytes: Bytes }), FileHandleInfo),
}
