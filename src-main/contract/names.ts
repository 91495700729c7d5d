/**
 * The names on the wire, apart from the shapes: the preload needs only these, so the schema library
 * stays out of the bundle that runs before the window.
 */
export const channelNames = {
  appInfo: 'app:info',
  setTheme: 'app:setTheme',
  setMenuState: 'app:setMenuState',
  copyTable: 'app:copyTable',
  printWindow: 'app:print',
  readyToClose: 'app:readyToClose',
  openFile: 'files:open',
  readFile: 'files:read',
  saveFileAs: 'files:saveAs',
  saveFile: 'files:save',
} as const

export const eventNames = {
  menu: 'event:menu',
  fileOffered: 'event:fileOffered',
  closing: 'event:closing',
} as const
