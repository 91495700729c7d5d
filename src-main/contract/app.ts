import * as v from 'valibot'
import { channel } from './channel'
import { channelNames } from './names'

export const Theme = v.picklist(['light', 'dark', 'system'])
export type Theme = v.InferOutput<typeof Theme>

export const AppInfo = v.strictObject({
  version: v.string(),
  electron: v.string(),
  chromium: v.string(),
  /** The account name of this computer: the first guess at who makes a change; the person can alter it. */
  userName: v.string(),
  platform: v.string(),
})
export type AppInfo = v.InferOutput<typeof AppInfo>

export const appContract = {
  appInfo: channel(channelNames.appInfo, v.strictObject({}), AppInfo),
  /** Colours the native parts (title bar, menus, dialogs) like the window. */
  setTheme: channel(channelNames.setTheme, v.strictObject({ theme: Theme }), v.strictObject({})),
  /** Enables or disables menu items that depend on the state of the window. */
  setMenuState: channel(
    channelNames.setMenuState,
    v.strictObject({
      programmeOpen: v.boolean(),
      canUndo: v.boolean(),
      canRedo: v.boolean(),
      /** Named in the menu: "Ongedaan maken: project gewijzigd". */
      undoLabel: v.nullable(v.pipe(v.string(), v.maxLength(200))),
      redoLabel: v.nullable(v.pipe(v.string(), v.maxLength(200))),
    }),
    v.strictObject({}),
  ),
  /** Puts a table on the clipboard, as tab-separated text and as HTML. */
  copyTable: channel(
    channelNames.copyTable,
    v.strictObject({
      text: v.pipe(v.string(), v.maxLength(20_000_000)),
      html: v.pipe(v.string(), v.maxLength(40_000_000)),
    }),
    v.strictObject({}),
  ),
  /** Shows the print dialog for what the window's print style shows (the report pages). */
  printWindow: channel(
    channelNames.printWindow,
    v.strictObject({ landscape: v.boolean() }),
    v.strictObject({ printed: v.boolean() }),
  ),
  /** Answer to the event `closing`: everything on screen is kept, the window may go. */
  readyToClose: channel(channelNames.readyToClose, v.strictObject({}), v.strictObject({})),
}
