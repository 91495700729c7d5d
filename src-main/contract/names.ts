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
  saveFiles: 'files:saveToFolder',
  keychainStatus: 'vault:keychainStatus',
  keychainSeal: 'vault:keychainSeal',
  keychainOpen: 'vault:keychainOpen',
  vaultOpened: 'vault:opened',
  vaultLocked: 'vault:locked',
  noteCopied: 'vault:noteCopied',
  backupPlaces: 'backups:places',
  chooseBackupPlace: 'backups:choosePlace',
  forgetBackupPlace: 'backups:forgetPlace',
  writeBackup: 'backups:write',
  listBackups: 'backups:list',
  readBackup: 'backups:read',
  removeBackup: 'backups:remove',
} as const

export const eventNames = {
  menu: 'event:menu',
  fileOffered: 'event:fileOffered',
  closing: 'event:closing',
  lock: 'event:lock',
} as const
