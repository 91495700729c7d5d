import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'

/** The right mouse button on text: the few things one expects there, in Dutch. */
export function contextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'undo', label: 'Ongedaan maken', enabled: editFlags.canUndo },
          { role: 'redo', label: 'Opnieuw', enabled: editFlags.canRedo },
          { type: 'separator' },
          { role: 'cut', label: 'Knippen', enabled: editFlags.canCut },
          { role: 'copy', label: 'Kopiëren', enabled: editFlags.canCopy },
          { role: 'paste', label: 'Plakken', enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll', label: 'Alles selecteren', enabled: editFlags.canSelectAll },
        ]
      : selectionText.trim() !== ''
        ? [{ role: 'copy', label: 'Kopiëren' }]
        : []
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}
