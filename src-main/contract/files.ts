import * as v from 'valibot'
import { channel } from './channel'

/**
 * Files are named by the person, in the system's own dialog, never by the window. A dialog hands out a
 * token; the token stands for that one file until Palet closes.
 */
export const FileKind = v.picklist(['programme', 'pdf', 'csv', 'png'])
export type FileKind = v.InferOutput<typeof FileKind>

const Token = v.pipe(v.string(), v.uuid())
const Bytes = v.instance(Uint8Array)

export const FileHandleInfo = v.object({
  token: Token,
  /** The name only, without its folder: fit to show, useless as a path. */
  name: v.string(),
})
export type FileHandleInfo = v.InferOutput<typeof FileHandleInfo>

export const OpenedFile = v.object({ token: Token, name: v.string(), bytes: Bytes })
export type OpenedFile = v.InferOutput<typeof OpenedFile>

export const filesContract = {
  /** Shows the open dialog and reads the chosen file. Null when the person cancels. */
  openFile: channel('files:open', v.object({ kind: FileKind }), v.nullable(OpenedFile)),
  /** Reads again the file of a token (a file offered by the system, or a recent one of this run). */
  readFile: channel('files:read', v.object({ token: Token }), OpenedFile),
  /** Shows the save dialog and writes atomically. Null when the person cancels. */
  saveFileAs: channel(
    'files:saveAs',
    v.object({ kind: FileKind, suggestedName: v.pipe(v.string(), v.minLength(1), v.maxLength(120)), bytes: Bytes }),
    v.nullable(FileHandleInfo),
  ),
  /** Writes atomically to the file of a token that an earlier dialog gave. */
  saveFile: channel('files:save', v.object({ token: Token, bytes: Bytes }), FileHandleInfo),
}
